import { Suspense, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { inTextField, letterOf, useKeys } from '../../lib/keys.ts';
import { href, navigate, useRoute } from '../../lib/route.ts';
import { firstPage, pageById, PAGES } from '../../pages/registry.ts';
import { StartPage } from '../../pages/start/StartPage.tsx';
import { usePlan } from '../../plan/store.ts';
import { redo, undo } from '../../plan/useChange.ts';
import { Waiting } from '../Loaded.tsx';
import { ErrorNotice, Notice } from '../Notice.tsx';
import { EmptyState, PageHead } from '../Page.tsx';
import { Tx } from '../Text.tsx';
import { TracePanel } from '../trace/TracePanel.tsx';
import { closeTrace, forgetTrace, setTraceFull, traceIsOpen, useTrace } from '../trace/store.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import { Nav } from './Nav.tsx';
import { openPalette, Palette } from './Palette.tsx';
import { SaveCopy } from './SaveCopy.tsx';
import { Shortcuts } from './Shortcuts.tsx';

/** The window: the start page without a plan, or header, sections, page and the explanation of a number. */
export function Shell() {
  const ready = usePlan((plan) => plan.ready);
  const open = usePlan((plan) => plan.info !== null);
  const { page } = useRoute();
  const [shortcuts, setShortcuts] = useState(false);
  const [saveCopy, setSaveCopy] = useState(false);
  useGlobalKeys(() => setShortcuts(true), open);
  if (!ready) return <div className="app"><Waiting slow /></div>;
  return (
    <>
      {!open || page === 'library' ? <StartPage /> : <PlanWindow page={page === '' ? firstPage() : page} />}
      <Palette onShortcuts={() => setShortcuts(true)} onSaveCopy={() => setSaveCopy(true)} />
      {shortcuts && <Shortcuts onClose={() => setShortcuts(false)} />}
      {saveCopy && <SaveCopy onClose={() => setSaveCopy(false)} />}
    </>
  );
}

function PlanWindow({ page }: { readonly page: string }) {
  const { t } = useText();
  const seen = usePlan((plan) => plan.view !== null);
  const error = usePlan((plan) => plan.error);
  const backup = usePlan((plan) => plan.view?.backupProblem);
  const newer = usePlan((plan) => plan.view?.newerReference);
  const [menu, setMenu] = useState(false);
  const main = useRef<HTMLElement>(null);
  useEffect(() => { setMenu(false); forgetTrace(); main.current?.scrollTo(0, 0); }, [page]);
  const entry = pageById(page);
  return (
    <div className="app">
      <a className="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t('shell.skip')}</a>
      <Header menuOpen={menu} onMenu={() => setMenu(!menu)} />
      <div className="body">
        <Nav page={page} open={menu} onGo={() => setMenu(false)} />
        <main className="page" id="main" tabIndex={-1} ref={main}>
          {error && <ErrorNotice error={error} />}
          {backup && <ErrorNotice error={backup} />}
          {newer && page === 'overview' && <Notice kind="wn"><Tx k="shell.newerReference" p={newer} /> <a href={href('reference')}>{t('shell.newerReferenceShow')}</a></Notice>}
          <ErrorBoundary key={page}>
            <Suspense fallback={<Waiting />}>
              {entry ? seen && <entry.component /> : <><PageHead title={t('shell.pageMissing')} /><EmptyState title={t('shell.pageMissing')} text={t('shell.pageMissingText')} /></>}
            </Suspense>
          </ErrorBoundary>
        </main>
        <TracePanel />
      </div>
    </div>
  );
}

/** Keys of the whole window; letters go by their place, so that they work in the Ukrainian layout. */
function useGlobalKeys(showShortcuts: () => void, open: boolean): void {
  const { full } = useTrace();
  useKeys((event) => {
    if (event.defaultPrevented) return;
    const control = event.ctrlKey || event.metaKey;
    const letter = letterOf(event);
    const act = (run: () => unknown): void => { event.preventDefault(); void run(); };
    if (control && !event.altKey && letter === 'k') act(openPalette);
    else if (event.key === 'F1' || (event.key === '?' && !inTextField(event.target))) act(showShortcuts);
    else if (open && event.altKey && !control && /^Digit[1-9]$/.test(event.code)) {
      const target = PAGES.find((entry) => entry.number === Number(event.code.slice(5)));
      if (target) act(() => navigate(target.id));
    } else if (open && control && !event.altKey && !inTextField(event.target) && (letter === 'z' || letter === 'y')) {
      act(() => (letter === 'y' || event.shiftKey ? redo() : undo()).catch(() => undefined));
    } else if (event.key === 'F4' && !event.altKey && traceIsOpen()) act(() => setTraceFull(!full));
    else if (event.key === 'Escape' && traceIsOpen() && !inTextField(event.target) && !document.querySelector('[role=dialog],[role=menu]')) act(closeTrace);
  });
}
