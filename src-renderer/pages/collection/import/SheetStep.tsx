import { useEffect, useId, useState } from 'react';
import type { ImportArea, ImportLook, ImportSheet } from '#contract/api/imports.ts';
import { Card } from '../../../components/Page.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { hasCyrillic } from '../../../lib/text.ts';
import { useView } from '../../../plan/useView.ts';
import { StepButtons } from './StepButtons.tsx';
import { chooseArea, goTo, tableOf, useWizard } from './wizard.ts';

/** Rows of the preview on one page. */
const SHOWN = 40;

/** Which sheet and table, and where its head and its data stand; what the program found can be corrected. */
export function SheetStep() {
  const { t, language } = useText();
  const { sheets, area, look } = useWizard();
  const id = useId();
  const sheet = sheets.find((each) => each.index === area?.sheet) ?? sheets[0];
  if (!sheet || !area || !look) return null;
  const other = (index: number): void => { const next = sheets[index] && tableOf(sheets[index]); if (next) void chooseArea(next); };
  return (
    <>
      <Card className="co-form">
        <div className="fld"><label htmlFor={`${id}s`}>{t('collection.sheet.sheet')}</label>
          <select id={`${id}s`} className="in" value={sheet.index} onChange={(event) => other(Number(event.target.value))}>
            {sheets.map((each) => <option key={each.index} value={each.index} lang={language === 'en' && hasCyrillic(each.name) ? 'uk' : undefined}>{`${each.name}${each.hidden ? ` (${t('collection.sheet.hidden')})` : ''}`}</option>)}
          </select>
        </div>
        {sheet.tables.length > 1 && (
          <div className="fld"><label htmlFor={`${id}t`}>{t('collection.sheet.table')}</label>
            <select id={`${id}t`} className="in" value={sheet.tables.findIndex((table) => same(table, area))} onChange={(event) => { const table = sheet.tables[Number(event.target.value)]; if (table) void chooseArea(table); }}>
              {!sheet.tables.some((table) => same(table, area)) && <option value={-1}>{t('collection.sheet.own')}</option>}
              {sheet.tables.map((table, n) => <option key={`${table.dataTop} ${table.left}`} value={n}>{t('collection.sheet.tableRows', { n: n + 1, from: table.dataTop + 1, to: table.dataBottom + 1 })}</option>)}
            </select>
          </div>
        )}
        <Bounds key={JSON.stringify(area)} area={area} sheet={sheet} />
      </Card>
      <Facts look={look} />
      <Preview area={area} />
      <StepButtons next={() => goTo('personal')} label={t('collection.next.personal')} />
    </>
  );
}

const same = (a: ImportArea, b: ImportArea): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Rows of the head and of the data, counted as in the file. */
function Bounds({ area, sheet }: { readonly area: ImportArea; readonly sheet: ImportSheet }) {
  const { t } = useText();
  const id = useId();
  const [rows, setRows] = useState([area.headTop + 1, area.headBottom + 1, area.dataTop + 1, area.dataBottom + 1]);
  const [headTop = 0, headBottom = 0, dataTop = 1, dataBottom = 1] = rows;
  const head = headTop > 0;
  const fits = rows.every((row) => Number.isInteger(row)) && dataTop >= 1 && dataBottom <= sheet.rows && dataTop <= dataBottom && (!head || (headTop <= headBottom && headBottom < dataTop && headBottom - headTop < 20));
  const changed = headTop !== area.headTop + 1 || headBottom !== area.headBottom + 1 || dataTop !== area.dataTop + 1 || dataBottom !== area.dataBottom + 1;
  const use = (): void => { if (fits) void chooseArea({ ...area, headTop: head ? headTop - 1 : -1, headBottom: head ? headBottom - 1 : -1, dataTop: dataTop - 1, dataBottom: dataBottom - 1, left: 0, right: sheet.columns - 1 }); };
  return (
    <form className="co-rows" onSubmit={(event) => { event.preventDefault(); use(); }}>
      {(['headTop', 'headBottom', 'dataTop', 'dataBottom'] as const).map((name, n) => (
        <div className="fld" key={name}><label htmlFor={`${id}${n}`}>{t(`collection.sheet.${name}`)}</label>
          <input id={`${id}${n}`} className="in" type="number" min={n < 2 ? 0 : 1} max={sheet.rows} value={rows[n]} aria-invalid={!fits || undefined} onChange={(event) => setRows(rows.map((row, at) => (at === n ? event.target.valueAsNumber : row)))} />
        </div>
      ))}
      {changed && <button type="submit" className="ctl" disabled={!fits}>{t('collection.sheet.use')}</button>}
      <p className="note">{fits ? t('collection.sheet.noHead') : t('collection.sheet.wrongRows')}</p>
    </form>
  );
}

/** What was found around and inside the table. */
function Facts({ look }: { readonly look: ImportLook }) {
  const { t } = useText();
  const facts = [
    t('collection.sheet.facts', { rows: t('collection.count.rows', { count: look.dataRows }), columns: t('collection.count.columns', { count: look.columns.length }) }),
    look.totalRows > 0 && t('collection.sheet.totals', { count: look.totalRows }),
    look.repeated > 0 && t('collection.sheet.repeated', { count: look.repeated }),
    look.hiddenRows > 0 && t('collection.sheet.hiddenRows', { count: look.hiddenRows }),
    look.remembered && t('collection.sheet.remembered'),
  ].filter((fact) => fact !== false);
  return <p className="note">{facts.join(' ')}</p>;
}

/** The sheet as it stands in the file, with the head and the data marked. */
function Preview({ area }: { readonly area: ImportArea }) {
  const { t } = useText();
  const { importId } = useWizard();
  const start = Math.max(0, (area.headTop < 0 ? area.dataTop : area.headTop) - 4);
  const [from, setFrom] = useState(start);
  useEffect(() => setFrom(start), [start, area.sheet]);
  const view = useView('import.rows', importId === null ? null : { importId, sheet: area.sheet, from, count: SHOWN }, []);
  const data = view.data;
  if (!data) return null;
  const width = Math.min(60, Math.max(area.right + 1, ...data.rows.map((row) => row.length)));
  const columns = Array.from({ length: width }, (_, n) => n);
  return (
    <Card title={t('collection.sheet.preview')} note={t('collection.sheet.previewNote', { from: from + 1, to: Math.min(from + SHOWN, data.of), of: data.of })} action={(
      <span className="row">
        <button type="button" className="ctl" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - SHOWN))}>{t('collection.earlier')}</button>
        <button type="button" className="ctl" disabled={from + SHOWN >= data.of} onClick={() => setFrom(from + SHOWN)}>{t('collection.later')}</button>
      </span>
    )}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable by keys */}
      <div className="co-sheet" role="group" tabIndex={0} aria-label={t('collection.sheet.preview')}>
        <table className="tb">
          <thead><tr><th scope="col"><span className="vh">{t('collection.row')}</span></th>{columns.map((column) => <th key={column} scope="col">{lettersOf(column)}</th>)}</tr></thead>
          <tbody>
            {data.rows.map((row, n) => {
              const at = from + n;
              const part = at >= area.headTop && at <= area.headBottom ? 'head' : at >= area.dataTop && at <= area.dataBottom ? 'data' : 'out';
              return <tr key={at} data-part={part}><th scope="row" className="r">{at + 1}</th>{columns.map((column) => <td key={column}><Raw>{row[column] ?? ''}</Raw></td>)}</tr>;
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** Letters of a column as in spreadsheets. */
const lettersOf = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : lettersOf(Math.floor(column / 26) - 1) + lettersOf(column % 26));
