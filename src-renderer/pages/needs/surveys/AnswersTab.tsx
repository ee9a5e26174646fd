import { useState } from 'react';
import type { FormView } from '#contract/api/surveys.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { change, undo } from '../../../plan/useChange.ts';
import { AnswerList, OneAnswer } from './AnswerList.tsx';
import { EntryForm } from './EntryForm.tsx';
import { PasteTable } from './PasteTable.tsx';
import { useAct } from './useAct.ts';

/** Answers: typed one by one, or a whole table; and those there are. */
export function AnswersTab({ form, readOnly }: { readonly form: FormView; readonly readOnly: boolean }) {
  const { t } = useText();
  const [mode, setMode] = useState<'type' | 'paste' | 'list'>('type');
  const [open, setOpen] = useState('');
  const show = (answer: string): void => { setMode('list'); setOpen(answer); };
  const [sure, setSure] = useState(false);
  const { error, act } = useAct();
  return (
    <>
      <div className="fg-tools">
        <span className="seg" role="group" aria-label={t('surveys.step.answers')}>
          {(['type', 'paste', 'list'] as const).map((one) => <button key={one} type="button" aria-pressed={mode === one} onClick={() => { setMode(one); setOpen(''); }}>{t(`surveys.mode.${one}`)}</button>)}
        </span>
        <span className="note">{t('surveys.answersOf', { count: form.answers, n: form.answers })}</span>
        <span className="sp" />
        {form.answers > 0 && (sure
          ? <><span className="note" role="alert">{t('surveys.clearSure')}</span><button type="button" className="ctl" onClick={() => { setSure(false); void act(() => change('surveys.answers.clear', { survey: form.id })); }}>{t('surveys.clearYes')}</button><button type="button" className="ctl" onClick={() => setSure(false)}>{t('common.cancel')}</button></>
          : <>
            <button type="button" className="ctl" disabled={readOnly} title={t('surveys.undoAbout')} onClick={() => void act(undo)}>{t('surveys.undoLast')}</button>
            <button type="button" className="ctl" disabled={readOnly} onClick={() => setSure(true)}>{t('surveys.clear')}</button>
          </>)}
      </div>
      {error && <ErrorNotice error={error} />}
      {mode === 'type' ? <EntryForm form={form} readOnly={readOnly} onOpen={show} /> : mode === 'paste' ? <PasteTable form={form} readOnly={readOnly} />
        : open !== '' ? <OneAnswer key={open} form={form} answer={open} readOnly={readOnly} onClose={() => setOpen('')} /> : <AnswerList form={form} readOnly={readOnly} onOpen={setOpen} />}
    </>
  );
}
