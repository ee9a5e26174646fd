import { useText } from '../../i18n/index.ts';
import { href } from '../../lib/route.ts';
import { PAGES, TOOLS, type PageEntry } from '../../pages/registry.ts';
import { usePlan } from '../../plan/store.ts';
import { redo, undo } from '../../plan/useChange.ts';
import { openPalette } from './Palette.tsx';

/** Sections of the plan in the order of the work, tools beside it, and the notice of a teaching plan. */
export function Nav({ page, open, onGo }: { readonly page: string; readonly open: boolean; readonly onGo: () => void }) {
  const { t } = useText();
  const teaching = usePlan((plan) => plan.view?.teaching);
  return (
    <nav className={`nav${open ? ' open' : ''}`} id="sections" aria-label={t('shell.sections')} onClick={onGo}>
      {PAGES.map((entry) => <Row key={entry.id} entry={entry} current={page === entry.id} />)}
      <hr />
      <a href={href('library')} aria-current={page === 'library' ? 'page' : undefined}><span className="i" aria-hidden="true" />{t('shell.pages.library')}</a>
      {TOOLS.map((entry) => <Row key={entry.id} entry={entry} current={page === entry.id} />)}
      <div className="narrow">
        <hr />
        <button type="button" className="nb" onClick={openPalette}>{t('shell.search')}</button>
        <button type="button" className="nb" onClick={() => void undo().catch(() => undefined)}>{t('shell.palette.undo')}</button>
        <button type="button" className="nb" onClick={() => void redo().catch(() => undefined)}>{t('shell.palette.redo')}</button>
      </div>
      {teaching && <p className="edu">{t(`shell.teaching.${teaching}`)}</p>}
    </nav>
  );
}

function Row({ entry, current }: { readonly entry: PageEntry; readonly current: boolean }) {
  const { t } = useText();
  const count = usePlan((plan) => (entry.count ? plan.view?.counts[entry.count] : undefined));
  return (
    <a href={href(entry.id)} aria-current={current ? 'page' : undefined}>
      <span className="i" aria-hidden="true">{entry.number}</span>{t(`shell.pages.${entry.id}`)}
      {count && <span className="c"><span aria-hidden="true">{count.known}/{count.all}</span><span className="vh">, {t('shell.known', { known: count.known, all: count.all })}</span></span>}
    </a>
  );
}
