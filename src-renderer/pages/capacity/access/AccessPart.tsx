import './access.css';
import { useState } from 'react';
import type { AccessFacility, AccessibilityView, Checklist } from '#contract/api/accessibility.ts';
import { formatDate, formatShare } from '#contract/format.ts';
import { call } from '../../../api.ts';
import { Icon } from '../../../components/Icon.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Num } from '../../../components/Num.tsx';
import { Card, EmptyState, PageHead } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { download } from '../../../lib/files.ts';
import { href, useRoute } from '../../../lib/route.ts';
import { plainText } from '../../../lib/text.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { useAct } from '../../needs/surveys/useAct.ts';
import { AuditForm } from './AuditForm.tsx';
import { AuditPage } from './AuditPage.tsx';
import { ProcedureCard, RuleCard } from './RuleCard.tsx';
import { facilitiesOut } from './tables.ts';
import { EntranceMark, StatusMark } from './words.tsx';

/** Accessibility: facilities with their audits, or the audit that the address names. */
export default function AccessPart() {
  const { t, language } = useText();
  const scope = useScope();
  const id = useRoute().params.get('audit') ?? '';
  const view = useView('accessibility.view', { ...scope, audit: id }, ['capacity', 'reference', 'groups']);
  const { data } = view;
  if (id !== '') return <Loaded view={view} lines={10}>{(all) => (all.checklist && all.audit ? <AuditPage key={all.audit.id} view={all} checklist={all.checklist} audit={all.audit} /> : <><PageHead title={t('access.title')} /><EmptyState title={t('access.gone')}><a className="ctl pri" href={href('capacity', { tab: 'access' })}>{t('access.toList')}</a></EmptyState></>)}</Loaded>;
  return (
    <>
      <PageHead title={t('access.title')} sub={t('access.sub')}>{data?.checklist && data.facilities.length > 0 && <TableActions table={() => facilitiesOut(data, data.checklist as Checklist, language)} />}</PageHead>
      <Loaded view={view} lines={8}>{(all) => (all.checklist ? <Overview view={all} checklist={all.checklist} /> : <EmptyState title={t('access.noList')} text={t('access.noListText')}><a className="ctl pri" href={href('reference')}>{t('access.toReference')}</a></EmptyState>)}</Loaded>
    </>
  );
}

function Overview({ view, checklist }: { readonly view: AccessibilityView; readonly checklist: Checklist }) {
  const { t, language } = useText();
  const scope = useScope();
  const readOnly = usePlan().info?.readOnly === true;
  const { busy, error, act } = useAct();
  const [adding, setAdding] = useState<AccessFacility | null>(null);
  const print = (facility: string): void => void act(async () => download(await call('accessibility.document', { ...scope, kind: 'blank', facility, language })));
  const { out } = view;
  return (
    <div className="ac">
      {error && <ErrorNotice error={error} />}
      {out.facilities > 0 && <Notice kind="wn">{t('access.out', { count: out.facilities })}{out.served !== null && ` ${t('access.outServed', { count: Math.round(out.served) })}`}{out.served !== null && out.unknown > 0 && ` ${t('access.outUnknown', { count: out.unknown })}`}</Notice>}
      <div className="ac-cols">
        <div className="ac-main">
          {view.facilities.length === 0 ? <EmptyState title={t('access.noFacilities')} text={t('access.noFacilitiesText')}><a className="ctl pri" href={href('capacity', { tab: 'providers' })}>{t('access.toProviders')}</a><button type="button" className="ctl" disabled={busy} onClick={() => print('')}><Icon name="paper" />{t('access.blank')}</button></EmptyState> : (
            <Card title={t('access.facilities')} note={view.facilities.length} action={<button type="button" className="ctl" disabled={busy} title={t('access.blankNote')} onClick={() => print('')}><Icon name="paper" />{t('access.blank')}</button>}>
              <div className="ac-scroll" role="group" aria-label={t('access.facilities')} tabIndex={0}>
                <table className="tb ac-table">
                  <caption className="vh">{t('access.facilities')}</caption>
                  <thead><tr>{(['facility', 'place', 'day', 'status', 'share', 'entrance', 'served'] as const).map((id) => <th key={id} scope="col" className={id === 'share' || id === 'served' ? 'r' : undefined}>{t(`access.col.${id}`)}</th>)}<th scope="col"><span className="vh">{t('access.col.actions')}</span></th></tr></thead>
                  <tbody>{view.facilities.map((facility) => {
                    const audit = view.audits.find((each) => each.id === facility.latest);
                    const name = plainText(facility.name, language);
                    return (
                      <tr key={facility.id}>
                        <th scope="row" className="ac-facility"><Raw>{facility.name}</Raw><span className="note ac-under"><Raw>{facility.provider}</Raw></span></th>
                        <td><Uk>{facility.place}</Uk></td>
                        <td>{audit ? formatDate(audit.day, language) : <span className="m">{t('access.notAudited')}</span>}</td>
                        <td>{audit && <StatusMark checklist={checklist} result={audit.result} />}</td>
                        <td className="r">{audit && audit.result.score !== null ? formatShare(audit.result.score, language) : ''}</td>
                        <td><EntranceMark entrance={facility.entrance} /></td>
                        <td className="r"><Num num={facility.comes} label={`${t('access.col.served')}, ${name}`} /></td>
                        <td><span className="ac-links">
                          {audit && <a href={href('capacity', { tab: 'access', audit: audit.id })} aria-label={t('access.openOf', { name })}>{t('access.open')}</a>}
                          <button type="button" className="link" disabled={readOnly} aria-label={t(audit ? 'access.againOf' : 'access.auditOf', { name })} onClick={() => setAdding(facility)}>{t(audit ? 'access.again' : 'access.audit')}</button>
                        </span></td>
                      </tr>
                    );
                  })}</tbody>
                </table>
              </div>
              <p className="note text">{t('access.servedNote')}</p>
            </Card>
          )}
        </div>
        <div className="ac-side"><RuleCard view={view} checklist={checklist} readOnly={readOnly} /><ProcedureCard checklist={checklist} /></div>
      </div>
      {adding && <AuditForm view={view} facility={adding.id} audit={null} onClose={() => setAdding(null)} />}
    </div>
  );
}
