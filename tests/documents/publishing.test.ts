import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ReportViews } from '../../src-main/documents/needsReport.ts';
import { csv } from '../../src-main/documents/openData/csv.ts';
import { openDataFiles } from '../../src-main/documents/openData.ts';
import { renderPdf } from '../../src-main/documents/pdf.ts';
import { buildSummary } from '../../src-main/documents/publicSummary/model.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, summaryPage } from '../../src-main/documents/publicSummary/page.ts';
import { makePublicSummary, summaryPaper } from '../../src-main/documents/publicSummary.ts';
import { withCovers } from '../../src-main/usecases/publishingCovers.ts';
import { both, cell, SERVICES, views, type ServiceFacts } from './fixtures.ts';
import { FIELDS, joined, parseCsv, possible, table, toldOfServices } from './published.ts';
import { NOW, resources } from './read.ts';

const EXTRA = { who: '', kind: null, next: null, plans: '', contact: '' } as const;
const small = (n: number): boolean => n >= 1 && n <= 4;

/** A plan of random services: identified and served, some by two places. */
const facts = fc.array(fc.record({ identified: fc.integer({ min: 1, max: 12 }), served: fc.integer({ min: 0, max: 12 }), split: fc.option(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { nil: null }) }), { minLength: 3, maxLength: 6 })
  .map((rows) => rows.map(({ identified, served, split }, i): ServiceFacts => {
    const own = SERVICES[i] as ServiceFacts;
    const parts = split ? [[Math.min(identified, split[0]), Math.min(served, split[1])], [identified - Math.min(identified, split[0]), served - Math.min(served, split[1])]] as const : null;
    return { id: own.id, uk: own.uk, en: own.en, basic: true, identified, served, ...(parts ? { territories: parts } : {}) };
  }));

describe('an attack on all files of a publication together', () => {
  test('no count of 1–4 of a service follows from report, summary and open data', () => {
    fc.assert(fc.property(facts, (rows) => {
      const published = withCovers(views(rows));
      const told = toldOfServices(published);
      const places = table(published, 'needs').filter((row) => row['territory'] !== 't0');
      for (const { id, identified, served, territories } of rows) {
        const real = { general: identified ?? 0, served: served ?? 0, unmet: Math.max(0, (identified ?? 0) - (served ?? 0)) };
        const files = told.get(id);
        const known = Object.fromEntries(FIELDS.map((field) => [field, joined([files?.report?.[field], files?.summary?.[field], files?.open[field]])])) as Record<(typeof FIELDS)[number], ReturnType<typeof joined>>;
        // One file never tells what another hides.
        for (const field of FIELDS) {
          const each = [files?.report?.[field], files?.summary?.[field], files?.open[field]].filter((one) => one !== undefined && one.kind !== 'nothing');
          expect(new Set(each.map((one) => one?.kind === 'value')).size, `${id} ${field}`).toBeLessThanOrEqual(1);
          for (const one of each) if (one?.kind === 'value') expect(one.n).toBe(real[field]);
        }
        const at = (place: string, indicator: string): number | null => {
          const row = places.find((one) => one['service'] === id && one['territory'] === place && one['indicator'] === indicator);
          return row?.['status'] === 'published' ? Number(row['value']) : null;
        };
        // Everything two places and their sum can be, for all a reader sees.
        const seen = { general: new Set<number>(), served: new Set<number>(), unmet: new Set<number>() };
        for (let g = 0; g <= 24; g += 1) for (let s = 0; s <= 24; s += 1) {
          const one = { general: g, served: s, unmet: Math.max(0, g - s) };
          if (!FIELDS.every((field) => possible(known[field], one[field]))) continue;
          for (const field of FIELDS) seen[field].add(one[field]);
        }
        for (const field of FIELDS) if (small(real[field])) expect(seen[field].size, `${id} ${field} ${JSON.stringify(real)}`).toBeGreaterThan(1);
        for (const [i, [need, has]] of (territories ?? []).entries()) {
          const place = `t${i + 1}`;
          const shown = [at(place, 'general_need'), at(place, 'served'), at(place, 'unmet_need')];
          for (const n of [need, has, Math.max(0, need - has)]) if (small(n)) expect(shown, `${id} ${place}`).toEqual([null, null, null]);
        }
        const partsHidden = (territories ?? []).some(([need, has]) => [need, has, Math.max(0, need - has)].some(small));
        if (partsHidden) for (const place of ['t1', 't2']) expect([at(place, 'general_need'), at(place, 'served'), at(place, 'unmet_need')].every((n) => n === null || n === 0), id).toBe(true);
      }
    }), { numRuns: 40 });
  });

  test('a hidden part of a group hides its other part; a rest that is small hides the parts', () => {
    const made = views();
    const row = (id: string, f: number | null, m: number | null, size: number): ReportViews['groups']['rows'][number] => ({ ...made.groups.rows[2] as ReportViews['groups']['rows'][number], id, size: cell('groupSize', size, 'person'), female: cell('groupSize', f, 'person'), male: cell('groupSize', m, 'person') });
    const published = withCovers({ ...made, groups: { ...made.groups, rows: [row('a', 38, 3, 41), row('b', 38, null, 41), row('c', 20, 21, 41)] } });
    const status = (id: string) => table(published, 'groups').filter((each) => each['group'] === id).map((each) => [each['part'], each['status'], each['value']]);
    expect(status('a')).toEqual([['size', 'published', '41'], ['female', 'suppressed', ''], ['male', 'suppressed', '']]);
    expect(status('b')).toEqual([['size', 'published', '41'], ['female', 'suppressed', '']]);
    expect(status('c').map((each) => each[1])).toEqual(['published', 'published', 'published']);
  });

  test('the population of a hamlet takes that of a second place with it; its neighbours keep theirs', () => {
    const made = views();
    const place = (id: string, n: number, parent: string | null) => ({ id, parent, kind: parent === null ? 'community' as const : 'settlement' as const, name: both(id), category: '' as const, formerName: '', lat: null, lon: null, population: cell('population', n, 'person') });
    const published = withCovers({ ...made, community: { ...made.community, territories: [place('t0', 1003, null), place('a', 600, 't0'), place('b', 400, 't0'), place('c', 3, 't0')] } });
    expect(table(published, 'territories').map((row) => [row['id'], row['status'], row['value']])).toEqual([['t0', 'published', '1003'], ['a', 'published', '600'], ['b', 'suppressed', ''], ['c', 'suppressed', '']]);
  });

  test('people of a place with fewer than 50 residents are not told by territory', () => {
    const made = views([{ ...(SERVICES[9] as ServiceFacts), territories: [[200, 170], [120, 110]] }]);
    const place = (id: string, n: number, parent: string | null) => ({ id, parent, kind: parent === null ? 'community' as const : 'settlement' as const, name: both(id), category: '' as const, formerName: '', lat: null, lon: null, population: cell('population', n, 'person') });
    const by = (n: number) => table(withCovers({ ...made, community: { ...made.community, territories: [place('t0', 5000, null), place('t1', n, 't0')] } }), 'needs').filter((row) => row['territory'] !== 't0').map((row) => row['status']);
    expect(new Set(by(49))).toEqual(new Set(['suppressed']));
    expect(new Set(by(50))).toEqual(new Set(['published']));
  });
});

/** The Data Package and Table Schema specifications (v1), as far as this package uses them. */
const Package = z.object({
  profile: z.literal('tabular-data-package'), name: z.string().regex(/^[a-z0-9._/-]+$/), title: z.string().min(1), description: z.string().min(1), created: z.iso.datetime(), version: z.string().regex(/^\d+\.\d+\.\d+$/),
  licenses: z.array(z.object({ name: z.string().regex(/^[A-Za-z0-9._-]+$/), path: z.url(), title: z.string() })).min(1), sources: z.array(z.object({ title: z.string().min(1) })).min(1),
  resources: z.array(z.object({
    profile: z.literal('tabular-data-resource'), name: z.string().regex(/^[a-z0-9._/-]+$/), path: z.string().regex(/^[a-z]+\.csv$/), format: z.literal('csv'), mediatype: z.literal('text/csv'), encoding: z.literal('utf-8'),
    schema: z.object({
      fields: z.array(z.object({ name: z.string().min(1), type: z.enum(['string', 'number', 'integer', 'boolean', 'date', 'year']), description: z.string().regex(/.+ \/ .+|.+/u), constraints: z.object({ required: z.boolean().optional(), enum: z.array(z.string()).optional() }).optional() })).min(1),
      missingValues: z.tuple([z.literal('')]), primaryKey: z.array(z.string()).min(1),
      foreignKeys: z.array(z.object({ fields: z.string(), reference: z.object({ resource: z.string(), fields: z.string() }) })).optional(),
    }),
  })).min(1),
});
const TYPES: Readonly<Record<string, RegExp>> = { number: /^-?\d+(\.\d+)?$/, integer: /^-?\d+$/, boolean: /^(true|false)$/, date: /^\d{4}-\d{2}-\d{2}$/, year: /^\d{4}$/ };

describe('open data', () => {
  test('the description fits the specification and every table fits the description', () => {
    const files = openDataFiles(withCovers(views()), NOW);
    const description = Package.parse(JSON.parse(files['datapackage.json'] ?? ''));
    const values = new Map(description.resources.map((resource) => [resource.name, parseCsv(files[resource.path] ?? '')]));
    for (const { name, schema } of description.resources) {
      const [head = [], ...rows] = values.get(name) ?? [];
      expect(head).toEqual(schema.fields.map((field) => field.name));
      for (const row of rows) {
        expect(row.length).toBe(head.length);
        schema.fields.forEach((field, i) => {
          const value = row[i] ?? '';
          if (value === '') return expect(field.constraints?.required ?? false, `${name}.${field.name}`).toBe(false);
          if (TYPES[field.type]) expect(value, `${name}.${field.name}`).toMatch(TYPES[field.type] as RegExp);
          if (field.constraints?.enum) expect(field.constraints.enum, `${name}.${field.name}`).toContain(value);
        });
        const status = head.indexOf('status');
        if (status >= 0 && row[status] !== 'published') expect(row[head.indexOf('value')]).toBe('');
      }
      const key = (row: readonly string[]): string => schema.primaryKey.map((field) => row[head.indexOf(field)]).join('|');
      expect(new Set(rows.map(key)).size, `${name}: key`).toBe(rows.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const [otherHead = [], ...others] = values.get(reference.resource === '' ? name : reference.resource) ?? [];
        const known = new Set(others.map((row) => row[otherHead.indexOf(reference.fields)]));
        if (reference.resource !== 'territories') for (const row of rows) { const value = row[head.indexOf(fields)] ?? ''; if (value !== '') expect(known, `${name}.${fields}`).toContain(value); }
      }
    }
    expect(Object.keys(files)).not.toContain('notes.csv');
    expect(Object.values(files).join('')).not.toMatch(/author|notes?_/);
  });

  test('names with quotes, commas and line ends survive; a formula stays text', () => {
    const rows = [['a "b", c', 'd\r\ne', '=1+1', 12.5, null, true]] as const;
    expect(parseCsv(csv(['1', '2', '3', '4', '5', '6'], rows))).toEqual([['1', '2', '3', '4', '5', '6'], ['a "b", c', 'd\r\ne', "'=1+1", '12.5', '', 'true']]);
  });
});

describe('the public summary', () => {
  const LONG = 'Соціальний супровід осіб, які перебувають у складних життєвих обставинах і потребують тривалої допомоги фахівців громади '.repeat(3).trim();
  const many = Array.from({ length: 38 }, (_, i): ServiceFacts => ({ id: `s${i}`, uk: `${LONG} ${i}`, en: null, basic: true, identified: 1_000_000 + i, served: 3 + i, load: 2, filled: 1 }));
  const huge = (language: 'uk' | 'en') => {
    const made = views(many);
    return buildSummary({ report: { ...made, community: { ...made.community, name: both(LONG), raion: both(LONG) }, approved: { decision: LONG, decidedOn: '2020-02-03', body: LONG, name: '', reason: '' } }, extra: { who: LONG, kind: 'research_3y', next: null, plans: LONG, contact: LONG } }, language);
  };
  test.each(['uk', 'en'] as const)('stays on one page and inside it with the longest names (%s)', (language) => {
    const page = summaryPage(huge(language));
    expect(page.bottom).toBeLessThanOrEqual(PAGE_HEIGHT - 30);
    expect(page.rows).toBeGreaterThanOrEqual(5);
    for (const [, x = '0', y = '0'] of page.svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)) { expect(Number(x)).toBeLessThanOrEqual(PAGE_WIDTH); expect(Number(y)).toBeLessThanOrEqual(PAGE_HEIGHT); }
    expect(summaryPaper(huge(language)).blocks.filter((b) => b.kind === 'table')).toHaveLength(1);
  });
  test('its figures are those of the screen; hidden rows stand last and draw no bar', () => {
    const published = withCovers(views());
    const summary = buildSummary({ report: published, extra: EXTRA }, 'uk');
    expect(summary.rows.find((row) => row.id === '015.1')).toMatchObject({ general: '453', served: '316', unmet: '137*', coverage: '69,8\u00a0%' });
    const hidden = summary.rows.map((row) => /менше|приховано/.test(Object.values(row).join(' ')));
    expect(hidden.indexOf(true)).toBeGreaterThan(hidden.lastIndexOf(false));
    expect(summary.rows.filter((_, i) => hidden[i]).every((row) => row.share === null)).toBe(true);
    expect(summary.training).toBe(true);
    expect(buildSummary({ report: views(SERVICES, null), extra: EXTRA }, 'en').training).toBe(false);
  });
  test('without any need it says so and is still a page', () => {
    const summary = buildSummary({ report: withCovers(views([])), extra: EXTRA }, 'uk');
    expect(summaryPage(summary).svg).toContain('Потребу в послугах ще не визначено.');
    expect(summary.tiles[1]?.value).toBe('0 з 0');
  });
  test('the PDF is one page in the paper’s language with embedded letters that can be selected', async () => {
    const text = Buffer.from(await makePublicSummary({ report: withCovers(views()), extra: EXTRA }, { language: 'en', format: 'pdf', now: NOW, resources })).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    expect(text).toContain('/Lang (en-GB)');
    expect(text.match(/\/FontFile2/g)?.length).toBe(2);
    expect(text.match(/\/ToUnicode/g)?.length).toBe(2);
    expect(text).toContain('/DisplayDocTitle true');
  });
});

test('a paper as PDF: equal input gives equal bytes, every heading is in the outline', async () => {
  const paper = summaryPaper(buildSummary({ report: withCovers(views()), extra: EXTRA }, 'uk'));
  const heads = { ...paper, blocks: [{ kind: 'heading' as const, level: 1 as const, text: 'Перший' }, ...paper.blocks] };
  const [one, two] = [await renderPdf(heads, { resources, now: NOW }), await renderPdf(heads, { resources, now: NOW })];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  const text = Buffer.from(one).toString('latin1');
  expect(text).toContain('/Lang (uk-UA)');
  expect(text).toContain('/Outlines');
});
