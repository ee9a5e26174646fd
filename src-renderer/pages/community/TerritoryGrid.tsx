import { useMemo, useRef } from 'react';
import type { Language } from '#contract/format.ts';
import type { Label } from '#contract/models.ts';
import { asApiError } from '../../api.ts';
import { figureColumn, provenanceColumns, useCellRoute, useFigures, type FigureTable } from '../../components/figures/index.ts';
import { Raw } from '../../components/Text.tsx';
import { openTrace } from '../../components/trace/store.ts';
import { choiceParser, Grid, type CellChange, type CellError, type GridColumn, type GridHandle } from '../../grid/index.ts';
import { translate, useText } from '../../i18n/index.ts';
import { hasCyrillic, plain, shown } from '../../lib/text.ts';
import { todayText } from '../../lib/today.ts';
import { useScope } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';
import { ownWords } from './figures.ts';
import { kindOf, type TreeRow } from './tree.ts';

const shownName = (row: TreeRow) => <Name row={row} />;
const idOf = (row: TreeRow): string => row.place.id;

/** The tree as a grid: names and districts are typed over like numbers, so a block of districts can be filled down or pasted. */
export function TerritoryGrid({ rows, onActive }: { readonly rows: readonly TreeRow[]; readonly onActive: (id: string | null) => void }) {
  const { t, language } = useText();
  const scope = useScope();
  const grid = useRef<GridHandle>(null);
  const root = rows[0]?.place.id ?? '';
  const rowOf = (id: string): TreeRow | undefined => rows.find((row) => idOf(row) === id);
  const table: FigureTable<TreeRow> = { rowOf, columns: [{ id: 'value', title: t('community.places.population'), width: 92, cell: (row) => row.place.population }] };
  const name = (row: TreeRow): string => plain(row.place.name, language);

  const structure = async (cells: readonly CellChange[]): Promise<void | readonly CellError[]> => {
    for (const { row, col, value } of cells) {
      if (col !== 'name' && col !== 'district') continue;
      try {
        await change('territory.update', col === 'name' ? { id: row, name: String(value) } : { id: row, parent: String(value) || root });
      } catch (thrown) {
        const { code } = asApiError(thrown);
        return [{ row, col, message: t([`errors.${code}`, 'errors.bug'], { id: '' }) }];
      }
    }
  };
  const figures = useFigures(table, structure);
  useCellRoute('community', grid, rows.length > 0, (key) => ({ row: key.territory, col: 'value' }), (key) => key.measure === 'population' && key.territory !== root);

  const columns = useMemo((): readonly GridColumn<TreeRow>[] => {
    const districts = new Map([[t('community.places.noDistrict'), ''], ...rows.filter((row) => row.place.kind === 'starosta').map((row) => [shown(row.place.name, language), row.place.id] as const)]);
    const [value] = table.columns;
    return [
      {
        id: 'name', title: t('community.places.name'), width: 166, grow: true, kind: 'text', frozen: true, rowHeader: true, editable: (row) => row.depth > 0,
        cell: (row) => ({ text: row.place.name.uk, state: 'known', words: name(row), display: shownName(row), title: row.place.formerName === '' ? shown(row.place.name, language) : t('community.places.former', { name: plain({ uk: row.place.formerName, en: null }, language) }) }),
        parse: (text) => (text.trim() === '' ? { ok: false, message: t('community.places.nameNeeded') } : { ok: true, value: text.trim() }),
      },
      { id: 'kind', title: t('community.places.category'), width: 82, kind: 'text', editable: () => false, priority: 2, cell: (row) => ({ text: t(`community.places.kind.${kindOf(row.place)}`), state: 'known' }) },
      {
        id: 'district', title: t('community.places.district'), width: 116, kind: 'select', options: () => [...districts.keys()], parse: choiceParser(districts, language),
        cell: (row) => (row.place.kind === 'settlement' ? row.district ? { text: shown(row.district.name, language), state: 'known', display: districtName(row.district.name, language), title: shown(row.district.name, language) } : { text: '', state: 'known' } : { text: '', state: 'na' }),
      },
      ...(value ? [figureColumn(value, language)] : []),
      ...provenanceColumns<TreeRow>((row) => [row.place.population], language, { method: 90, source: 70, asOf: language === 'uk' ? 80 : 90 }),
    ];
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the columns change with the words and the rows only
  }, [rows, language, t]);
  const keep = `places ${scope.year} ${scope.scenario}`;
  return (
    <div className="cm-grid">
      <Grid key={keep} keep={keep} ref={grid} label={t('community.places.title')} columns={columns} rows={rows} rowId={idOf} rowName={name}
        onChange={(cells, kind) => figures.onChange(ownWords(cells, rowOf, (row) => row.place.population), kind)} describe={figures.describe} readOnly={figures.readOnly}
        onActive={(at) => onActive(at?.rowId ?? null)} onTrace={(at) => openTrace({ kind: 'figure', key: at.row.place.population.key })} today={todayText(language)} />
    </div>
  );
}

/** A district without the words that its column says already; the whole name stands in the tooltip and in the editor. */
function districtName(name: Label, language: Language): string {
  const whole = shown(name, language);
  const suffix = ` ${translate('gaps.districtSuffix', { lng: hasCyrillic(whole) ? 'uk' : 'en' })}`;
  return whole.endsWith(suffix) ? whole.slice(0, -suffix.length) : whole;
}

function Name({ row }: { readonly row: TreeRow }) {
  const { t, language } = useText();
  return <span className={`cm-d${row.depth}`}>{row.depth === 0 ? t('community.places.whole') : <Raw>{row.place.kind === 'starosta' ? districtName(row.place.name, language) : shown(row.place.name, language)}</Raw>}</span>;
}
