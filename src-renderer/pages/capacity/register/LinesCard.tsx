import { useEffect, useId, useState } from 'react';
import type { Output } from '#contract/api.ts';
import { REGISTER_FILTERS } from '#contract/lists.ts';
import { asApiError, call, type ApiError } from '../../../api.ts';
import { Waiting } from '../../../components/Loaded.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plainText } from '../../../lib/text.ts';
import type { Check, Register } from './useRegister.ts';

type Lines = Output<'import.register.rows'>;
type Line = Lines['rows'][number];
const WHERE = ['here', 'maybe', 'elsewhere'] as const;
/** Rows of a page of the list; more are found by words. */
const SHOWN = 200;

/** Providers of the file against the plan; those chosen are stored. */
export function LinesCard({ register, check, readOnly }: { readonly register: Register; readonly check: Check; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const id = useId();
  const [where, setWhere] = useState<(typeof WHERE)[number]>(() => WHERE.find((each) => check.counts[each].new + check.counts[each].changed > 0) ?? 'here');
  const [filter, setFilter] = useState<(typeof REGISTER_FILTERS)[number] | null>(null);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(check.proposed));
  const [lines, setLines] = useState<Lines | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const { importId } = register;
  // Rejected rows have no address: they are shown wherever they are.
  const scope = filter === 'rejected' ? null : where;
  useEffect(() => {
    if (importId === null) return undefined;
    let stale = false;
    const timer = window.setTimeout(() => {
      call('import.register.rows', { importId, where: scope, filter, search, from: 0, count: SHOWN }).then((found) => { if (!stale) { setLines(found); setError(null); } }, (thrown: unknown) => { if (!stale) setError(asApiError(thrown)); });
    }, search === '' ? 0 : 200);
    return () => { stale = true; window.clearTimeout(timer); };
  }, [importId, scope, filter, search, check]);

  const takes = (line: Line): boolean => line.filter === 'new' || line.filter === 'changed';
  const seen = lines?.rows.filter(takes).map((line) => line.row) ?? [];
  const all = seen.length > 0 && seen.every((row) => chosen.has(row));
  const toggle = (rows: readonly number[], on: boolean): void => setChosen((before) => { const next = new Set(before); for (const row of rows) if (on) next.add(row); else next.delete(row); return next; });
  const what = (line: Line): string => [
    line.reason === null ? line.filter === 'changed' ? line.changes.map((change) => t(`register.change.${change}`)).join(', ') : '' : t(`register.reason.${line.reason}`),
    line.services.length > 0 ? t('register.services', { codes: line.services.join(', ') }) : '', line.denied.length > 0 ? t('register.denied', { codes: line.denied.join(', ') }) : '', line.unclear.length > 0 ? t('register.unclear', { heads: line.unclear.join(', ') }) : '',
  ].filter((part) => part !== '').join('; ');
  const table = (): TableOut => ({
    title: t('register.lines.title'), columns: (['row', 'filter', 'name', 'code', 'kind', 'where', 'address', 'what'] as const).map((each) => ({ title: t(`register.col.${each}`), kind: each === 'row' ? 'number' as const : 'text' as const })),
    rows: (lines?.rows ?? []).map((line) => [line.row, t(`register.filter.${line.filter}`), line.name, line.code || null, t(`capacity.kind.${line.kind}`), t(`register.where.${line.where}`), line.address || null, what(line) || null]),
  });
  const count = (each: (typeof WHERE)[number]): number => REGISTER_FILTERS.reduce((sum, one) => sum + (one === 'rejected' ? 0 : check.counts[each][one]), 0);
  const ofFilter = (each: (typeof REGISTER_FILTERS)[number]): number => (each === 'rejected' ? WHERE.reduce((sum, one) => sum + check.counts[one].rejected, 0) : check.counts[where][each]);
  return (
    <Card title={t('register.lines.title')} note={t('register.lines.note')} action={<span className="row"><TableActions table={table} /></span>}>
      <div className="fg-tools">
        <span className="seg" role="group" aria-label={t('register.col.where')}>{WHERE.map((each) => <button key={each} type="button" aria-pressed={where === each} onClick={() => setWhere(each)}>{t(`register.where.${each}`)} {count(each)}</button>)}</span>
        <label className="vh" htmlFor={`${id}f`}>{t('register.col.filter')}</label>
        <select id={`${id}f`} className="in fg-sel" value={filter ?? ''} onChange={(event) => setFilter(REGISTER_FILTERS.find((each) => each === event.target.value) ?? null)}>
          <option value="">{t('register.filter.all')}</option>
          {REGISTER_FILTERS.map((each) => <option key={each} value={each}>{`${t(`register.filter.${each}`)}: ${ofFilter(each)}`}</option>)}
        </select>
        <label className="vh" htmlFor={`${id}s`}>{t('register.find')}</label>
        <input id={`${id}s`} className="in fg-find" type="search" placeholder={t('register.find')} value={search} onChange={(event) => setSearch(event.target.value)} />
      </div>
      {error && <ErrorNotice error={error} />}
      {lines === null ? !error && <Waiting lines={4} /> : lines.rows.length === 0 ? <p className="note">{t('register.lines.none')}</p> : (
        <div className="cy-scroll" role="group" aria-label={t('register.lines.title')} tabIndex={0}>
          <table className="tb">
            <caption className="vh">{t('register.lines.title')}</caption>
            <thead><tr><th scope="col"><input type="checkbox" aria-label={t('register.chooseAll')} checked={all} disabled={seen.length === 0} onChange={() => toggle(seen, !all)} /></th>{(['name', 'kind', 'address', 'filter', 'what'] as const).map((each) => <th key={each} scope="col">{t(`register.col.${each}`)}</th>)}</tr></thead>
            <tbody>
              {lines.rows.map((line) => (
                <tr key={line.row}>
                  <td>{takes(line) && <input type="checkbox" aria-label={t('register.chooseOne', { name: plainText(line.name, language) })} checked={chosen.has(line.row)} onChange={() => toggle([line.row], !chosen.has(line.row))} />}</td>
                  <th scope="row"><Raw>{line.name || t('register.nameless', { row: line.row })}</Raw>{line.code !== '' && <span className="note cy-under">{line.code}</span>}</th>
                  <td>{t(`capacity.kind.${line.kind}`)}, {t(`capacity.sector.${line.sector}`)}</td>
                  <td className="note">{line.territory && <><Uk>{line.territory}</Uk><br /></>}<Raw>{line.address}</Raw></td>
                  <td className={line.filter === 'rejected' ? 'cy-no' : undefined}>{t(`register.filter.${line.filter}`)}</td>
                  <td className="note"><Raw>{what(line)}</Raw></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {lines !== null && lines.of > lines.rows.length && <p className="note">{t('register.more', { shown: lines.rows.length, of: lines.of })}</p>}
      <div className="bt"><button type="button" className="ctl pri" disabled={readOnly || chosen.size === 0 || register.busy !== null} onClick={() => void register.apply([...chosen])}>{t('register.apply', { count: chosen.size })}</button><span className="note">{t('register.applyNote')}</span></div>
    </Card>
  );
}
