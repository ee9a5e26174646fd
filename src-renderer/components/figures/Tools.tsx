import { useId, type ReactNode, type RefObject } from 'react';
import { useText } from '../../i18n/index.ts';
import { PlaceChooser, type Place } from './place.tsx';

/** Which rows a table shows: «Усі / Не відомо / …» with their counts. */
export function RowTabs<T extends string>({ label, tabs, tab, onTab }: {
  readonly label: string; readonly tabs: readonly { readonly id: T; readonly text: string }[]; readonly tab: T; readonly onTab: (tab: T) => void;
}) {
  return (
    <span className="seg" role="group" aria-label={label}>
      {tabs.map(({ id, text }) => <button key={id} type="button" aria-pressed={tab === id} onClick={() => onTab(id)}>{text}</button>)}
    </span>
  );
}

interface Props {
  readonly place: Place;
  /** The filter: what is typed, what it looks for, its field (Ctrl+F), where Enter and Esc lead. */
  readonly words: string; readonly onWords: (words: string) => void; readonly hint: string; readonly find: RefObject<HTMLInputElement | null>; readonly onDone: () => void;
  /** «Стовпці»: are more columns in sight; null = the table has its own switch. */
  readonly more: boolean; readonly onMore: ((more: boolean) => void) | null; readonly moreHint?: string;
  /** Controls right after the filter; the rest stands at the right. */
  readonly extra?: ReactNode; readonly children?: ReactNode;
}

/** The row above a table of figures: territory, filter, more columns, what else the page does. */
export function FigureTools({ place, words, onWords, hint, find, onDone, more, onMore, moreHint, extra, children }: Props) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="fg-tools">
      <PlaceChooser place={place} />
      <label className="vh" htmlFor={id}>{t('figures.find')}</label>
      <input
        id={id} ref={find} className="in fg-find" type="search" title="Ctrl+F" placeholder={hint} value={words} onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onWords(''); onDone(); } else if (event.key === 'Enter') onDone(); }}
      />
      {onMore && <button type="button" className={`ctl${more ? ' on' : ''}`} aria-pressed={more} title={moreHint} onClick={() => onMore(!more)}>{t('common.columns')}</button>}
      {extra}
      <span className="sp" />
      {children}
    </div>
  );
}
