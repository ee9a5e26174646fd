import { useId, useRef, type KeyboardEvent } from 'react';
import { formatTime } from '#contract/format.ts';
import { ErrorText } from '../../components/Notice.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useText } from '../../i18n/index.ts';
import { letterOf } from '../../lib/keys.ts';
import { hasCyrillic } from '../../lib/text.ts';
import { undo } from '../../plan/useChange.ts';
import { flush, textOf, typeWords, useDraft, type Draft } from './drafts.ts';

/** What {@link WordsField} takes. */
export interface WordsFieldProps {
  /** Name of the field among all: plan, paper, section, language. */
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly placeholder?: string;
  /** Text the field begins with: what is stored, or the derived text that is being edited. */
  readonly saved: string;
  readonly language: 'uk' | 'en';
  readonly readOnly: boolean;
  readonly autoFocus?: boolean;
  readonly tall?: boolean;
  /** A short text of at most so many letters. */
  readonly most?: number;
  readonly send: (text: string) => Promise<unknown>;
}

/** A long text that saves itself: soon after typing stops, when the field is left, and when the page is left. Nothing typed is lost. */
export function WordsField({ id, label, note, placeholder, saved, language, readOnly, autoFocus = false, tall = false, most, send }: WordsFieldProps) {
  const { t } = useText();
  const field = useId();
  const draft = useDraft(id, saved);
  const text = textOf(draft, saved);
  const atFocus = useRef(text);
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const control = event.ctrlKey || event.metaKey;
    // Nothing of this field is left to take back: the key takes back the last change of the plan.
    if (control && !event.altKey && !event.shiftKey && letterOf(event.nativeEvent) === 'z' && text === atFocus.current) {
      event.preventDefault();
      const box = event.currentTarget;
      flush(id).then(undo).then(() => { atFocus.current = box.value; }).catch(() => undefined);
    }
  };
  return (
    <div className="fld words">
      <label htmlFor={field}>{label}</label>
      <p className="note text" id={`${field}n`}>{readOnly ? t('documents.readOnly') : note}</p>
      <textarea
        id={field} className="in" rows={tall ? 16 : most === undefined ? 6 : 3} maxLength={most ?? 20_000} spellCheck lang={language === 'uk' || hasCyrillic(text) ? 'uk' : 'en'} aria-describedby={`${field}n ${field}s`}
        placeholder={readOnly ? undefined : placeholder} readOnly={readOnly} autoFocus={autoFocus} value={text}
        onFocus={() => { atFocus.current = text; }} onKeyDown={keys} onChange={(event) => typeWords(id, event.target.value, saved, send)} onBlur={() => { flush(id).catch(() => undefined); }}
      />
      <Saved draft={draft} id={`${field}s`} again={() => { flush(id).catch(() => undefined); }} />
    </div>
  );
}

function Saved({ draft, id, again }: { readonly draft: Draft | null; readonly id: string; readonly again: () => void }) {
  const { t } = useText();
  if (draft?.state === 'failed') {
    return <div className="err" role="alert" id={id}><Icon name="flag" size={14} /><span>{t('documents.failed')} {draft.error && <ErrorText error={draft.error} />} <button type="button" className="link" onClick={again}>{t('common.retry')}</button></span></div>;
  }
  return (
    <p className="note state" id={id} role="status">
      {draft?.state === 'stored' && <><Icon name="check" size={14} />{t('documents.saved', { time: formatTime(draft.at) })}</>}
      {draft?.state === 'saving' && t('documents.saving')}
      {draft?.state === 'typed' && t('documents.typed')}
    </p>
  );
}
