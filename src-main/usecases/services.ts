import type { ServiceInfo } from '../contract/api/needs.ts';
import type { ReferenceBook } from '../reference/book.ts';
import type { ServiceName } from '../store/choices.ts';

/** Services of the classifier as a plan sees them: a name the community entered stands in for one that is not confirmed. */
export function servicesOf(book: ReferenceBook, names: readonly ServiceName[]): readonly ServiceInfo[] {
  const entered = new Map(names.map((row) => [row.service, row.name]));
  return book.services.map((service) => {
    const own = entered.get(service.id);
    const name = own === undefined ? service.name : { uk: own, en: null };
    return {
      id: service.id, code: service.code, name, short: own === undefined ? service.short : name,
      nameConfidence: own === undefined ? service.nameConfidence : 'recalled',
      section: service.block, basic: service.basic, basicConfidence: service.basicConfidence, counted: service.counted,
      applies: service.applies,
    };
  });
}

/** Basic services: those whose provision the law places on the community, by the reference book. */
export const basicOf = <T extends { readonly basic: boolean }>(services: readonly T[]): readonly T[] => services.filter((service) => service.basic);
