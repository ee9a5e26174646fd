import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import { foldText } from '#contract/parse.ts';
import { useText } from '../../i18n/index.ts';
import { cellHref } from '../../lib/route.ts';
import { hasCyrillic, plain, shown } from '../../lib/text.ts';
import { usePlan, useScope } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';

/** Services of the plan as actions that lead to their row of needs; asked for only while the search is open. */
export function useServiceActions(opened: boolean): SpotlightActionData[] {
  const { language } = useText();
  const { info } = usePlan();
  const scope = useScope();
  const view = useView('needs.view', opened && info !== null ? { ...scope, territory: '' } : null, ['needs', 'reference']);
  return (view.data?.rows ?? []).flatMap((row) => {
    const name = row.short ?? row.name;
    if (name === null) return [];
    const label = shown(name, language);
    return [{
      id: `service ${row.id}`, label, description: row.code ?? undefined, lang: language === 'en' && hasCyrillic(label) ? 'uk' : undefined,
      keywords: [row.name?.uk ?? '', row.name?.en ?? '', plain(name, 'en'), name.uk],
      onClick: () => { window.location.hash = cellHref('needs', row.identified.key); },
    }];
  });
}

const wordsOf = (action: SpotlightActionData): string => foldText([action.label, action.description, ...(Array.isArray(action.keywords) ? action.keywords : [])].join(' '));

type SpotlightActions = SpotlightActionData | SpotlightActionGroupData;

/** Keeps the actions that hold every typed word, whatever the apostrophe; the groups named `later` (tabs, services) wait for a word. */
export function filterActions(query: string, data: readonly SpotlightActions[], later: readonly string[]): SpotlightActions[] {
  const words = foldText(query).split(' ').filter((word) => word !== '');
  return data.flatMap((item): readonly SpotlightActions[] => {
    if (!('actions' in item)) return words.every((word) => wordsOf(item).includes(word)) ? [item] : [];
    if (words.length === 0 && later.includes(item.group)) return [];
    const actions = (item as SpotlightActionGroupData).actions.filter((action) => words.every((word) => wordsOf(action).includes(word)));
    return actions.length === 0 ? [] : [{ ...item, actions }];
  });
}
