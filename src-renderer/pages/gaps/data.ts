import type { Output } from '#contract/api.ts';
import type { GapCell, GapRow, RankRow } from '#contract/api/gaps.ts';
import type { Language } from '#contract/format.ts';
import type { FigureKey, Label } from '#contract/models.ts';
import { hasValue, isEstimate, type GapDatum, type MatrixDatum, type Named, type ScoreDatum } from '../../charts/index.ts';
import { translate } from '../../i18n/index.ts';
import { sentenceText } from '../../i18n/sentence.ts';
import { hasCyrillic, shown } from '../../lib/text.ts';

/** What the gaps page was given. */
export type Gaps = Output<'gaps.view'>;

/** A label as a name of a chart: in English without a translation it stays Ukrainian and says so. */
export function named(label: Label, language: Language, full?: Label | null): Named {
  const text = shown(label, language);
  const whole = full ? shown(full, language) : text;
  return { label: text, ...(language === 'en' && hasCyrillic(text) ? { lang: 'uk' as const } : {}), ...(whole === text ? {} : { full: whole }) };
}

/** Name of a service: its short name with the whole one beside it, or that the name is not confirmed. */
export function serviceNamed(service: Pick<GapRow, 'name' | 'short'>, language: Language): Named {
  const name = service.short ?? service.name;
  return name ? named(name, language, service.name) : { label: translate('gaps.unnamed', { lng: language }) };
}

/** Name of a territory for the head of a column: without the words every district shares; the whole name stays in the tooltip. */
export function placeNamed(label: Label, language: Language): Named {
  const short = (text: string): string => (['uk', 'en'] as const).reduce((rest, lng) => {
    const suffix = translate('gaps.districtSuffix', { lng });
    return rest.toLocaleLowerCase().endsWith(` ${suffix}`) ? rest.slice(0, -suffix.length - 1) : rest;
  }, text);
  return named({ uk: short(label.uk), en: label.en === null ? null : short(label.en) }, language, label);
}

/** Is there anything to draw: a need or people served? */
export const hasAnything = (view: Gaps): boolean => view.rows.some((row) => hasValue(row.total.need) || hasValue(row.total.served));

/** Has anybody entered anything about this service in this territory? */
const isFilled = (cell: GapCell): boolean => [cell.need, cell.served, cell.unmet].some(hasValue);

/** Territories with at least one known number: only these can be compared. */
export const filledTerritories = (view: Gaps): ReadonlySet<string> =>
  new Set(view.rows.flatMap((row) => row.cells.filter(isFilled).map((cell) => cell.territory)));

/** Rows of the matrix for the territories that are shown. */
export function matrixRows(view: Gaps, places: readonly string[], language: Language): readonly MatrixDatum[] {
  return view.rows.map((row) => {
    const notes = [row.counted === 'family' ? translate('gaps.families', { lng: language }) : '', hasValue(row.total.unmet) && isEstimate(row.total.unmet) ? translate('gaps.estimate', { lng: language }) : ''];
    const byPlace = new Map(row.cells.map((cell) => [cell.territory, cell]));
    return {
      id: row.id, code: row.code, ...serviceNamed(row, language), noProvider: row.noProvider, total: row.total,
      note: notes.filter((note) => note !== '').join(', '), cells: places.flatMap((id) => byPlace.get(id) ?? []),
    };
  });
}

/** Need against what there is, for the chart and its table. */
export const gapRows = (view: Gaps, language: Language): readonly GapDatum[] => view.rows.map((row) => ({
  id: row.id, code: row.code, ...serviceNamed(row, language), need: row.total.need, served: row.total.served, capacity: row.capacity, unmet: row.total.unmet, coverage: row.total.coverage,
}));

/** The order of urgency as the chart takes it. */
export function rankRows(view: Gaps, language: Language): readonly ScoreDatum[] {
  const rows = new Map(view.rows.map((row) => [row.id, row]));
  return view.rank.flatMap((rank) => {
    const row = rows.get(rank.service);
    return row ? [{ id: rank.service, ...serviceNamed(row, language), score: rank.score, parts: rank.parts.map((part) => part.points), reason: reasonOf(rank, language) }] : [];
  });
}

/** The two weightiest reasons: the rest stands in the explanation of the score. */
const reasonOf = ({ reason }: RankRow, language: Language): string => reason.slice(0, 2).map((sentence) => sentenceText(sentence, language)).join('; ');

/** The first cell that opens a rank for a service without one; null when every service has its need. */
export function firstMissing(view: Gaps): FigureKey | null {
  const ranked = new Set(view.rank.map((rank) => rank.service));
  for (const row of view.rows) {
    const [key] = ranked.has(row.id) ? [] : row.total.unmet.missing;
    if (key) return key;
  }
  return null;
}
