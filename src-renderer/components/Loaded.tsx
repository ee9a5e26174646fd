import type { ReactNode } from 'react';
import { useText } from '../i18n/index.ts';
import type { ViewState } from '../plan/useView.ts';
import { ErrorNotice } from './Notice.tsx';

/** Grey lines in the place of a content that is coming; words appear after a second. */
export function Waiting({ slow = false, lines = 3 }: { readonly slow?: boolean; readonly lines?: number }) {
  const { t } = useText();
  return (
    <div className="wait" role="status">
      {slow && <p className="note">{t('common.loading')}</p>}
      {Array.from({ length: lines }, (_, n) => <span key={n} className="sk" style={{ width: `${85 - ((n * 23) % 50)}%` }} aria-hidden="true" />)}
    </div>
  );
}

/** Shows a view: grey lines while it comes, its error with «Повторити», or the content; old data stay while new are asked for. */
export function Loaded<T>({ view, lines, children }: { readonly view: ViewState<T>; readonly lines?: number; readonly children: (data: T) => ReactNode }) {
  return (
    <>
      {view.error && <ErrorNotice error={view.error} retry={view.reload} />}
      {view.data !== null ? children(view.data) : !view.error && <Waiting slow={view.slow} lines={lines ?? 3} />}
    </>
  );
}
