import { useState, type FormEvent } from 'react';
import type { Language } from '#contract/format.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { DayField, dayOf, SendError, TextField as Words } from '../../needs/cycle/parts.tsx';
import { useSend, type Send } from '../../needs/cycle/useSend.ts';
import { ChoiceField, readNumber, TextField } from '../../needs/projection/fields.tsx';

/** What a field holds while it is typed: text, or the ids of what is ticked. */
export type Draft = Readonly<Record<string, string | readonly string[]>>;
/** A field of a form. Numbers and days are typed as text; an empty one is not known. */
export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'words' | 'choice' | 'day' | 'number' | 'money' | 'many';
  readonly max?: number;
  readonly required?: boolean;
  readonly options?: readonly (readonly [string, string])[];
  readonly note?: string;
  /** Bounds of a number, both included. */
  readonly least?: number;
  readonly most?: number;
  readonly hidden?: (draft: Draft) => boolean;
}
/** What was typed, read: text as it is, days as ISO, numbers or null, money in kopiykas. */
export type Values = Readonly<Record<string, string | number | null | readonly string[]>>;

/** A field as it is read; undefined = it cannot be. */
function valueOf(field: FormField, typed: string | readonly string[] | undefined, language: Language): Values[string] | undefined {
  if (field.kind === 'many') return typed ?? [];
  const text = typeof typed === 'string' ? typed.trim() : '';
  if (field.kind === 'day') return dayOf(text) ?? undefined;
  if (field.kind === 'number' || field.kind === 'money') {
    if (text === '') return null;
    const read = readNumber(text, language);
    if (read === null || read < (field.least ?? 0) || read > (field.most ?? 1e12) || (field.kind === 'number' && !Number.isInteger(read))) return undefined;
    return field.kind === 'money' ? Math.round(read * 100) : read;
  }
  return text === '' && field.required ? undefined : text;
}

/** A window with a form: every entry of restoration is made with one. */
export function EntryForm({ title, fields, first, onSave, onDone }: {
  readonly title: string; readonly fields: readonly FormField[]; readonly first: Draft; readonly onSave: (send: Send['send'], values: Values, done: () => void) => void; readonly onDone: () => void;
}) {
  const { t, language } = useText();
  const send = useSend();
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const seen = fields.filter((field) => !field.hidden?.(draft));
  const read = new Map(seen.map((field) => [field.id, valueOf(field, draft[field.id], language)]));
  const put = (id: string) => (value: string | readonly string[]): void => { send.clear(); setDraft((before) => ({ ...before, [id]: value })); };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if ([...read.values()].includes(undefined)) { firstWrong(event.currentTarget); return; }
    onSave(send.send, Object.fromEntries(read) as Values, onDone);
  };
  return (
    <Dialog wide title={title} onClose={onDone}>
      <form className="cy-form cy-grid2" onSubmit={submit} noValidate>
        {seen.map((field) => {
          const { id, label, kind, options = [], max = 300, note, least = 0, most } = field;
          const typed = draft[id] ?? '';
          const text = typeof typed === 'string' ? typed : '';
          const wrong = read.get(id) === undefined;
          if (kind === 'day') return <DayField key={id} label={label} value={text} onChange={put(id)} note={note} />;
          if (kind === 'choice') return <ChoiceField key={id} label={label} value={text} options={options} onChange={put(id)} />;
          if (kind === 'words') return <div key={id} className="cy-all"><Words label={label} value={text} max={max} multi note={note} onChange={put(id)} /></div>;
          if (kind === 'many') return <Many key={id} label={label} chosen={typeof typed === 'string' ? [] : typed} options={options} onChange={put(id)} />;
          const numeric = kind === 'number' || kind === 'money';
          return <TextField key={id} label={label} value={text} max={numeric ? 20 : max} numeric={numeric} note={note} onChange={put(id)} error={wrong && (tried || numeric) ? t(kind === 'money' ? 'restoration.wrongMoney' : numeric ? 'restoration.wrongNumber' : 'restoration.needed', { least, most: most ?? '' }) : null} />;
        })}
        <div className="cy-all"><SendError send={send} /></div>
        <div className="bt cy-all"><button type="submit" className="ctl pri" disabled={send.busy}>{t('common.save')}</button><button type="button" className="ctl" onClick={onDone}>{t('common.cancel')}</button></div>
      </form>
    </Dialog>
  );
}

/** What is to be put right first, once the form says it. */
function firstWrong(form: HTMLFormElement): void {
  window.setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), 0);
}

/** Any number of a list. */
function Many({ label, chosen, options, onChange }: { readonly label: string; readonly chosen: readonly string[]; readonly options: readonly (readonly [string, string])[]; readonly onChange: (chosen: readonly string[]) => void }) {
  const { t } = useText();
  return (
    <fieldset className="cy-services cy-all">
      <legend className="w5">{label}</legend>
      {options.length === 0 ? <p className="note">{t('restoration.noChoice')}</p> : (
        <div className="cy-checks">
          {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the text stands in Raw */}
          {options.map(([id, text]) => <label key={id}><input type="checkbox" checked={chosen.includes(id)} onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))} /><span><Raw>{text}</Raw></span></label>)}
        </div>
      )}
    </fieldset>
  );
}
