import type { CapacityView, Provider, ProviderKind, YesNo } from '#contract/api/capacity.ts';
import { LICENCES, YES_NO } from '#contract/lists.ts';
import { useText } from '../../../i18n/index.ts';
import { plainText } from '../../../lib/text.ts';
import { DayField, dayOf, dayText } from '../../needs/cycle/parts.tsx';
import { ChoiceField, TextField } from '../../needs/projection/fields.tsx';
import { codeProblem } from './code.ts';

/** What is said of a provider besides name, kind and services; days as they are typed. */
export interface AboutDraft { readonly parent: string; readonly facility: string; readonly code: string; readonly act: string; readonly register: YesNo; readonly registerOn: string; readonly licence: Provider['licence'] }

/** The draft of a provider, of a new unit of `parent`, or of a new provider. */
export const aboutOf = (provider: Provider | null, parent: string): AboutDraft => ({
  parent: provider?.parent ?? parent, facility: provider?.facility ?? '', code: provider?.code ?? '', act: provider?.act ?? '', register: provider?.register ?? '',
  registerOn: dayText(provider?.registerOn ?? ''), licence: provider?.licence ?? '',
});

/** What differs from before, ready to be sent; null = a field is wrong. */
export function aboutChanges(draft: AboutDraft, provider: Provider | null): Partial<Omit<AboutDraft, 'registerOn'>> & { readonly registerOn?: string } | null {
  const day = dayOf(draft.registerOn);
  if (day === null || codeProblem(draft.code) !== null) return null;
  const before = aboutOf(provider, '');
  const now = { ...draft, code: draft.code.trim(), act: draft.act.trim(), registerOn: day };
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => value !== (field === 'registerOn' ? provider?.registerOn ?? '' : before[field as keyof AboutDraft])));
}

/** Whole, facility, code, act, register and licence of a provider or unit. */
export function AboutFields({ draft, set, kind, provider, view }: { readonly draft: AboutDraft; readonly set: (patch: Partial<AboutDraft>) => void; readonly kind: ProviderKind; readonly provider: Provider | null; readonly view: CapacityView }) {
  const { t, language } = useText();
  const hasUnits = provider !== null && view.providers.some((row) => row.parent === provider.id);
  const wholes = view.providers.filter((row) => row.parent === '' && row.id !== provider?.id);
  const houses = view.facilities.filter((row) => row.provider === provider?.id || (draft.parent !== '' && row.provider === draft.parent));
  const problem = codeProblem(draft.code);
  const name = (text: string): string => plainText(text, language);
  return (
    <>
      {!hasUnits && wholes.length > 0 && <ChoiceField label={t('places.field.parent')} value={draft.parent} options={[['', t('places.alone')], ...wholes.map((row) => [row.id, name(row.name)] as const)]} onChange={(parent) => set({ parent, facility: '' })} />}
      {houses.length > 0 && <ChoiceField label={t('places.field.facility')} value={draft.facility} options={[['', t('places.noFacility')], ...houses.map((row) => [row.id, name(row.name)] as const)]} onChange={(facility) => set({ facility })} />}
      <TextField label={t('places.field.code')} value={draft.code} max={20} error={problem === null ? null : t(`places.codeWrong.${problem}`)} note={t(kind === 'fop' ? 'places.codeOfFop' : 'places.codeNote')} onChange={(code) => set({ code })} />
      <TextField label={t('places.field.act')} value={draft.act} onChange={(act) => set({ act })} note={t('places.actNote')} />
      <div className="cy-two">
        <ChoiceField label={t('places.field.register')} value={draft.register} options={YES_NO.map((each) => [each, t(`places.register.${each || 'unknown'}`)] as const)} onChange={(register) => set({ register })} />
        <DayField label={t('places.field.registerOn')} value={draft.registerOn} onChange={(registerOn) => set({ registerOn })} />
      </div>
      <ChoiceField label={t('places.field.licence')} value={draft.licence} options={LICENCES.map((each) => [each, t(`places.licence.${each || 'unknown'}`)] as const)} onChange={(licence) => set({ licence })} />
    </>
  );
}
