import { useState } from 'react';
import type { ReturnCheck, ReturnConflict, ReturnedLine } from '#contract/api/collection.ts';
import { formatNumber } from '#contract/format.ts';
import { ErrorNotice, ErrorText, Notice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plain, shown } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { undo } from '../../../plan/useChange.ts';
import { useUndone } from '../../../plan/useUndone.ts';
import { applyReturn, checkAgain, closeReturn, stopReading, useReturn } from './returns.ts';

const FILTERS = ['new', 'changed', 'same', 'rejected'] as const;

/** Filled sheets on their way back: what each is, where they differ, what will change, and only then «Внести». */
export function ReturnPanel({ more }: { readonly more: () => void }) {
  const { t } = useText();
  const { reading, check, stored, revision, error } = useReturn();
  if (stored !== null) return <Stored count={stored} revision={revision} />;
  const share = reading ? Math.round((100 * reading.done) / Math.max(1, reading.of)) : 0;
  return (
    <div className="stack">
      {error && <ErrorNotice error={error} />}
      {reading && (
        <div className="card co-busy" role="status">
          <div className="bar" role="progressbar" aria-label={t('sheets.ret.title')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share}><i style={{ width: `${Math.max(3, share)}%` }} /></div>
          <p className="note">{t('sheets.ret.reading', reading)} <button type="button" className="link" onClick={stopReading}>{t('sheets.ret.stop')}</button></p>
        </div>
      )}
      {check && !reading && <Checked check={check} more={more} />}
      {!check && !reading && <div className="bt"><button type="button" className="ctl" onClick={closeReturn}>{t('common.close')}</button></div>}
    </div>
  );
}

/** What was stored, until it is closed or taken back here or by Ctrl+Z. */
function Stored({ count, revision }: { readonly count: number; readonly revision: number }) {
  const { t } = useText();
  const undone = useUndone(revision);
  const isLast = usePlan((plan) => plan.revision === revision);
  return (
    <div className="stack">
      <Notice kind="ok">{undone ? t('sheets.ret.takenBack') : t('sheets.ret.stored', { count })}</Notice>
      <div className="bt">
        <button type="button" className="ctl pri" autoFocus onClick={closeReturn}>{t('common.close')}</button>
        {isLast && !undone && <button type="button" className="ctl" onClick={() => { void undo().then(closeReturn, () => undefined); }}>{t('sheets.ret.undo')}</button>}
      </div>
    </div>
  );
}

function Checked({ check, more }: { readonly check: ReturnCheck; readonly more: () => void }) {
  const { t, language } = useText();
  const [filter, setFilter] = useState<(typeof FILTERS)[number] | null>(null);
  const { counts, files } = check;
  const read = files.filter((file) => file.verdict === 'taken' || file.verdict === 'repeated').length;
  const will = counts.new + counts.changed;
  const open = check.conflicts.filter((each) => each.choice === null).length;
  const shownFilter = filter ?? FILTERS.find((each) => counts[each] > 0) ?? 'new';
  const lines = check.lines.filter((line) => line.filter === shownFilter);
  const fileName = (index: number): string => files[index]?.name ?? '';
  const n = (value: number | null): string => (value === null ? t('states.sign.unknown') : formatNumber(value, language, { digits: { min: 0, max: 2 } }));
  return (
    <>
      <Card title={t('sheets.ret.files')}>
        <div className="co-wide"><table className="tb">
          <thead><tr><th scope="col">{t('sheets.ret.file')}</th><th scope="col">{t('sheets.ret.sheet')}</th><th scope="col">{t('sheets.ret.what')}</th><th scope="col" className="r">{t('sheets.ret.answered')}</th><th scope="col" className="r">{t('sheets.ret.emptyCells')}</th></tr></thead>
          <tbody>{files.map((file) => (
            <tr key={file.index}>
              <th scope="row"><Raw>{file.name}</Raw></th><td><Raw>{file.sheetName}</Raw></td>
              <td>{t(`sheets.ret.verdict.${file.verdict}`, { year: file.year })}{file.error !== '' && <>. <ErrorText error={{ code: file.error as 'import.damaged', details: { name: file.name } }} /></>}{file.notes.length > 0 && <span className="note"> · {file.notes.map((note) => t(`sheets.ret.note.${note}`)).join('; ')}</span>}</td>
              <td className="r">{file.answered}</td><td className="r">{file.empty}</td>
            </tr>
          ))}</tbody>
        </table></div>
      </Card>
      {check.conflicts.length > 0 && (
        <Card title={t('sheets.ret.conflicts')} note={t('sheets.ret.conflictsNote')}>
          {check.conflicts.length > 1 && <Everywhere conflicts={check.conflicts} fileName={fileName} />}
          <div className="co-wide"><table className="tb"><tbody>{check.conflicts.map((each) => <Conflict key={each.address} conflict={each} fileName={fileName} n={n} />)}</tbody></table></div>
        </Card>
      )}
      <p className="co-verdict">{t('sheets.ret.verdictLine', { ...counts })}</p>
      <Card className="co-list">
        <div className="row">
          <span className="seg" role="group" aria-label={t('sheets.ret.filters')}>{FILTERS.map((each) => <button key={each} type="button" aria-pressed={shownFilter === each} onClick={() => setFilter(each)}>{t(`sheets.ret.filter.${each}`, { n: counts[each] })}</button>)}</span>
          <span className="sp" />
          <TableActions table={() => ({
            title: t('sheets.ret.title'), columns: [{ title: t('sheets.ret.file'), kind: 'text' }, { title: t('sheets.ret.row'), kind: 'number' }, { title: t('sheets.ind.col.wording'), kind: 'text' }, { title: t('sheets.ret.place'), kind: 'text' }, { title: t('sheets.ret.before'), kind: 'number' }, { title: t('sheets.ret.after'), kind: 'number' }, { title: t('sheets.ret.inFile'), kind: 'text' }, { title: t('sheets.ret.why'), kind: 'text' }],
            rows: lines.map((line) => [fileName(line.file), line.row, shown(line.what, language), shown(line.territory, language), line.before, line.after, line.text, line.reason === null ? '' : t(`collection.reason.${line.reason}`)]),
          })} />
        </div>
        <Lines lines={lines.slice(0, 300)} fileName={fileName} n={n} rejected={shownFilter === 'rejected'} />
      </Card>
      <div className="bt co-go">
        <button type="button" className="ctl" onClick={closeReturn}>{t('sheets.ret.close')}</button><button type="button" className="ctl" onClick={more}>{t('sheets.ret.again')}</button>
        <button type="button" className="ctl pri" aria-disabled={read === 0 || undefined} aria-describedby={read === 0 ? 'sh-blocked' : undefined} onClick={() => { if (read > 0) void applyReturn(); }}>{will > 0 ? t('sheets.ret.apply', { count: will }) : t('sheets.ret.applyNone')}</button>
        {open > 0 && <span className="note">{t('sheets.ret.open', { count: open })}</span>}
        {read === 0 && <span className="note" id="sh-blocked">{t('sheets.ret.nothing')}</span>}
      </div>
    </>
  );
}

/** One answer for all the differences: trust this sheet, or add them where they can be added. */
function Everywhere({ conflicts, fileName }: { readonly conflicts: readonly ReturnConflict[]; readonly fileName: (index: number) => string }) {
  const { t } = useText();
  const files = [...new Set(conflicts.flatMap(({ values }) => values.map((each) => each.file)))];
  const choose = (choice: number | 'sum'): void => void checkAgain(Object.fromEntries(conflicts.filter(({ values, additive }) => (choice === 'sum' ? additive : values.some((each) => each.file === choice))).map(({ address }) => [address, choice])));
  return (
    <div className="bt" role="group" aria-label={t('sheets.ret.everywhere')}>
      <span className="note">{t('sheets.ret.everywhere')}</span>
      {files.map((file) => <button key={file} type="button" className="ctl" onClick={() => choose(file)}><Raw>{fileName(file)}</Raw></button>)}
      {conflicts.some(({ additive }) => additive) && <button type="button" className="ctl" onClick={() => choose('sum')}>{t('sheets.ret.sumAll')}</button>}
    </div>
  );
}

/** One figure for which sheets say different numbers. */
function Conflict({ conflict, fileName, n }: { readonly conflict: ReturnConflict; readonly fileName: (index: number) => string; readonly n: (value: number | null) => string }) {
  const { t, language } = useText();
  const { address, what, territory, values, additive, choice } = conflict;
  return (
    <tr>
      <th scope="row"><Uk>{what}</Uk></th><td><Uk>{territory}</Uk></td>
      <td><select className="in" aria-label={t('sheets.ret.value', { what: `${plain(what, language)}, ${plain(territory, language)}` })} value={choice === null ? '' : String(choice)} onChange={(event) => void checkAgain({ [address]: event.target.value === 'sum' ? 'sum' : Number(event.target.value) })}>
        <option value="" disabled>{t('sheets.ret.choose')}</option>
        {values.map((each) => <option key={each.file} value={each.file} lang={language === 'en' ? 'uk' : undefined}>{t('sheets.ret.from', { value: n(each.value), file: fileName(each.file) })}</option>)}
        {additive && <option value="sum">{t('sheets.ret.sum', { sum: n(values.reduce((sum, each) => sum + each.value, 0)) })}</option>}
      </select></td>
    </tr>
  );
}

function Lines({ lines, fileName, n, rejected }: { readonly lines: readonly ReturnedLine[]; readonly fileName: (index: number) => string; readonly n: (value: number | null) => string; readonly rejected: boolean }) {
  const { t } = useText();
  if (lines.length === 0) return <p className="note">{t('sheets.ret.noLines')}</p>;
  return (
    <div className="co-wide"><table className="tb">
      <thead><tr><th scope="col">{t('sheets.ret.file')}</th><th scope="col" className="r">{t('sheets.ret.row')}</th><th scope="col">{t('sheets.ind.col.wording')}</th><th scope="col">{t('sheets.ret.place')}</th>{rejected ? <><th scope="col">{t('sheets.ret.inFile')}</th><th scope="col">{t('sheets.ret.why')}</th></> : <><th scope="col" className="r">{t('sheets.ret.before')}</th><th scope="col" className="r">{t('sheets.ret.after')}</th></>}</tr></thead>
      <tbody>{lines.map((line, at) => (
        <tr key={`${line.file} ${line.row} ${at}`}>
          <td><Raw>{fileName(line.file)}</Raw></td><td className="r">{line.row}</td><th scope="row"><Uk>{line.what}</Uk>{line.provider !== '' && <span className="note"> · <Raw>{line.provider}</Raw></span>}</th><td><Uk>{line.territory}</Uk></td>
          {rejected ? <><td><Raw>{line.text}</Raw></td><td>{line.reason && t(`collection.reason.${line.reason}`)}</td></> : <><td className="r">{line.filter === 'new' && line.before === null ? '' : n(line.before)}</td><td className="r">{n(line.after)}</td></>}
        </tr>
      ))}</tbody>
    </table></div>
  );
}
