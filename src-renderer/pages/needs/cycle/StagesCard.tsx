import { Fragment, useState } from 'react';
import type { Determination, Stage } from '#contract/api/cycle.ts';
import { formatDate } from '#contract/format.ts';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plain } from '../../../lib/text.ts';
import { href } from '../../../lib/route.ts';
import { chooseYear, usePlan } from '../../../plan/store.ts';
import { datesText, Proposal, StageMark } from './parts.tsx';
import { StageForm } from './StageForm.tsx';
import { stageTable } from './Timeline.tsx';

interface Props { readonly determination: Determination; readonly title: string; readonly bodies: readonly string[]; readonly readOnly: boolean; readonly open: string | null }

/** The stages with dates, state, responsible body and documents; each can be changed in its place. */
export function StagesCard({ determination, title, bodies, readOnly, open }: Props) {
  const { t, language } = useText();
  const [editing, setEditing] = useState<string | null>(open);
  const table = () => {
    const twin = stageTable(determination.stages, language);
    return { title, columns: twin.columns.map((column) => ({ title: column.label, kind: 'text' as const })), rows: twin.rows.map((row) => row.cells.map((cell) => (cell.kind === 'text' ? cell.label : ''))) };
  };
  const close = (id: string): void => {
    setEditing(null);
    window.setTimeout(() => document.getElementById(`edit-${id}`)?.focus(), 0);
  };
  return (
    <Card title={t('cycle.stages')} action={<span className="row"><TableActions table={table} /></span>} className="cyc-stages">
      <div className="cyc-scroll">
        <table className="tb">
          <thead><tr><th scope="col">{t('cycle.col.stage')}</th><th scope="col">{t('cycle.col.dates')}</th><th scope="col">{t('cycle.col.state')}</th><th scope="col">{t('cycle.col.responsible')}</th><th scope="col">{t('cycle.col.papers')}</th><th scope="col"><span className="vh">{t('cycle.edit')}</span></th></tr></thead>
          <tbody>
            {determination.stages.map((stage) => (
              <Fragment key={stage.id}>
                <tr>
                  <th scope="row"><Uk>{stage.name}</Uk></th>
                  <td className="cyc-days">{datesText(stage, language)}{stage.datesProposed && stage.datesBasis.confidence === 'assumption' && <> <Proposal /></>}</td>
                  <td><StageMark stage={stage} />{stage.done !== '' && <span className="note nw"> {formatDate(stage.done, language)}</span>}{stage.state === 'skipped' && <span className="note"> <Raw>{stage.reason}</Raw></span>}{stage.id === 'collection' && <Sheets stage={stage} year={determination.year} />}</td>
                  <td>{stage.responsible === '' ? <span className="q">{t('cycle.noResponsible')}</span> : <Raw>{stage.responsible}</Raw>}</td>
                  <td><Papers stage={stage} />{stage.note !== '' && <span className="note cyc-note"><Raw>{stage.note}</Raw></span>}</td>
                  <td className="r">{!readOnly && <button id={`edit-${stage.id}`} type="button" className="ctl" aria-expanded={editing === stage.id} aria-label={t('common.colon', { what: t('cycle.edit'), value: plain(stage.name, language) })} onClick={() => setEditing(editing === stage.id ? null : stage.id)}>{t('cycle.edit')}</button>}</td>
                </tr>
                {editing === stage.id && <tr><td colSpan={6} className="cyc-edit"><StageForm determination={determination.id} stage={stage} bodies={bodies} onDone={() => close(stage.id)} /></td></tr>}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** How the collection sheets of the year stand, with the way to them. */
function Sheets({ stage: { sheets }, year }: { readonly stage: Stage; readonly year: number }) {
  const { t } = useText();
  const years = usePlan((plan) => plan.info?.years);
  const go = (): void => { if (years?.includes(year)) chooseYear(year); };
  return (
    <span className="note cyc-sheets">
      {sheets === null ? t('cycle.sheets.none') : t('cycle.sheets.sent', { sent: sheets.sent, all: sheets.all })}
      {sheets !== null && `, ${t('cycle.sheets.returned', { count: sheets.returned })}`}
      {sheets !== null && sheets.late > 0 && <>, <b className="cyc-late">{t('cycle.sheets.late', { count: sheets.late })}</b></>}
      {' '}<a href={href('collection', { tab: 'sheets' })} onClick={go}>{t(sheets === null ? 'cycle.sheets.make' : 'cycle.sheets.open')}</a>
    </span>
  );
}

/** Documents of a stage: kind, number, date; a https address opens outside. */
function Papers({ stage }: { readonly stage: Stage }) {
  const { t, language } = useText();
  if (stage.papers.length === 0) return <span className="q">{t('common.none')}</span>;
  return (
    <ul>
      {stage.papers.map((paper) => {
        const text = [t(`cycle.paper.kinds.${paper.kind}`), paper.number === '' ? '' : t('cycle.paper.numbered', { number: paper.number }), paper.date === '' ? '' : t('cycle.paper.dated', { date: formatDate(paper.date, language) })].filter((part) => part !== '').join(' ');
        return (
          <li key={`${paper.kind} ${paper.number} ${paper.date} ${paper.title} ${paper.link}`}>
            {paper.link.startsWith('https://') ? <a href={paper.link} target="_blank" rel="noreferrer noopener">{text}</a> : text}
            {paper.title !== '' && <span className="note"> <Raw>{paper.title}</Raw></span>}{paper.link !== '' && !paper.link.startsWith('https://') && <span className="note"> <Raw>{paper.link}</Raw></span>}
          </li>
        );
      })}
    </ul>
  );
}
