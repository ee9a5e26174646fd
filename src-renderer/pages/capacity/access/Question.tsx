import { useEffect, useId, useState } from 'react';
import type { AccessAnswer, AccessItem, AuditAnswer } from '#contract/api/accessibility.ts';
import { ACCESS_ANSWERS } from '#contract/lists.ts';
import { editText } from '#contract/format.ts';
import { parseMeasured } from '#contract/measured.ts';
import { Mark } from '../../../components/Marks.tsx';
import { FieldError } from '../../../components/Notice.tsx';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { langOfText, plain } from '../../../lib/text.ts';
import { boundsText } from './words.tsx';

/** What people change of an answer. */
export type AnswerPatch = Partial<Pick<AuditAnswer, 'answer' | 'note'>> & { readonly measured?: (number | null)[] };

interface Props {
  readonly number: number;
  readonly item: AccessItem;
  readonly answer: AuditAnswer | undefined;
  /** What counts now, a change under way included. */
  readonly counts: AccessAnswer;
  readonly readOnly: boolean;
  readonly onChange: (patch: AnswerPatch) => Promise<boolean>;
}
const CHOICES = ACCESS_ANSWERS.filter((each) => each !== '');

/** One criterion: the question with its basis, what was measured, the answer, a note. */
export function Question({ number, item, answer, counts, readOnly, onChange }: Props) {
  const { t, language } = useText();
  const id = useId();
  const question = plain(item.question, language);
  return (
    <div className={`ac-q ${counts}`} data-q={item.id} role="group" aria-labelledby={`${id}q`}>
      <span className="q ac-no" aria-hidden="true">{number}</span>
      <div className="ac-text">
        <p id={`${id}q`}><Uk>{item.question}</Uk>{item.critical && <> <span className="mk bd">{t('access.critical')}</span></>}</p>
        <p className="note"><Uk>{item.ref}</Uk>{item.confidence === 'recalled' && <> <Mark kind="recalled" /></>}{item.note && <> · <Uk>{item.note}</Uk></>}</p>
        {answer?.conflict && <p className="note ac-conf">{t('access.conflict')}</p>}
      </div>
      <div className="ac-right">
        <div className="ac-measured">{item.parts.map((part, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the parts of a criterion are fixed and have no id
          <MeasuredField key={at} label={part.label ? plain(part.label, language) : ''} bounds={boundsText(part, item.unit, language)} bound={part.low ?? part.high ?? 0} unit={item.unit ?? 'm'} value={answer?.measured[at] ?? null} readOnly={readOnly}
            onChange={(value) => onChange({ measured: item.parts.map((_, n) => (n === at ? value : answer?.measured[n] ?? null)) })} />
        ))}</div>
        <span className="seg" role="group" aria-label={t('access.col.answer')}>
          {CHOICES.map((choice, at) => <button key={choice} type="button" disabled={readOnly} aria-pressed={counts === choice} tabIndex={counts === choice || (counts === '' && at === 0) ? 0 : -1} onClick={() => void onChange({ answer: counts === choice && answer?.measuredDecides !== true ? '' : choice })}>{t(`access.answer.${choice}`)}</button>)}
          {answer?.measuredDecides && <span className="vh">{t('access.byMeasure')}</span>}
        </span>
        <NoteField value={answer?.note ?? ''} label={t('access.noteOf', { question })} readOnly={readOnly} onChange={(note) => void onChange({ note })} />
      </div>
    </div>
  );
}

function MeasuredField({ label, bounds, bound, unit, value, readOnly, onChange }: { readonly label: string; readonly bounds: string; readonly bound: number; readonly unit: 'm' | '%'; readonly value: number | null; readonly readOnly: boolean; readonly onChange: (value: number | null) => Promise<boolean> }) {
  const { t, language } = useText();
  const id = useId();
  const shown = value === null ? '' : editText(value, 'count', language);
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => { setText(shown); setWrong(null); }, [shown]);
  /** Takes what was typed; false = it cannot be read, and says why. */
  const commit = (): boolean => {
    if (text.trim() === shown) return true;
    const parsed = parseMeasured(text, unit, bound, language);
    if (!parsed.ok) { setWrong(parsed.reason === 'centimetres' ? t('access.centimetres') : t(unit === '%' ? 'access.notPercent' : 'access.notMeasured')); return false; }
    setWrong(null);
    if (parsed.value === value) setText(shown); else void onChange(parsed.value);
    return true;
  };
  return (
    <div className="ac-field">
      <span className="note" aria-hidden="true">{label === '' ? bounds : `${label}: ${bounds}`}</span>
      <input className="in" aria-label={t('access.measuredOf', { bounds: label === '' ? bounds : `${label}: ${bounds}` })} value={text} maxLength={24} readOnly={readOnly} inputMode="decimal" aria-invalid={wrong !== null || undefined} aria-describedby={wrong === null ? undefined : id}
        onChange={(event) => setText(event.target.value)} onBlur={commit} onKeyDown={(event) => { if (event.key === 'Enter' && !commit()) event.stopPropagation(); if (event.key === 'Escape') { setText(shown); setWrong(null); } }} />
      {wrong !== null && <FieldError id={id}>{wrong}</FieldError>}
    </div>
  );
}

function NoteField({ value, label, readOnly, onChange }: { readonly value: string; readonly label: string; readonly readOnly: boolean; readonly onChange: (value: string) => void }) {
  const { t } = useText();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = (): void => { if (text.trim() !== value) onChange(text.trim()); };
  return <input className="in ac-note" aria-label={label} placeholder={t('access.col.note')} value={text} maxLength={600} readOnly={readOnly} lang={langOfText(text)} onChange={(event) => setText(event.target.value)} onBlur={commit} onKeyDown={(event) => { if (event.key === 'Enter') commit(); if (event.key === 'Escape') setText(value); }} />;
}
