import type { GroupRow } from '#contract/api/groups.ts';
import { editText, type Language } from '#contract/format.ts';
import { figureColumn, ownFigure, provenanceColumns } from '../../components/figures/index.ts';
import type { GridCell, GridColumn } from '../../grid/index.ts';
import { translate } from '../../i18n/index.ts';
import { boundsText, numText, unitHead } from '../../lib/numbers.ts';
import { hasCyrillic, shown } from '../../lib/text.ts';
import { boundsParser, cellsOf, FIGURES } from './rows.ts';

/** Columns of the groups table: group, what is counted, size, bounds, sex and age (with `more`), where it comes from. */
export function groupColumns(language: Language, more = true): readonly GridColumn<GroupRow>[] {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const figures = FIGURES.map((column) => figureColumn<GroupRow>({
    ...column, title: t(`groups.col.${column.id}`), head: <span className="fg-head">{t(`groups.head.${column.id}`)}</span>, priority: column.id === 'size' ? undefined : 2,
    more: column.id === 'size' ? (row) => sizeMore(row, language, t) : undefined,
  }, language));
  const [size, ...split] = figures;
  return [
    { id: 'group', title: t('groups.col.group'), width: 190, grow: true, kind: 'text', frozen: true, rowHeader: true, editable: (row) => row.own, cell: (row) => nameCell(row, language, t), parse: (text) => (text.trim() === '' || text.length > 200 ? { ok: false, message: t('groups.nameWrong') } : { ok: true, value: text.trim() }) },
    { id: 'unit', title: t('groups.col.unit'), width: 66, kind: 'computed', frozen: true, cell: (row) => ({ text: unitHead(row.unit, language), state: 'known', display: <span className="q s">{unitHead(row.unit, language)}</span>, why: t('groups.whyUnit') }) },
    ...(size ? [size] : []),
    {
      id: 'bounds', title: t('groups.col.bounds'), width: 96, align: 'right', kind: 'text', cell: (row) => boundsCell(row, language, t),
      editable: (row) => ownFigure(row.size) || row.size.state === 'unknown', parse: boundsParser(language),
    },
    ...(more ? split : []),
    ...provenanceColumns<GroupRow>(cellsOf, language),
  ];
}

type T = (key: string, params?: Record<string, unknown>) => string;

function nameCell(row: GroupRow, language: Language, t: T): GridCell {
  const text = shown(row.name, language);
  const cause = row.factor === null ? null : language === 'uk' ? row.factor.uk : row.factor.en;
  const factor = cause === null ? '' : ` · ${cause}`;
  return {
    text, state: 'known', words: text, lang: language === 'en' && hasCyrillic(text) ? 'uk' : undefined, title: text + factor, why: t('groups.whyName'),
    display: row.own ? <>{text} <span className="mk ty">{t('groups.own')}</span></> : text,
  };
}

/** A sum of territories that differs from the entered size is said beside it. */
function sizeMore(row: GroupRow, language: Language, t: T): Partial<GridCell> {
  if (row.inside.value === null || !ownFigure(row.size) || row.inside.value === row.size.value) return {};
  return { title: t('groups.inside', { value: numText(row.inside, language) }) };
}

function boundsCell(row: GroupRow, language: Language, t: T): GridCell {
  const { size } = row;
  const text = boundsText(size, language);
  const typed = size.low === null || size.high === null || text === null ? '' : `${editText(size.low, size.unit, language)}–${editText(size.high, size.unit, language)}`;
  const why = size.state === 'assumption' && !ownFigure(size) ? t('figures.byShare') : t('groups.whyBounds');
  if (text === null) return { text: '', state: 'known', words: t('common.noBounds'), why, display: size.value === null ? '' : <span className="q s">{t('common.noBounds')}</span> };
  return { text: typed, state: 'known', words: text, why, display: <span className="s">{text}</span> };
}
