import { strToU8, zipSync } from 'fflate';
import { csv } from './openData/csv.ts';
import { TABLES, type TableId } from './openData/fields.ts';
import { readme } from './openData/readme.ts';
import { openTables } from './openData/tables.ts';
import type { ReportViews } from './needsReport/views.ts';
import { clean } from './tree.ts';


/** Date of every file in the package: the oldest a zip can hold, so that equal data are equal bytes. */
const EPOCH = new Date(1980, 0, 1);
/** Licence of the community's own figures (the open licence Ukrainian open data uses; the community may set another in its decision). */
const LICENCE = { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/', title: 'Creative Commons Attribution 4.0' } as const;

const IDS = Object.keys(TABLES) as readonly TableId[];

/** The description of the tables: a Frictionless Data Package (datapackage.json, v1). */
export function dataPackage(views: ReportViews, now: string): object {
  const { community, approved, year, plan } = views;
  const name = community.name;
  return {
    profile: 'tabular-data-package',
    name: `social-services-${(community.code ?? 'community').toLowerCase()}-${year}`,
    title: clean(`Соціальні послуги: потреба і спроможність. ${name.uk}, ${year}`),
    'title:en': clean(`Social services: need and capacity. ${name.en ?? name.uk}, ${year}`),
    description: clean(`Потреба в соціальних послугах громади, цільові групи, спроможність. ${plan.teaching === null ? '' : 'Навчальні дані. '}Числа, з яких можна дізнатися про менше ніж 5 осіб, приховано. / Need for social services, target groups and capacity of a community. ${plan.teaching === null ? '' : 'Training data. '}Numbers that would tell of fewer than 5 people are withheld.`),
    created: now,
    version: approved ? `${year}.1.0` : `${year}.0.0`,
    keywords: ['соціальні послуги', 'social services', String(year)],
    licenses: [LICENCE],
    sources: [{ title: clean(`${name.uk}${approved ? `, рішення № ${approved.decision} від ${approved.decidedOn}` : ''}`) }, ...community.credits.map((title) => ({ title: clean(title) }))],
    resources: IDS.map((id) => {
      const table = TABLES[id];
      return {
        profile: 'tabular-data-resource', name: id, path: `${id}.csv`, title: table.uk, 'title:en': table.en, format: 'csv', mediatype: 'text/csv', encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          fields: table.fields.map((field) => ({
            name: field.name, type: field.type, description: `${field.uk} / ${field.en}`,
            ...(field.required || field.values ? { constraints: { ...(field.required ? { required: true } : {}), ...(field.values ? { enum: field.values } : {}) } } : {}),
          })),
          missingValues: [''],
          primaryKey: table.key,
          ...(table.links ? { foreignKeys: table.links.map((link) => ({ fields: link.field, reference: { resource: link.table === id ? '' : link.table, fields: link.to } })) } : {}),
        },
      };
    }),
  };
}

/** Files of the open data by name: tables, their description, and a README in both languages. */
export function openDataFiles(views: ReportViews, now: string): Readonly<Record<string, string>> {
  const tables = openTables(views);
  return {
    'README.md': readme(views),
    'datapackage.json': `${JSON.stringify(dataPackage(views, now), null, 2)}\n`,
    ...Object.fromEntries(IDS.map((id) => [`${id}.csv`, csv(TABLES[id].fields.map((field) => field.name), tables[id])])),
  };
}

/** The open data as one zip. */
export const makeOpenData = (views: ReportViews, now: string): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(openDataFiles(views, now)).map(([name, text]) => [name, [strToU8(text), { mtime: EPOCH, level: 6 as const }]])));
