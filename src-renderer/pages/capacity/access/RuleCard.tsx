import { useState, type FormEvent } from 'react';
import type { AccessibilityView, Checklist } from '#contract/api/accessibility.ts';
import { editText } from '#contract/format.ts';
import { parseNumber } from '#contract/parse.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Mark } from '../../../components/Marks.tsx';
import { ErrorNotice, FieldError } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { useSend } from '../../needs/cycle/useSend.ts';
import { ruleText } from './words.tsx';

/** How a result follows from the answers: shown, and changed here. */
export function RuleCard({ view, checklist, readOnly }: { readonly view: AccessibilityView; readonly checklist: Checklist; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const [editing, setEditing] = useState(false);
  const send = useSend();
  return (
    <Card title={t('access.rule.title')} note={view.rule.own ? t('access.rule.own') : <>{t('access.rule.proposal')} <Mark kind="recalled" /></>}>
      <p className="text">{ruleText(view.rule, language)}</p>
      <p className="note text"><Uk>{checklist.scoring}</Uk>. {t('access.rule.criticalOf', { count: view.rule.critical.length })}.</p>
      <p className="note text"><Uk>{checklist.ruleNote}</Uk>.</p>
      {send.error && <ErrorNotice error={send.error} />}
      <div className="bt">
        <button type="button" className="ctl" disabled={readOnly} onClick={() => setEditing(true)}>{t('access.rule.edit')}</button>
        {view.rule.own && <button type="button" className="ctl" disabled={readOnly || send.busy} onClick={() => void send.send('accessibility.rule', { reset: true })}>{t('access.rule.reset')}</button>}
      </div>
      {editing && <RuleDialog view={view} checklist={checklist} onClose={() => setEditing(false)} />}
    </Card>
  );
}

function ShareField({ id, label, value, onChange }: { readonly id: string; readonly label: string; readonly value: string; readonly onChange: (text: string) => void }) {
  const { t, language } = useText();
  const wrong = shareOf(value, language) === null;
  return (
    <div className="fld"><label htmlFor={id}>{label}</label>
      <input id={id} className="in" value={value} maxLength={20} aria-invalid={wrong || undefined} aria-describedby={wrong ? `${id}e` : undefined} onChange={(event) => onChange(event.target.value)} />
      {wrong && <FieldError id={`${id}e`}>{t('access.rule.badShare')}</FieldError>}</div>
  );
}
/** Per cent as typed («90», «90 %») to a share; null = not one. */
function shareOf(text: string, language: 'uk' | 'en'): number | null {
  const parsed = parseNumber(`${text.replace('%', '').trim()}%`, { kind: 'share', language });
  return parsed.ok ? parsed.value : null;
}

function RuleDialog({ view, checklist, onClose }: { readonly view: AccessibilityView; readonly checklist: Checklist; readonly onClose: () => void }) {
  const { t, language } = useText();
  const send = useSend();
  const percent = (share: number): string => editText(share, 'share', language).replace('%', '');
  const [free, setFree] = useState(percent(view.rule.freeShare));
  const [partial, setPartial] = useState(percent(view.rule.partialShare));
  const [critical, setCritical] = useState<ReadonlySet<string>>(new Set(view.rule.critical));
  const [freeShare, partialShare] = [shareOf(free, language), shareOf(partial, language)];
  const toggle = (id: string): void => setCritical((before) => { const next = new Set(before); if (!next.delete(id)) next.add(id); return next; });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (freeShare !== null && partialShare !== null) void send.send('accessibility.rule', { critical: [...critical], freeShare, partialShare }, onClose);
  };
  return (
    <Dialog title={t('access.rule.title')} wide onClose={onClose}>
      <form className="dlg" onSubmit={submit}>
        <div className="cyc-two"><ShareField id="acfree" label={t('access.rule.free')} value={free} onChange={setFree} /><ShareField id="acpartial" label={t('access.rule.partial')} value={partial} onChange={setPartial} /></div>
        <p className="note text"><Uk>{checklist.criticality}</Uk>.</p>
        <fieldset className="ac-criticals">
          <legend className="w5">{t('access.rule.criticalOf', { count: critical.size })}</legend>
          {checklist.areas.map((area) => (
            <div key={area.id}><h3><Uk>{area.name}</Uk></h3>
              {checklist.items.filter((item) => item.area === area.id).map((item) => <label key={item.id} className="ac-check"><input type="checkbox" checked={critical.has(item.id)} onChange={() => toggle(item.id)} /><span><Uk>{item.question}</Uk>{item.proposed && <span className="note"> · {t('access.rule.proposed')}</span>}</span></label>)}
            </div>
          ))}
        </fieldset>
        {send.error && <ErrorNotice error={send.error} />}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={send.busy || freeShare === null || partialShare === null}>{t('common.save')}</button></div>
      </form>
    </Dialog>
  );
}

/** By which act facilities are audited, by whom and when, and how far the criteria can be trusted. */
export function ProcedureCard({ checklist }: { readonly checklist: Checklist }) {
  const { t } = useText();
  const { procedure } = checklist;
  return (
    <Card title={t('access.procedure.title')}>
      <p className="note text"><Uk>{procedure.act}</Uk></p>
      <dl className="ac-dl">
        {(['who', 'when', 'submit', 'methodical'] as const).map((id) => <div key={id}><dt>{t(`access.procedure.${id}`)}</dt><dd><Uk>{procedure[id]}</Uk></dd></div>)}
        <div><dt>{t('access.procedure.norm')}</dt><dd><Uk>{checklist.norm}</Uk></dd></div>
      </dl>
      <p className="note text"><Uk>{checklist.caution}</Uk></p>
    </Card>
  );
}
