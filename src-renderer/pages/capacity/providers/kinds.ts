import type { ProviderKind, Sector } from '#contract/api/capacity.ts';

/** Kinds of providers, in the order they are offered. */
export const KINDS: readonly ProviderKind[] = ['territorial_centre', 'cnsp', 'css', 'day_centre', 'rehabilitation', 'residential', 'shelter', 'mobile_team', 'ngo', 'fop', 'other'];
/** Sectors, in the order they are offered. */
export const SECTORS: readonly Sector[] = ['municipal', 'state', 'non_state'];

/** The sector most providers of a kind belong to: offered first, never written over what a person chose. */
export const usualSector = (kind: ProviderKind): Sector => (kind === 'ngo' || kind === 'fop' ? 'non_state' : 'municipal');
