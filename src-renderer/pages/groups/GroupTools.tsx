import { useId, type ReactNode, type RefObject } from 'react';
import { PlaceChooser, type Place } from '../../components/figures/index.ts';
import { useText } from '../../i18n/index.ts';
import { TABS, type Tab } from './rows.ts';

/** «Усі / Не відомо / За часткою / Торік» with their counts. */
export function GroupTabs({ tab, counts, onTab }: { readonly tab: Tab; readonly counts: Readonly<Record<Tab, number>>; readonly onTab: (tab: Tab) => void }) {
  const { t } = useText();
  return (
    <span className="seg" role="group" aria-label={t('groups.tabs')}>
      {TABS.map((one) => <button key={one} type="button" aria-pressed={tab === one} onClick={() => onTab(one)}>{t(`groups.tab.${one}`, { n: counts[one] })}</button>)}
    </span>
  );
}

/** Territory, filter, columns of sex and age, confirming a block. */
export function GroupTools({ place, words, onWords, find, more, onMore, onDone, confirm, children }: {
  readonly place: Place; readonly words: string; readonly onWords: (words: string) => void; readonly find: RefObject<HTMLInputElement | null>;
  readonly more: boolean; readonly onMore: ((more: boolean) => void) | null; readonly onDone: () => void; readonly confirm: ReactNode; readonly children?: ReactNode;
}) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="fg-tools">
      <PlaceChooser place={place} />
      <label className="vh" htmlFor={id}>{t('figures.find')}</label>
      <input
        id={id} ref={find} className="in fg-find" type="search" title="Ctrl+F" placeholder={t('groups.findHint')} value={words} onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onWords(''); onDone(); } else if (event.key === 'Enter') onDone(); }}
      />
      {onMore && <button type="button" className={`ctl${more ? ' on' : ''}`} aria-pressed={more} title={t('groups.splitHint')} onClick={() => onMore(!more)}>{t('common.columns')}</button>}
      {confirm}
      <span className="sp" />
      {children}
    </div>
  );
}
