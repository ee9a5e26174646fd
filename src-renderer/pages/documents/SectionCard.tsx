import { useState } from 'react';
import type { DocumentSection } from '#contract/api/documents.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { Card } from '../../components/Page.tsx';
import { useText } from '../../i18n/index.ts';
import { planStore, usePlan } from '../../plan/store.ts';
import { useChange } from '../../plan/useChange.ts';
import { Compare } from './Compare.tsx';
import { dropDraft, flush, isUnsaved, useDrafts } from './drafts.ts';
import { Mixed } from './Mixed.tsx';
import { WordsField } from './WordsField.tsx';

type Language = 'uk' | 'en';
const DOCUMENT = 'needs-report';
/** Name of the field with the words of a section. */
export const draftKey = (path: string, section: string, language: Language): string => [path, DOCUMENT, section, language].join('\n');

/** One section: the text from the data, and the words of the department. */
export function SectionCard({ section, number, language, approved = false }: { readonly section: DocumentSection; readonly number: number; readonly language: Language; readonly approved?: boolean }) {
  const { t } = useText();
  const { info } = usePlan();
  const title = t('documents.numbered', { number, name: t(`documents.section.${section.id}`) });
  const readOnly = info?.readOnly ?? false;
  const key = draftKey(info?.path ?? '', section.id, language);
  // An approved section is read, not written: its words stand where the paper has them.
  if (approved) {
    return (
      <Card title={title} className="sec">
        {(section.mode === 'after' || section.words === '') && <Derived text={section.derived} language={language} />}
        {section.words !== '' && <Derived text={section.words} language={language} />}
      </Card>
    );
  }
  return (
    <Card title={title} className="sec">
      {section.mode === 'instead'
        ? <Instead key={key} id={key} section={section} language={language} readOnly={readOnly} />
        : (
          <>
            <Derived text={section.derived} language={language} />
            <After key={key} id={key} section={section} language={language} readOnly={readOnly} />
          </>
        )}
    </Card>
  );
}

interface PartProps { readonly id: string; readonly section: DocumentSection; readonly language: Language; readonly readOnly: boolean }

/** Stores words of a section in the plan they were typed in, and in no other. */
function useStore(section: DocumentSection, language: Language): (words: string, basedOn: string) => Promise<unknown> {
  const change = useChange();
  const path = usePlan().info?.path;
  return (words, basedOn) => {
    if (planStore.get().info?.path !== path) return Promise.reject(new Error('another plan is open'));
    return change('document.setWords', { document: DOCUMENT, section: section.id, language, words, basedOn });
  };
}

function After({ id, section, language, readOnly }: PartProps) {
  const { t } = useText();
  const store = useStore(section, language);
  return <WordsField id={id} label={t('documents.words')} note={t('documents.wordsAfter')} placeholder={t('documents.wordsPlaceholder')} saved={section.words} language={language} readOnly={readOnly} send={(text) => store(text, '')} />;
}

/** Recommendations: read from the data until edited; an edited text offers to compare when the data have changed. */
function Instead({ id, section, language, readOnly }: PartProps) {
  const { t } = useText();
  const store = useStore(section, language);
  const [editing, setEditing] = useState(false);
  const [comparing, setComparing] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  useDrafts();
  const own = section.words !== '' || isUnsaved(id);
  const choose = async (words: string, basedOn: string): Promise<void> => {
    setError(null);
    try {
      if (words !== '') await flush(id);
      else dropDraft(id);
      await store(words, basedOn);
      setComparing(false);
      setEditing(false);
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  if (!own && !editing) {
    return (
      <>
        <Derived text={section.derived} language={language} />
        {!readOnly && <div className="row"><button type="button" className="ctl" onClick={() => setEditing(true)}>{t('documents.edit')}</button><span className="note">{t('documents.editNote')}</span></div>}
      </>
    );
  }
  const basedOn = section.words !== '' && section.basedOn !== null ? section.basedOn : section.derived;
  return (
    <>
      {error && <ErrorNotice error={error} />}
      {section.stale && (
        <Notice kind="wn">
          <b>{t('documents.stale')}</b> {t('documents.staleNote')}
          <div className="bt"><button type="button" className="ctl" aria-expanded={comparing} onClick={() => { flush(id).catch(() => undefined); setComparing(!comparing); }}>{t(comparing ? 'documents.compareHide' : 'documents.compare')}</button></div>
        </Notice>
      )}
      {section.stale && comparing
        ? <Compare own={section.words} derived={section.derived} language={language} readOnly={readOnly} onTake={() => void choose('', '')} onKeep={() => void choose(section.words, section.derived)} />
        : <WordsField id={id} tall autoFocus={editing} label={t('documents.ownTitle')} note={t('documents.ownNote')} saved={section.words === '' ? section.derived : section.words} language={language} readOnly={readOnly} send={(text) => store(text.trim() === section.derived.trim() ? '' : text, basedOn)} />}
      {!readOnly && !comparing && <div className="bt"><button type="button" className="ctl" onClick={() => void (section.words === '' ? (dropDraft(id), setEditing(false)) : choose('', ''))}>{t('documents.toDerived')}</button></div>}
      {!section.stale && section.words !== '' && <details className="drv"><summary>{t('documents.toDerivedShow')}</summary><Derived text={section.derived} language={language} /></details>}
    </>
  );
}

/** The text from the data, paragraph by paragraph, list items hanging. */
function Derived({ text, language }: { readonly text: string; readonly language: Language }) {
  const { t } = useText();
  if (text === '') return <p className="note text drvt">{t('documents.tables')}</p>;
  return (
    <div className="drvt" lang={language}>
      {text.split('\n').map((line, at) => {
        const item = /^(–|\d+\.) (.*)$/su.exec(line);
        return item
          ? <p className="itm" key={at}><span className="itn">{item[1]}</span><span><Mixed text={item[2] ?? ''} language={language} /></span></p>
          : <p key={at}><Mixed text={line} language={language} /></p>;
      })}
    </div>
  );
}
