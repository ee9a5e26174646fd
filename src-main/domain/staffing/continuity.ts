/** A service that rests on something. */
export interface Dependent { readonly service: string; readonly provider: string; /** Persons served; null = not known. */ readonly people: number | null }

/** Something without which services stop: the only filled post of a category, the only vehicle, a facility without a generator. */
export interface SinglePoint { readonly id: string; readonly kind: 'staff' | 'vehicle' | 'power'; readonly dependents: readonly Dependent[] }

/** People at risk: at least the largest service (one person may get several), at most all of them; high null = of some service it is not known. */
export function atRisk(dependents: readonly Dependent[]): { readonly low: number | null; readonly high: number | null } {
  const known = dependents.flatMap(({ people }) => (people === null ? [] : [people]));
  if (known.length === 0) return { low: null, high: null };
  return { low: Math.max(...known), high: known.length === dependents.length ? known.reduce((a, b) => a + b, 0) : null };
}

/** Most people first; where it is not known, those with more services first, after the known ones. */
export function ranked<P extends SinglePoint>(points: readonly P[]): readonly P[] {
  const weight = (point: P): number => atRisk(point.dependents).low ?? -1;
  return points.toSorted((a, b) => weight(b) - weight(a) || b.dependents.length - a.dependents.length || (a.id < b.id ? -1 : 1));
}
