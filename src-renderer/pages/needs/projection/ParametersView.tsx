import { useMemo, useState } from 'react';
import type { Output } from '#contract/api.ts';
import { formatNumber } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Tx } from '../../../components/Text.tsx';
import { Grid, type CellChange, type CellError, type GridColumn } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { plain, shown } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { ChoiceField, placeOptions, readNumber, TextField, typed } from './fields.tsx';

type Setup = Output<'projection.setup'>;
type Row = Setup['parameters'][number];
const SECTIONS = { births: /^(tfr|sexRatio|asfr\.)/, deaths: /^mortality$/, migration: /^migration/, tableMale: /^mx\.male\./, tableFemale: /^mx\.female\./ } as const;
type Section = keyof typeof SECTIONS;
const SIDES = ['low', 'base', 'high'] as const;
/** Rates are of five years of age. */
const WIDTH = 4;

const idOf = (row: Row): string => `${row.parameter}|${row.territory}|${row.since}`;

/** What the projection is calculated with: published values, assumptions and what the plan entered over them, each with its source. */
export function ParametersView({ year, readOnly, root }: { readonly year: number; readonly readOnly: boolean; readonly root: string }) {
  const view = useView('projection.setup', { year }, ['projection', 'community']);
  return <Loaded view={view} lines={10}>{(setup) => <Parameters setup={setup} year={year} readOnly={readOnly} root={root} />}</Loaded>;
}

function Parameters({ setup, year, readOnly, root }: { readonly setup: Setup; readonly year: number; readonly readOnly: boolean; readonly root: string }) {
  const { t, language } = useText();
  const [section, setSection] = useState<Section>('births');
  const [active, setActive] = useState<string | null>(null);
  const [since, setSince] = useState('');
  const [place, setPlace] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  // An entered row stands over the published one of the same year.
  const rows = useMemo(() => [...new Map(setup.parameters.filter((row) => SECTIONS[section].test(row.parameter)).map((row) => [idOf(row), row])).values()]
    .sort((a, b) => order(a.parameter) - order(b.parameter) || a.territory.localeCompare(b.territory) || a.since - b.since), [setup, section]);
  const row = rows.find((each) => idOf(each) === active) ?? null;
  const name = (each: Row): string => {
    const what = nameOf(each.parameter, t);
    const at = setup.places.find((one) => one.id === each.territory);
    return at ? `${what}, ${plain(at.name, language)}` : what;
  };
  const store = async (cells: Parameters<typeof change<'projection.setParameters'>>[1]['cells']): Promise<void> => {
    setError(null);
    try { await change('projection.setParameters', { cells }); } catch (thrown) { setError(asApiError(thrown)); }
  };
  const onChange = async (changes: readonly CellChange[]): Promise<void | readonly CellError[]> => {
    const next = new Map<string, Row>();
    for (const { row: id, col, value } of changes) {
      const old = next.get(id) ?? rows.find((each) => idOf(each) === id);
      if (old) next.set(id, col === 'source' ? { ...old, source: { uk: String(value), en: null } } : { ...old, [col]: value as number | null });
    }
    const wrong = [...next.values()].find((each) => (each.low ?? each.base) > each.base || (each.high ?? each.base) < each.base);
    if (wrong) return changes.filter((each) => each.row === idOf(wrong)).map(({ row: id, col }) => ({ row: id, col, message: t('projection.parameters.order') }));
    try {
      await change('projection.setParameters', { cells: [...next.values()].map((each) => ({ parameter: each.parameter, territory: each.territory, since: each.since, value: { low: each.low, base: each.base, high: each.high, source: changes.some((one) => one.col === 'source') || each.kind === 'own' ? each.source.uk : '', asOf: each.kind === 'own' ? each.asOf : '', note: each.note } })) });
    } catch (thrown) {
      if (asApiError(thrown).code !== 'input.value') throw thrown;
      return changes.map(({ row: id, col }) => ({ row: id, col, message: t('projection.parameters.limits') }));
    }
  };
  const columns = useMemo((): readonly GridColumn<Row>[] => [
    { id: 'name', title: t('projection.parameters.name'), width: 240, grow: true, kind: 'text', frozen: true, rowHeader: true, editable: () => false, cell: (each) => ({ text: name(each), state: 'known' }) },
    { id: 'since', title: t('projection.parameters.since'), width: 70, align: 'right', kind: 'text', editable: () => false, cell: (each) => ({ text: String(each.since), state: 'known' }) },
    ...SIDES.map((side): GridColumn<Row> => ({
      id: side, title: t(`projection.parameters.${side}`), width: 88, align: 'right', kind: 'number',
      cell: (each) => ({ text: typed(each[side], language), state: each[side] === null ? 'unknown' : each.kind === 'assumption' ? 'assumption' : 'known', number: each[side], display: each[side] === null ? undefined : formatNumber(each[side], language, { digits: { min: 0, max: 6 } }) }),
      parse: (text) => { const value = readNumber(text, language); return text.trim() === '' && side !== 'base' ? { ok: true, value: null } : value === null ? { ok: false, message: t('projection.events.needNumber') } : { ok: true, value }; },
    })),
    { id: 'state', title: t('projection.parameters.state'), width: 120, kind: 'text', editable: () => false, cell: (each) => ({ text: t(`projection.parameters.kind.${each.kind}`), state: 'known' }) },
    { id: 'source', title: t('projection.parameters.source'), width: 220, grow: true, kind: 'text', priority: 2, cell: (each) => ({ text: shown(each.source, language), state: 'known', title: plain(each.source, language) }) },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the columns change with the words and the places only
  ], [t, language, setup.places]);
  const first = rows[0];
  const add = (): void => {
    const from = readNumber(since, language);
    const parameter = row?.parameter ?? first?.parameter;
    const like = row ?? rows.findLast((each) => each.parameter === parameter && each.since <= (from ?? 0)) ?? first;
    if (from === null || !like) return;
    void store([{ parameter: like.parameter, territory: like.parameter === 'migration' ? place : '', since: from, value: { low: like.low, base: like.base, high: like.high } }]).then(() => setSince(''));
  };
  const life = setup.lifeExpectancy.map((one) => t('projection.parameters.lifeAt', { year: one.year, male: formatNumber(one.male, language, { digits: 1 }), female: formatNumber(one.female, language, { digits: 1 }) })).join('; ');
  return (
    <>
      {error && <ErrorNotice error={error} />}
      <label className="row"><input type="checkbox" disabled={readOnly} checked={setup.aged} onChange={() => { setError(null); change('projection.setStart', { aged: !setup.aged }).catch((thrown: unknown) => setError(asApiError(thrown))); }} /> {t('projection.parameters.aged')} <span className="note">{t('projection.parameters.agedNote')}</span></label>
      <Card title={t('projection.parameters.title')} note={t('projection.parameters.note')} action={<span className="row"><TableActions table={() => ({ title: `${t('projection.parameters.title')}: ${t(`projection.parameters.sections.${section}`)}`, columns: columns.map((column) => ({ title: column.title, kind: SIDES.some((side) => side === column.id) ? 'number' as const : 'text' as const })), rows: rows.map((each) => [name(each), String(each.since), each.low, each.base, each.high, t(`projection.parameters.kind.${each.kind}`), each.source.uk]) })} /></span>}>
        <div className="row pj-bar">
          <ChoiceField label={t('projection.parameters.section')} value={section} options={(Object.keys(SECTIONS) as Section[]).map((each) => [each, t(`projection.parameters.sections.${each}`)])} onChange={(next) => { setSection(next); setActive(null); }} />
          <TextField label={t('projection.parameters.addRow')} value={since} onChange={setSince} max={4} numeric />
          {section === 'migration' && <ChoiceField label={t('projection.parameters.where')} value={place} options={placeOptions(setup.places, root, t('projection.events.whole'), language)} onChange={setPlace} />}
          <button type="button" className="ctl" disabled={readOnly || readNumber(since, language) === null} onClick={add}>{t('projection.parameters.add')}</button>
          <button type="button" className="ctl" disabled={readOnly || row?.kind !== 'own'} title={row === null ? t('projection.parameters.noRow') : undefined} onClick={() => row && void store([{ parameter: row.parameter, territory: row.territory, since: row.since, value: null }])}>{t('projection.parameters.reset')}</button>
        </div>
        <div className="pj-grid">
          <Grid key={section} label={t('projection.parameters.title')} columns={columns} rows={rows} rowId={idOf} rowName={name} onChange={onChange} onActive={(at) => setActive(at?.rowId ?? null)} readOnly={readOnly} />
        </div>
        {(section === 'deaths' || section.startsWith('table')) && <p className="note">{t('projection.parameters.life', { list: life })}</p>}
        {section === 'migration' && setup.migration2021 && <p className="note"><Tx k="projection.parameters.migration2021" p={{ value: formatNumber(setup.migration2021.value, language, { digits: 1, sign: true }), source: setup.migration2021.source, year }} /></p>}
      </Card>
    </>
  );
}

/** Rates by age stand after the totals, in the order of ages. */
const order = (parameter: string): number => { const age = Number(parameter.split('.').at(-1)); return Number.isNaN(age) ? (parameter === 'tfr' || parameter === 'migration' ? -2 : -1) : age; };

/** Name of a parameter with its unit. */
export function nameOf(parameter: string, t: ReturnType<typeof useText>['t']): string {
  const [kind = '', ...rest] = parameter.split('.');
  const age = Number(rest.at(-1));
  if (kind === 'asfr') return t('projection.parameter.asfr.name', { ages: `${age}–${age + WIDTH}` });
  if (kind === 'mx') return t('projection.parameter.death.name', { ages: age >= 100 ? '100+' : age === 0 ? '0' : age === 1 ? '1–4' : `${age}–${age + WIDTH}` });
  return `${t(`projection.parameter.${kind}.name`)}, ${t(`projection.parameter.${kind}.unit`)}`;
}
