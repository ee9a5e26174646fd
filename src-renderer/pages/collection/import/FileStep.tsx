import { useState } from 'react';
import { FileButton, TABLES } from '../../../components/FileButton.tsx';
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
  const take = (file: File | undefined): void => { if (file && !readOnly && busy === null) void openFile(file); };
  return (
    <div className="stack">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way beside the button */}
      <div
        className={`co-drop${over ? ' over' : ''}`}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files[0]); }}
      >
        <b>{t('collection.file.drop')}</b>
        <p className="note text">{t('collection.file.formats')}</p>
        <FileButton primary id="co-file" accept={`${TABLES},.xls`} disabled={readOnly || busy !== null} onFile={take}>{t('collection.file.choose')}</FileButton>
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
