import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ReferenceComparison } from '#contract/api/reference.ts';
import { asApiError, call, type ApiError } from '../../api.ts';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { Card } from '../../components/Page.tsx';
import { Tx } from '../../components/Text.tsx';
import { translate as t, useText } from '../../i18n/index.ts';
import { fileIn } from '../../lib/files.ts';
import { broadcast, refreshPlan } from '../../plan/store.ts';
import { differenceColumns } from './columns.tsx';
import { Moves } from './Moves.tsx';
import { RefActions, RefTable } from './table.tsx';

/** A larger file (bytes) is no reference book: the door takes 20 million signs of base64. */
const LARGEST = 14_000_000;
type Trouble = { readonly sentence: string } | { readonly error: ApiError };

/** What {@link useLoadPack} gives to the page. */
export interface LoadPack { readonly choose: (file: File) => Promise<void>; readonly busy: boolean; readonly below: ReactNode }

/** Reads a newer reference book from a file, shows what it changes, and accepts it only when told so. */
export function useLoadPack(): LoadPack {
  const [comparison, setComparison] = useState<ReferenceComparison | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [accepted, setAccepted] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = async (file: File): Promise<void> => {
    setTrouble(null);
    setAccepted(null);
    setComparison(null);
    if (file.size > LARGEST) return setTrouble({ sentence: 'reference.loadTooBig' });
    setBusy(true);
    try {
      const { base64 } = await fileIn(file);
      setComparison(await call('reference.compare', { base64 }));
    } catch (thrown) { setTrouble({ error: asApiError(thrown) }); }
    setBusy(false);
  };
  const accept = async (): Promise<void> => {
    if (comparison === null) return;
    setTrouble(null);
    setBusy(true);
    try {
      const { version } = await call('reference.accept', { token: comparison.token });
      setComparison(null);
      setAccepted(version);
      broadcast(['reference', 'plan', 'community', 'groups', 'needs', 'capacity', 'gaps', 'overview', 'documents', 'library']);
      void refreshPlan();
    } catch (thrown) { setTrouble({ error: asApiError(thrown) }); }
    setBusy(false);
  };
  const told = comparison !== null || trouble !== null || accepted !== null;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (told) box.current?.scrollIntoView({ block: 'nearest' }); }, [told, comparison, trouble]);
  const below = (
    <div ref={box} className="stack" hidden={!told && !busy}>
      {busy && comparison === null && <p className="note" role="status">{t('reference.loadReading')}</p>}
      {trouble && ('error' in trouble ? <ErrorNotice error={trouble.error} /> : <Notice>{t(trouble.sentence)}</Notice>)}
      {accepted !== null && <Notice kind="ok">{t('reference.accepted', { version: accepted })}</Notice>}
      {comparison && <Differences comparison={comparison} busy={busy} onAccept={() => void accept()} onRefuse={() => setComparison(null)} />}
    </div>
  );
  return { choose, busy, below };
}

/** What the newer book changes, before anything is accepted. */
function Differences({ comparison, busy, onAccept, onRefuse }: { readonly comparison: ReferenceComparison; readonly busy: boolean; readonly onAccept: () => void; readonly onRefuse: () => void }) {
  const { language } = useText();
  const { differences } = comparison;
  const columns = differenceColumns(language);
  return (
    <Card title={t('reference.loadTitle')} note={<Tx k="reference.loadVersions" p={{ present: comparison.present, version: comparison.version }} />} className="dfc" action={differences.length > 0 ? <span className="bt"><RefActions title={t('reference.table.differences')} rows={differences} columns={columns} /></span> : undefined}>
      {comparison.version <= comparison.present && <Notice kind="wn">{t('reference.loadOlder')}</Notice>}
      <p className="note">{differences.length === 0 ? t('reference.loadSame') : t('reference.loadCount', { count: differences.length })}</p>
      {differences.length > 0 && comparison.moves && <Moves moves={comparison.moves} />}
      <div className="bt">
        {differences.length > 0 && <button type="button" className="ctl pri" disabled={busy} onClick={onAccept}>{t('reference.accept')}</button>}
        <button type="button" className="ctl" disabled={busy} onClick={onRefuse}>{t(differences.length > 0 ? 'reference.refuse' : 'common.close')}</button>
      </div>
      {differences.length > 0 && <RefTable caption={t('reference.table.differences')} rows={differences} all={differences.length} columns={columns} rowId={(row) => `${row.table}.${row.id}.${row.field}`} selected={null} />}
    </Card>
  );
}
