import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Trace, TraceRef } from '#contract/models.ts';
import { useText } from '../../i18n/index.ts';
import { copyText } from '../../lib/files.ts';
import { numText } from '../../lib/numbers.ts';
import { useView } from '../../plan/useView.ts';
import { Icon } from '../Icon.tsx';
import { Loaded } from '../Loaded.tsx';
import { FigureHistory } from './FigureHistory.tsx';
import { officialPieces, officialText } from './official.ts';
import { TraceBody } from './TraceBody.tsx';
import { backTrace, closeTrace, setTraceFull, setTraceHistory, useTrace } from './store.ts';

/** Parts of the plan a number may rest on: any change asks for the explanation again. */
const AREAS = ['plan', 'community', 'groups', 'needs', 'capacity', 'gaps', 'overview', 'reference', 'surveys'] as const;

/** The panel beside the page that explains one number; nothing when no number was asked about. */
export function TracePanel() {
  const { stack } = useTrace();
  const ref = stack.at(-1);
  return ref ? <Panel traced={ref} /> : null;
}

function Panel({ traced }: { readonly traced: TraceRef }) {
  const { t, language } = useText();
  const { stack, full, history } = useTrace();
  const view = useView('trace.get', { ref: traced }, AREAS);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [traced, history]);
  const trace = view.data && sameRef(view.data.ref, traced) ? view.data : null;
  const title = !trace ? t('shell.trace.panel') : trace.num.value === null ? t('shell.trace.whyUnknown') : t('shell.trace.why', { value: numText(trace.num, language) });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); if (full && isNarrow()) setTraceFull(false); else closeTrace(); }
    if (event.key === 'Backspace' && backTrace()) event.preventDefault();
    if (event.key === 'F4' && !event.altKey && !(event.target as HTMLElement).matches('.n')) { event.preventDefault(); setTraceFull(!full); }
  };
  return (
    <aside className={`tr${full ? ' full' : ''}`} aria-label={t('shell.trace.panel')} onKeyDown={onKeyDown}>
      <div className="th">
        {(stack.length > 1 || history) && <button type="button" className="ctl ico ghost only-full" aria-label={t('shell.trace.back')} title={t('shell.trace.back')} onClick={backTrace}><Icon name="back" /></button>}
        <h2 ref={heading} tabIndex={-1}>{history ? t('shell.trace.historyTitle') : title}</h2>
        <kbd className="kbd">F4</kbd>
        <span className="sp" />
        <button type="button" className="ctl ico ghost only-full" aria-label={t('common.closeEsc')} onClick={closeTrace}><Icon name="close" /></button>
      </div>
      <div className="tbd" tabIndex={0} role="group" aria-label={title}>
        {history && traced.kind === 'figure' ? <FigureHistory figure={traced.key} /> : <Loaded view={trace ? view : { ...view, data: null }} lines={8}>{(data) => <TraceBody trace={data} />}</Loaded>}
      </div>
      {trace && <Foot trace={trace} traced={traced} />}
    </aside>
  );
}

/** The sentence that will be copied, and what can be done with the number. */
function Foot({ trace, traced }: { readonly trace: Trace; readonly traced: TraceRef }) {
  const { t, language } = useText();
  const { history } = useTrace();
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(''), [traced]);
  const copy = (): void => {
    copyText(officialText(trace, language)).then(() => setSaid(t('common.copied')), () => setSaid(t('common.copyFailed')));
  };
  return (
    <div className="tf">
      <p className="cpy" aria-label={t('shell.trace.sentence')} role="group" tabIndex={0}>{officialPieces(trace, language).map((piece, at) => <span key={at} lang={piece.uk ? 'uk' : undefined}>{piece.text}</span>)}</p>
      <div className="bt">
        <button type="button" className="ctl pri" onClick={copy}><Icon name="copy" />{said || t('shell.trace.copy')}</button>
        <span className="vh" role="status">{said}</span>
        {traced.kind === 'figure' && <button type="button" className="ctl only-full" aria-pressed={history} onClick={() => setTraceHistory(!history)}><Icon name="history" />{history ? t('common.back') : t('shell.trace.history')}</button>}
      </div>
    </div>
  );
}

const isNarrow = (): boolean => window.matchMedia('(max-width: 900px)').matches;
const sorted = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) =>
  typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner);
const sameRef = (a: TraceRef, b: TraceRef): boolean => sorted(a) === sorted(b);
