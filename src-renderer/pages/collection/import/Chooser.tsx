import { useId, type ReactNode } from 'react';
import type { ImportKind, ImportLists } from '#contract/api/imports.ts';
import { MEASURES, MEASURE_IDS } from '#contract/measures.ts';
import type { Label } from '#contract/models.ts';
import { useText } from '../../../i18n/index.ts';
import { hasCyrillic } from '../../../lib/text.ts';
import { useView } from '../../../plan/useView.ts';

/** An id with its name in the reader's language; names that stay Ukrainian are marked as such. */
export interface Choice { readonly id: string; readonly text: string; readonly uk: boolean; /** Where it lies: tells places of the same name apart. */ readonly within?: string }

const NONE: ImportLists = { groups: [], services: [], providers: [], territories: [], years: [] };
/** What can be chosen in the open plan. */
export const useLists = (): ImportLists => useView('import.lists', {}, ['plan', 'community', 'groups', 'capacity']).data ?? NONE;

/** Choices of a kind. */
export function useChoices(lists: ImportLists): (kind: ImportKind) => readonly Choice[] {
  const { t, language } = useText();
  const said = (id: string, name: Label, before = ''): Choice => { const text = before + (language === 'uk' ? name.uk : name.en ?? name.uk); return { id, text, uk: language === 'en' && hasCyrillic(text) }; };
  return (kind) => {
    switch (kind) {
      case 'measure': return MEASURE_IDS.map((id) => ({ id, text: t(`measures.${id}.full`), uk: false }));
      case 'group': return lists.groups.map(({ id, name }) => said(id, name));
      case 'service': return lists.services.map(({ id, code, name }) => said(id, name, code === null ? '' : `${code} `));
      case 'provider': return lists.providers.map(({ id, name }) => ({ id, text: name, uk: language === 'en' && hasCyrillic(name) }));
      case 'territory': return lists.territories.map(({ id, name, depth }, at) => {
        const above = lists.territories.slice(0, at).findLast((each) => each.depth < depth);
        return { ...said(id, name, '\u00A0\u00A0'.repeat(depth)), within: above && said('', above.name).text };
      });
      case 'sex': return ['all', 'female', 'male'].map((id) => ({ id, text: t(`collection.sex.${id}`), uk: false }));
      case 'age': return ['all', '0-17', '18-59', '60+'].map((id) => ({ id, text: t(`collection.age.${id.replace('+', '')}`), uk: false }));
    }
  };
}

/** A field to choose from a list; `none` is the text of «nothing chosen», `first` come before the others. */
export function Chooser({ label, hidden = false, value, none, choices, first = [], onChange }: {
  readonly label: ReactNode; readonly hidden?: boolean; readonly value: string; readonly none?: string; readonly choices: readonly Choice[]; readonly first?: readonly string[]; readonly onChange: (id: string) => void;
}) {
  const id = useId();
  const known = first.flatMap((each) => choices.find((choice) => choice.id === each) ?? []);
  const rest = known.length === 0 ? choices : choices.filter((choice) => !first.includes(choice.id));
  const option = (choice: Choice, text = choice.text) => <option key={choice.id} value={choice.id} lang={choice.uk ? 'uk' : undefined}>{text}</option>;
  return (
    <div className="fld">
      <label htmlFor={id} className={hidden ? 'vh' : undefined}>{label}</label>
      <select id={id} className="in" value={value} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {known.map((choice) => option(choice, choice.text.trim() + (choice.within ? `, ${choice.within}` : '')))}
        {known.length > 0 && <hr />}
        {rest.map((choice) => option(choice))}
      </select>
    </div>
  );
}

/** Which of group and service a measure is of. */
export const needsOf = (measure: keyof typeof MEASURES | null): { readonly group: boolean; readonly service: boolean } => {
  const of = measure === null ? null : MEASURES[measure].of;
  return { group: of === null || of === 'group' || of === 'groupService', service: of === null || of === 'service' || of === 'groupService' };
};
