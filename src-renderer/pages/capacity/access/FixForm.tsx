import { useId, useState, type FormEvent } from 'react';
import type { AuditDetail, AuditFix, Checklist } from '#contract/api/accessibility.ts';
import { editText, formatNumber, type Language } from '#contract/format.ts';
import { parseNumber } from '#contract/parse.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { FieldError } from '../../../components/Notice.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { shown } from '../../../lib/text.ts';
import { SendError, TextField } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';
import { numbersOf } from './words.tsx';

const KOP = 100;
/** A number as typed, empty = null; undefined = not a number. */
function numberOf(text: string, kind: 'decimal' | 'whole', language: Language): number | null | undefined {
  const parsed = parseNumber(text, { kind, language });
  return parsed.ok ? parsed.value : undefined;
}

function AmountField({ label, value, note, wrong, onChange }: { readonly label: string; readonly value: string; readonly note: string; readonly wrong: boolean; readonly onChange: (text: string) => void }) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="fld"><label htmlFor={id}>{label}</label>
      <input id={id} className="in" value={value} maxLength={24} inputMode="decimal" aria-invalid={wrong || undefined} aria-describedby={`${id}n${wrong ? ` ${id}e` : ''}`} onChange={(event) => onChange(event.target.value)} />
      {wrong && <FieldError id={`${id}e`}>{t('access.fixes.badNumber')}</FieldError>}
      <p className="note" id={`${id}n`}>{note}</p></div>
  );
}

/** A fix: what is done, what it costs, whom it helps, which criteria it mends. */
export function FixForm({ checklist, audit, fix, item, onClose }: { readonly checklist: Checklist; readonly audit: AuditDetail; readonly fix: AuditFix | null; readonly item: string; readonly onClose: () => void }) {
  const { t, language } = useText();
  const send = useSend();
  const [name, setName] = useState(fix?.name ?? '');
  const [cost, setCost] = useState(fix?.costKop == null ? '' : editText(fix.costKop / KOP, 'uah', language));
  const [people, setPeople] = useState(fix?.peopleFrom === 'entered' && fix.people !== null ? editText(fix.people, 'count', language) : '');
  const [items, setItems] = useState<ReadonlySet<string>>(new Set(fix?.items ?? (item === '' ? [] : [item])));
  const [tried, setTried] = useState(false);
  const numbers = numbersOf(checklist);
  const [uah, count] = [numberOf(cost, 'decimal', language), numberOf(people, 'whole', language)];
  const failing = new Set(audit.answers.filter((answer) => answer.counts === 'no').map((answer) => answer.item));
  const offered = checklist.items.filter((each) => failing.has(each.id) || items.has(each.id));
  const elsewhere = new Map(audit.fixes.filter((each) => each.id !== fix?.id).flatMap((each) => each.items.map((id) => [id, each.name] as const)));
  const toggle = (id: string): void => setItems((before) => { const next = new Set(before); if (!next.delete(id)) next.add(id); return next; });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || uah === undefined || count === undefined) return;
    void send.send('audit.fix.put', { audit: audit.id, ...(fix ? { id: fix.id } : {}), name: name.trim(), costKop: uah === null ? null : Math.round(uah * KOP), people: count, items: [...items] }, onClose);
  };
  return (
    <Dialog title={t(fix ? 'access.fixes.editTitle' : 'access.fixes.newTitle')} wide onClose={onClose}>
      <form className="dlg" onSubmit={submit}>
        <TextField label={t('access.fixes.name')} value={name} max={300} note={tried && name.trim() === '' ? t('access.fixes.nameNeeded') : undefined} onChange={(text) => { send.clear(); setName(text); }} />
        <div className="cyc-two">
          <AmountField label={t('access.fixes.cost')} value={cost} note={t('access.fixes.costNote')} wrong={uah === undefined} onChange={setCost} />
          <AmountField label={t('access.fixes.people')} value={people} note={t('access.fixes.peopleNote')} wrong={count === undefined} onChange={setPeople} />
        </div>
        <div className="ac-groups">{audit.groups.filter((group) => group.size !== null).map((group) => <button key={group.id} type="button" className="link s" lang={language === 'en' && group.name.en === null ? 'uk' : undefined} onClick={() => setPeople(editText(group.size ?? 0, 'count', language))}>{t('access.fixes.takeGroup', { name: shown(group.name, language), size: formatNumber(group.size ?? 0, language) })}</button>)}</div>
        <fieldset className="ac-criticals"><legend className="w5">{t('access.fixes.items')}</legend>
          {offered.map((each) => <label key={each.id} className="ac-check"><input type="checkbox" checked={items.has(each.id)} onChange={() => toggle(each.id)} /><span>{numbers.get(each.id)}. <Uk>{each.question}</Uk>{each.critical && <> <span className="mk bd">{t('access.critical')}</span></>}{elsewhere.has(each.id) && <span className="note"> · <Raw>{elsewhere.get(each.id) ?? ''}</Raw></span>}</span></label>)}
        </fieldset>
        <SendError send={send} />
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={send.busy || uah === undefined || count === undefined}>{t('common.save')}</button></div>
      </form>
    </Dialog>
  );
}
