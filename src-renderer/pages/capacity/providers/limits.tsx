import type { CapacityView, Provider } from '#contract/api/capacity.ts';
import { compareText, roundFor, type Language } from '#contract/format.ts';
import type { Cell } from '#contract/models.ts';
import { figureColumn, leadOf, ownFigure, provenanceColumns, type FigureColumn, type Place } from '../../../components/figures/index.ts';
import type { TableOut } from '../../../components/TableActions.tsx';
import type { GridColumn } from '../../../grid/index.ts';
import { translate } from '../../../i18n/index.ts';
import { hasCyrillic, plain, shown } from '../../../lib/text.ts';
import { nameOf, plainName } from '../rows.ts';

/** What a provider has for one service. */
export const LIMITS = ['posts', 'postsFilled', 'places', 'vehicles', 'hours', 'served', 'waiting'] as const;
export type Limits = (typeof LIMITS)[number];

/** One service at one provider. */
export interface LimitRow {
  readonly id: string;
  readonly provider: Provider;
  readonly service: CapacityView['rows'][number];
  readonly limits: Readonly<Record<Limits, Cell>>;
}

/** Id of a row: provider and service. */
export const limitId = (provider: string, service: string): string => `${provider} ${service}`;

/** Providers by name, as they are listed. */
export const sorted = (providers: readonly Provider[], language: Language): readonly Provider[] => providers.toSorted((a, b) => compareText(a.name, b.name, language));

/** Providers by name, the units of each after it. */
export const inTree = (providers: readonly Provider[], language: Language): readonly Provider[] => sorted(providers.filter((row) => row.parent === ''), language)
  .flatMap((row) => [row, ...sorted(providers.filter((unit) => unit.parent === row.id), language)]);

/** Services with their limits at each provider, by provider. */
export function limitRows(view: CapacityView, language: Language): readonly LimitRow[] {
  const services = new Map(view.rows.map((row) => [row.id, row]));
  return inTree(view.providers, language).flatMap((provider) => provider.services.flatMap(({ service: id, ...limits }) => {
    const service = services.get(id);
    return service ? [{ id: limitId(provider.id, id), provider, service, limits }] : [];
  }).toSorted((a, b) => compareText(a.service.code ?? '', b.service.code ?? '', 'uk')));
}

/** The figure columns as the changes of cells need them. */
export const LIMIT_FIGURES: readonly FigureColumn<LimitRow>[] = LIMITS.map((id) => ({ id, title: id, width: 0, cell: (row) => row.limits[id] }));
const cellsOf = (row: LimitRow): readonly Cell[] => LIMITS.map((id) => row.limits[id]);

/** Columns of the table of limits. */
export function limitColumns(language: Language): readonly GridColumn<LimitRow>[] {
  const t = (key: string): string => translate(key, { lng: language });
  return [
    { id: 'code', title: t('capacity.col.code'), width: 58, kind: 'computed', frozen: true, priority: 2, cell: (row) => ({ text: row.service.code ?? '', state: 'known', why: t('capacity.why.code') }) },
    {
      id: 'service', title: t('capacity.col.service'), width: 150, grow: true, kind: 'computed', frozen: true, rowHeader: true,
      cell: ({ service }) => {
        const name = nameOf(service, language) ?? t('capacity.nameless');
        return { text: name, state: 'known', why: t('capacity.why.name'), title: service.name === null ? undefined : shown(service.name, language), lang: language === 'en' && hasCyrillic(name) ? 'uk' : undefined };
      },
    },
    ...LIMITS.map((id) => figureColumn<LimitRow>({ id, title: t(`capacity.col.${id}`), head: <span className="fg-head">{t(`capacity.head.${id}`)}</span>, width: 66, cell: (row) => row.limits[id] }, language)),
    ...provenanceColumns<LimitRow>(cellsOf, language, { method: 84, source: 110, asOf: 78 }),
  ];
}

/** Name of a row for accessible names: provider and service. */
export const limitName = (row: LimitRow, language: Language): string => `${plain({ uk: row.provider.name, en: null }, language)}, ${plainName(row.service, language)}`;

/** Providers and their limits as a table to copy or save: a row for each service of each provider. */
export function providersOut(view: CapacityView, territories: Place['all'], year: number, language: Language): TableOut {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const text = (key: string) => ({ title: t(key), kind: 'text' as const });
  const places = new Map(territories.map((one) => [one.id, shown(one.name, language)]));
  const about = (provider: Provider): (string | null)[] => [provider.name, view.providers.find((row) => row.id === provider.parent)?.name ?? null, provider.code || null, t(`places.register.${provider.register || 'unknown'}`), t(`places.licence.${provider.licence || 'unknown'}`), t(`capacity.kind.${provider.kind}`), t(`capacity.sector.${provider.sector}`), provider.territory === '' ? t('capacity.whole') : places.get(provider.territory) ?? null];
  const rows = limitRows(view, language);
  const without = inTree(view.providers, language).filter((provider) => provider.services.length === 0);
  return {
    title: t('capacity.providers.title'), note: t('capacity.providers.outNote', { year }),
    columns: [
      text('capacity.field.name'), text('places.field.parent'), text('places.field.code'), text('places.field.register'), text('places.field.licence'), text('capacity.field.kind'), text('capacity.field.sector'), text('capacity.field.place'), text('capacity.col.code'), text('capacity.col.service'),
      ...LIMITS.map((id) => ({ title: t(`capacity.col.${id}`), kind: 'number' as const })), text('figures.col.method'), text('figures.col.source'), { title: t('figures.col.asOf'), kind: 'date' },
    ],
    rows: [
      ...rows.map((row) => {
        const lead = leadOf(cellsOf(row));
        return [
          ...about(row.provider), row.service.code, nameOf(row.service, language) ?? t('capacity.nameless'),
          ...cellsOf(row).map((cell) => (cell.value === null || cell.state === 'na' ? null : roundFor(cell.value, cell.unit))), lead && ownFigure(lead) ? t(`methods.${lead.method}`) : null, lead?.source || null, lead?.asOf || null,
        ];
      }),
      ...without.map((provider) => [...about(provider), ...Array.from({ length: 5 + LIMITS.length }, () => null)]),
    ],
  };
}
