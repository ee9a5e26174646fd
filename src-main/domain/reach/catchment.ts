/** A number that may only be known from one side: `most` = people are missing from the demand, `least` = capacity is missing from the supply. */
export interface Bounded { readonly value: number | null; readonly bound: 'exact' | 'most' | 'least' | 'none' }

/** Ratios of the places and indexes of the settlements. */
export interface Catchment { readonly ratios: readonly Bounded[]; readonly demand: readonly Bounded[]; readonly indexes: readonly Bounded[] }

/** People, room and ways the index is counted from. */
export interface CatchmentFacts {
  /** People of each settlement; null = not known. */
  readonly people: readonly (number | null)[];
  /** Persons each place can serve; null = not known. */
  readonly room: readonly (number | null)[];
  /** Minutes from settlement i to place j; null = no way, or not known: then `unknown` says so. */
  readonly minutes: readonly (readonly (number | null)[])[];
  readonly unknown?: readonly (readonly boolean[])[];
  readonly limit: number;
  /** Weights of the three thirds of the limit; left out = everybody within the limit counts the same. */
  readonly weights?: readonly [number, number, number];
}

/** Weight of a way: 1 within the limit, or by the third it lies in; 0 beyond. */
export function weightOf(minutes: number | null, limit: number, weights?: readonly [number, number, number]): number {
  if (minutes === null || minutes > limit) return 0;
  return weights === undefined ? 1 : weights[minutes <= limit / 3 ? 0 : minutes <= (2 * limit) / 3 ? 1 : 2];
}

/**
 * Two-step floating catchment area (Luo & Wang 2003): R_j = S_j / Σ P_k over the settlements within the limit of place j, then
 * A_i = Σ R_j over the places within the limit of settlement i; with weights by travel time both sums are weighted (E2SFCA, Luo & Qi 2009).
 * A settlement whose people or way are not known makes the ratio an upper bound, a place whose room or way is not known the index a lower one.
 */
export function catchment({ people, room, minutes, unknown, limit, weights }: CatchmentFacts): Catchment {
  const weight = (i: number, j: number): number => weightOf(minutes[i]?.[j] ?? null, limit, weights);
  const demand = room.map((_, j): Bounded => {
    let [sum, open] = [0, false];
    for (const [i, persons] of people.entries()) { const w = weight(i, j); if ((w > 0 && persons === null) || (unknown?.[i]?.[j] && persons !== 0)) open = true; sum += w > 0 ? w * (persons ?? 0) : 0; }
    return { value: sum, bound: open ? 'least' : 'exact' };
  });
  const ratios = room.map((places, j): Bounded => {
    const { value, bound } = demand[j] ?? { value: 0, bound: 'exact' };
    if (places === null || value === null || value <= 0) return { value: null, bound: 'none' };
    return { value: places / value, bound: bound === 'exact' ? 'exact' : 'most' };
  });
  const indexes = people.map((_, i): Bounded => {
    let [sum, most, least] = [0, false, false];
    for (const [j, ratio] of ratios.entries()) {
      const w = weight(i, j);
      if (unknown?.[i]?.[j] && (room[j] ?? null) !== 0) least = true;
      if (w === 0) continue;
      // A place near which nobody is counted has no ratio: it could be anything.
      if (ratio.value === null) { if ((room[j] ?? null) !== 0) least = true; } else { sum += w * ratio.value; if (ratio.bound === 'most' && ratio.value > 0) most = true; }
    }
    if (most && least) return { value: null, bound: 'none' };
    return { value: sum, bound: most ? 'most' : least ? 'least' : 'exact' };
  });
  return { ratios, demand, indexes };
}
