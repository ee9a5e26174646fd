import type { StaffView } from '#contract/api/staff.ts';
import type { Language } from '#contract/format.ts';
import { translate } from '../../../i18n/index.ts';
import { plain, plainText, shown } from '../../../lib/text.ts';

export type Names = Pick<StaffView, 'units' | 'services' | 'categories'>;

/** Names of providers, services and categories: as shown, and plain for accessible names. */
export function namesOf({ units, services, categories }: Names, language: Language) {
  const unit = (id: string): string => units.find((row) => row.id === id)?.name ?? '';
  const service = (id: string) => services.find((row) => row.id === id);
  const category = (id: string) => categories.find((row) => row.id === id)?.name ?? { uk: id, en: id };
  const management = translate('staff.table.management', { lng: language });
  return {
    unit, unitPlain: (id: string): string => plainText(unit(id), language),
    service: (id: string): string => { const found = service(id); return found ? [found.code, shown(found.name, language)].filter(Boolean).join(' ') : management; },
    servicePlain: (id: string): string => { const found = service(id); return found ? plain(found.name, language) : management; },
    category: (id: string): string => shown(category(id), language), categoryPlain: (id: string): string => plain(category(id), language),
  };
}
