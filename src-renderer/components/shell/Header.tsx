import { formatTime } from '#contract/format.ts';
import { useText } from '../../i18n/index.ts';
import { sentencePlain } from '../../i18n/sentence.ts';
import { changeSettings, useSettings } from '../../lib/settings.ts';
import { hasCyrillic, lowerFirst } from '../../lib/text.ts';
import { usePlan } from '../../plan/store.ts';
import { redo, undo } from '../../plan/useChange.ts';
import { Icon } from '../Icon.tsx';
import { ErrorText } from '../Notice.tsx';
import { Uk } from '../Text.tsx';
import { ScenarioMenu, YearMenu } from './Menus.tsx';
import { openPalette } from './Palette.tsx';

/** The program's sign and name. */
export function Brand() {
  const { t } = useText();
  return <div className="brand"><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="M3 15V9.5M9 15V3M15 15V6.5" stroke="var(--accent)" strokeWidth="3" /></svg>{t('common.brand')}</div>;
}

/** Switches between Ukrainian and English. */
export function LanguageButton() {
  const { t, language } = useText();
  const { language: chosen } = useSettings();
  return <button type="button" className="ctl ghost wide" aria-label={`${t('shell.language')}. ${t('shell.languageName')}`} title={t('shell.languageName')} lang={language} onClick={() => void changeSettings({ language: chosen === 'uk' ? 'en' : 'uk' }).catch(() => undefined)}>{t('shell.language')}</button>;
}

/** The header over every page of a plan. */
export function Header({ menuOpen, onMenu }: { readonly menuOpen: boolean; readonly onMenu: () => void }) {
  const { t, language } = useText();
  const view = usePlan((plan) => plan.view);
  const path = usePlan((plan) => plan.info?.path ?? '');
  const undoName = view?.undo ? t('shell.undoWhat', { what: lowerFirst(sentencePlain(view.undo, language)) }) : t('shell.nothingToUndo');
  const redoName = view?.redo ? t('shell.redoWhat', { what: lowerFirst(sentencePlain(view.redo, language)) }) : t('shell.nothingToRedo');
  return (
    <header className="top">
      <button type="button" className="ctl ico zoom" aria-label={t('shell.openMenu')} aria-expanded={menuOpen} aria-controls="sections" onClick={onMenu}><Icon name="menu" /></button>
      <Brand />
      <div className="plan">
        <span className="b">{view ? <Uk>{view.title}</Uk> : ' '}</span>
        <span className="mono" title={path} lang={hasCyrillic(path) ? 'uk' : undefined}><bdi>{path}</bdi></span>
      </div>
      <span className="sp" />
      <YearMenu />
      <ScenarioMenu />
      <button type="button" className="ctl wide" onClick={openPalette} aria-keyshortcuts="Control+K"><Icon name="search" /><span className="k">{t('shell.search')}</span><kbd className="kbd">Ctrl+K</kbd></button>
      <button type="button" className="ctl ico ghost wide" aria-label={undoName} title={undoName} aria-disabled={!view?.undo} aria-keyshortcuts="Control+Z" onClick={() => void undo().catch(() => undefined)}><Icon name="undo" /></button>
      <button type="button" className="ctl ico ghost wide" aria-label={redoName} title={redoName} aria-disabled={!view?.redo} aria-keyshortcuts="Control+Y" onClick={() => void redo().catch(() => undefined)}><Icon name="redo" /></button>
      <SavedState />
      <LanguageButton />
    </header>
  );
}

/** «Збережено 14:32» – only after the program has answered; a failure stays until it is repeated. */
function SavedState() {
  const { t } = useText();
  const saved = usePlan((plan) => plan.saved);
  const readOnly = usePlan((plan) => plan.info?.readOnly);
  if (saved.state === 'failed') {
    return <span className="saved bad" role="alert"><Icon name="flag" size={14} />{t('shell.notSaved')}<span className="vh"><ErrorText error={saved.error} /></span><button type="button" className="link" onClick={saved.retry}>{t('common.retry')}</button></span>;
  }
  if (readOnly) return <span className="saved"><Icon name="lock" size={14} />{t('shell.readOnly')}</span>;
  if (saved.state === 'saving') return <span className="saved" role="status">{t('shell.saving')}</span>;
  if (saved.state === 'none') return <span className="saved" role="status" />;
  return <span className="saved" role="status"><Icon name="check" size={14} />{t('shell.saved', { time: formatTime(saved.at) })}</span>;
}
