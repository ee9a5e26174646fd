import { useRef, useState } from 'react';
import { useText } from '../../../i18n/index.ts';
import { usePlan } from '../../../plan/store.ts';
import { Memory } from './Memory.tsx';
import { openFile, useWizard } from './wizard.ts';

/** Choosing a file: by button, by keys, or dropped on the page. */
export function FileStep() {
  const { t } = useText();
  const { busy } = useWizard();
  const readOnly = usePlan((plan) => plan.info?.readOnly !== false);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null): void => { const file = files?.[0]; if (file && !readOnly && busy === null) void openFile(file); };
  return (
    <div className="stack">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way beside the button */}
      <div
        className={`co-drop${over ? ' over' : ''}`}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files); }}
      >
        <b>{t('collection.file.drop')}</b>
        <p className="note text">{t('collection.file.formats')}</p>
        <input ref={input} hidden type="file" id="co-file" aria-label={t('collection.file.choose')} accept=".xlsx,.xlsm,.ods,.csv,.tsv,.txt,.xls" onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
        <button type="button" className="ctl pri" disabled={readOnly || busy !== null} onClick={() => input.current?.click()}>{t('collection.file.choose')}</button>
        {readOnly && <p className="note">{t('collection.file.readOnly')}</p>}
      </div>
      <ul className="co-facts note">
        <li>{t('collection.file.memory')}</li>
        <li>{t('collection.file.dry')}</li>
        <li>{t('collection.file.formulas')}</li>
      </ul>
      <Memory />
    </div>
  );
}
