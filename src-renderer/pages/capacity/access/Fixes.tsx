import { useState } from 'react';
import type { AuditDetail, AuditFix, Checklist, FixPlan } from '#contract/api/accessibility.ts';
import { formatNumber } from '#contract/format.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Num } from '../../../components/Num.tsx';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plainText } from '../../../lib/text.ts';
import { useSend } from '../../needs/cycle/useSend.ts';
import { FixForm } from './FixForm.tsx';
import { costText } from './tables.ts';
import { entranceText, hryvnias, listNumbers, numbersOf, statusText } from './words.tsx';

/** What mends the criteria answered no: ranked, with what each leads to, and the cheapest ways on. */
export function Fixes({ checklist, audit, readOnly }: { readonly checklist: Checklist; readonly audit: AuditDetail; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const send = useSend();
  const [editing, setEditing] = useState<{ readonly fix: AuditFix | null; readonly item: string } | null>(null);
  const numbers = numbersOf(checklist);
  const questions = new Map(checklist.items.map((item) => [item.id, item.question]));
  if (audit.result.no === 0 && audit.fixes.length === 0) return <EmptyState title={t('access.fixes.empty')} text={t('access.fixes.emptyText')} />;
  const add = <button type="button" className={`ctl${audit.fixes.length === 0 ? ' pri' : ''}`} disabled={readOnly} onClick={() => setEditing({ fix: null, item: '' })}>{t('access.fixes.add')}</button>;
  return (
    <div className="ac-cols">
      <div className="ac-main">
        {send.error && <ErrorNotice error={send.error} />}
        {audit.fixes.length === 0 ? <EmptyState title={t('access.fixes.none')} text={t('access.fixes.noneText')}>{add}</EmptyState> : (
          <Card title={t('access.fixes.title')} note={t('access.fixes.note')} action={add}>
            <div className="ac-scroll" role="group" aria-label={t('access.fixes.title')} tabIndex={0}>
              <table className="tb ac-table">
                <caption className="vh">{t('access.fixes.title')}</caption>
                <thead><tr>{(['number', 'fix', 'items', 'cost', 'people', 'perPerson', 'after'] as const).map((id) => <th key={id} scope="col" className={['cost', 'people', 'perPerson'].includes(id) ? 'r' : undefined}>{t(`access.col.${id}`)}</th>)}<th scope="col"><span className="vh">{t('access.col.actions')}</span></th></tr></thead>
                <tbody>{audit.fixes.map((fix, at) => (
                  <tr key={fix.id}>
                    <td className="q">{at + 1}</td>
                    <th scope="row"><Raw>{fix.name}</Raw>{fix.critical && <> <span className="mk bd">{t('access.critical')}</span></>}</th>
                    <td>{fix.mends.length === 0 ? <span className="m">{t('access.fixes.nothingMends')}</span> : listNumbers(fix.mends, numbers)}</td>
                    <td className="r">{fix.costKop === null ? t('states.sign.unknown') : hryvnias(fix.costKop, language)}</td>
                    <td className="r">{fix.peopleFrom === 'served' ? <Num num={audit.comes} label={t('access.col.people')} /> : fix.people === null ? t('states.sign.unknown') : formatNumber(Math.round(fix.people), language)}{fix.peopleFrom === 'served' && <span className="note ac-under">{t('access.fixes.served')}</span>}</td>
                    <td className="r">{fix.costPerPersonKop === null ? '' : hryvnias(fix.costPerPersonKop, language)}</td>
                    <td className="note">{t('access.fixes.after', { status: statusText(checklist, { open: 0, status: fix.after.status }, language), entrance: entranceText(fix.after.entrance, language) })}</td>
                    <td><span className="ac-acts">
                      <button type="button" className="link" disabled={readOnly} aria-label={t('access.fixes.editOf', { name: plainText(fix.name, language) })} onClick={() => setEditing({ fix, item: '' })}>{t('access.fixes.edit')}</button>
                      <button type="button" className="link" disabled={readOnly || send.busy} aria-label={t('access.fixes.removeOf', { name: plainText(fix.name, language) })} onClick={() => void send.send('audit.fix.remove', { id: fix.id })}>{t('common.remove')}</button>
                    </span></td>
                  </tr>
                ))}</tbody>
              </table>
            </div>
            <p className="note text">{t('access.fixes.done')}</p>
          </Card>
        )}
        {audit.bare.length > 0 && (
          <Card title={t('access.fixes.bare')} note={audit.bare.length}>
            <p className="note">{t('access.fixes.bareText')}</p>
            <ul className="ac-bare">{audit.bare.map((id) => <li key={id}><span className="q ac-no">{numbers.get(id)}</span><span><Uk>{questions.get(id) ?? null}</Uk></span><button type="button" className="link" disabled={readOnly} aria-label={`${t('access.fixes.add')}: ${numbers.get(id) ?? ''}`} onClick={() => setEditing({ fix: null, item: id })}>{t('access.fixes.add')}</button></li>)}</ul>
          </Card>
        )}
      </div>
      <div className="ac-side">
        {audit.plans.length > 0 && <Card title={t('access.plan.title')}>{audit.plans.map((plan) => <Plan key={plan.target} plan={plan} audit={audit} numbers={numbers} />)}<p className="note text">{t('access.plan.how')}</p></Card>}
      </div>
      {editing && <FixForm key={editing.fix?.id ?? editing.item} checklist={checklist} audit={audit} fix={editing.fix} item={editing.item} onClose={() => setEditing(null)} />}
    </div>
  );
}

/** The cheapest set for one target: which fixes, what it costs, what is not known. */
function Plan({ plan, audit, numbers }: { readonly plan: FixPlan; readonly audit: AuditDetail; readonly numbers: ReadonlyMap<string, number> }) {
  const { t, language } = useText();
  const chosen = audit.fixes.filter((fix) => plan.fixes.includes(fix.id));
  return (
    <section className="ac-plan" aria-label={t(`access.plan.${plan.target}`)}>
      <h3>{t(`access.plan.${plan.target}`)}</h3>
      <p>{plan.unknown === 0 || plan.costKop > 0 ? <><b>{costText(plan.costKop, language)}</b>{plan.unknown > 0 && ` ${t('access.plan.unknown', { count: plan.unknown })}`}</> : t('access.plan.allUnknown')}</p>
      <ul>{chosen.map((fix) => <li key={fix.id}><Raw>{fix.name}</Raw></li>)}{plan.bare.map((id) => <li key={id} className="m">{t('access.plan.criterion', { n: numbers.get(id) ?? 0 })}</li>)}</ul>
      {plan.maybeCheaper && <p className="note">{t('access.plan.maybeCheaper')}</p>}
      {plan.assumes > 0 && <p className="note">{t('access.plan.assumes', { count: plan.assumes })}</p>}
    </section>
  );
}
