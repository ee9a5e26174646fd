import type { ProviderKind, Sector } from '#contract/api/capacity.ts';

/** The sector most providers of a kind belong to: offered first, never written over what a person chose. */
export const usualSector = (kind: ProviderKind): Sector => (kind === 'ngo' || kind === 'fop' ? 'non_state' : 'municipal');
