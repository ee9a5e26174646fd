import { createSpotlight, Spotlight, useSpotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useText } from '../../i18n/index.ts';
import { changeSettings, useSettings, useTheme } from '../../lib/settings.ts';
import { noteFocus } from '../../lib/focus.ts';
import { navigate } from '../../lib/route.ts';
import { hasCyrillic, plain, shown } from '../../lib/text.ts';
import { PAGES, TOOLS } from '../../pages/registry.ts';
import { openPlan } from '../../plan/open.ts';
import { leavePlan, usePlan } from '../../plan/store.ts';
import { redo, undo } from '../../plan/useChange.ts';
import { useView } from '../../plan/useView.ts';
import { Icon } from '../Icon.tsx';
import { filterActions, useServiceActions } from './paletteServices.ts';

const [store, palette] = createSpotlight();
/** Opens the search of sections, actions and plans. */
export const openPalette = (): void => { noteFocus(); palette.open(); };

/** The search of sections, their tabs, services, actions and plans (Ctrl+K). */
export function Palette({ onShortcuts, onSaveCopy }: { readonly onShortcuts: () => void; readonly onSaveCopy: () => void }) {
  const { t, language } = useText();
  const theme = useTheme();
  const settings = useSettings();
  const { info } = usePlan();
  const plans = useView('library.list', {}, ['library']);
  const { opened } = useSpotlight(store);
  const services = useServiceActions(opened);
  const quiet = (run: () => Promise<unknown>) => () => { run().catch(() => undefined); };
  const groups: SpotlightActionGroupData[] = [
    { group: t('shell.palette.pages'), actions: info ? [...PAGES, ...TOOLS].map((page) => ({ id: page.id, label: t(`shell.pages.${page.id}`), description: page.number !== null && page.number <= 9 ? `Alt+${page.number}` : undefined, onClick: () => navigate(page.id) })) : [] },
    { group: t('shell.palette.tabs'), actions: info ? [...PAGES, ...TOOLS].flatMap(({ id: page, tabs }) => (tabs?.ids ?? []).map((tab) => ({ id: `${page} ${tab}`, label: t(`${page}.${tabs?.words}.${tab}`), description: t(`shell.pages.${page}`), onClick: () => navigate(page, { tab }) }))) : [] },
    { group: t('shell.palette.services'), actions: services },
    { group: t('shell.palette.actions'), actions: [
      ...(info ? [
        { id: 'undo', label: t('shell.palette.undo'), description: 'Ctrl+Z', onClick: quiet(undo) },
        { id: 'redo', label: t('shell.palette.redo'), description: 'Ctrl+Y', onClick: quiet(redo) },
        { id: 'copy', label: t('shell.palette.saveCopy'), onClick: onSaveCopy },
        { id: 'print', label: t('shell.palette.print'), description: 'Ctrl+P', onClick: () => window.setTimeout(() => window.print(), 200) },
        { id: 'close', label: t('shell.palette.closePlan'), onClick: quiet(async () => { await leavePlan(); navigate('library'); }) },
      ] : []),
      { id: 'library', label: t('shell.pages.library'), onClick: () => navigate('library') },
      { id: 'shortcuts', label: t('shell.palette.shortcuts'), description: 'F1', onClick: onShortcuts },
      { id: 'theme', label: t('shell.palette.toggleTheme'), onClick: quiet(() => changeSettings({ theme: theme === 'dark' ? 'light' : 'dark' })) },
      { id: 'language', label: t('shell.palette.switchLanguage'), onClick: quiet(() => changeSettings({ language: settings.language === 'uk' ? 'en' : 'uk' })) },
    ] },
    { group: t('shell.palette.plans'), actions: (plans.data ?? []).filter((plan) => plan.problem === null && plan.title !== null).map((plan) => ({
      id: `plan ${plan.path}`, label: plan.title ? shown(plan.title, language) : plan.file, description: plan.file, keywords: [plan.file, plan.title ? plain(plan.title, 'en') : ''],
      lang: language === 'en' && hasCyrillic(plan.file + (plan.title ? shown(plan.title, language) : '')) ? 'uk' : undefined,
      onClick: quiet(() => openPlan(plan.path)),
    })) },
  ];
  return (
    <Spotlight store={store} actions={groups.filter((group) => group.actions.length > 0)} filter={(query, data) => filterActions(query, data, [t('shell.palette.tabs'), t('shell.palette.services')])} shortcut={null} nothingFound={t('shell.palette.nothing')} scrollable maxHeight={420} highlightQuery={false}
      transitionProps={{ duration: 0 }} overlayProps={{ backgroundOpacity: 0.35, blur: 0, color: 'var(--scrim)' }} attributes={{ content: { 'aria-label': t('shell.palette.title') } }}
      searchProps={{ leftSection: <Icon name="search" />, placeholder: t('shell.palette.placeholder'), 'aria-label': t('shell.palette.placeholder') }} />
  );
}
