import { MEASURES } from '../contract/measures.ts';
import type { Figure, FigureKey, MeasureId, Sex, AgeBand } from '../contract/models.ts';
import { totalOf, type Total } from '../domain/tree/totals.ts';

/** What a figure is of, besides its measure, territory, year and scenario. */
export interface Of {
  readonly group?: string;
  readonly service?: string;
  readonly provider?: string;
  readonly sex?: Sex;
  readonly age?: AgeBand;
}

const name = (measure: MeasureId, of: Of): string =>
  `${measure}|${of.group ?? ''}|${of.service ?? ''}|${of.provider ?? ''}|${of.sex ?? 'all'}|${of.age ?? 'all'}`;

/**
 * The figures of one year and scenario in memory: by what they measure, then by territory.
 * A scenario's difference replaces the base figure of the same address.
 */
export interface Series {
  /** The figure at this territory, or null. */
  at(measure: MeasureId, of: Of, territory: string): Figure | null;
  /** The territories that have a figure of this kind. */
  places(measure: MeasureId, of: Of): ReadonlyMap<string, Figure>;
  /** Total at a territory: own figure, or the sum of the territories inside; only the own figure where parts are not added up. */
  total(measure: MeasureId, of: Of, territory: string): Total;
  /** Every figure of this year and scenario. */
  all(): Iterable<Figure>;
  put(figures: readonly Figure[]): void;
  drop(keys: readonly FigureKey[]): void;
  /** The same figures with some replaced, for a question «what if»; this one stays as it is. */
  with(figures: readonly Figure[]): Series;
}

const NONE: ReadonlyMap<string, Figure> = new Map();
const NOTHING: Total = totalOf(null, []);

/**
 * @param children ids of the territories directly inside a territory
 */
export function createSeries(figures: readonly Figure[], children: (territory: string) => readonly string[]): Series {
  const series = seriesOver(new Map(), children);
  series.put(figures);
  return series;
}

function seriesOver(series: Map<string, Map<string, Figure>>, children: (territory: string) => readonly string[]): Series {
  const put = (figure: Figure): void => {
    const key = name(figure.measure, figure);
    const places = series.get(key);
    if (places) places.set(figure.territory, figure);
    else series.set(key, new Map([[figure.territory, figure]]));
  };

  const totalIn = (places: ReadonlyMap<string, Figure>, territory: string): Total => {
    const own = places.get(territory) ?? null;
    // Only the root of an empty branch is looked at: a territory whose inside holds no figure is not walked.
    const inside = children(territory);
    if (inside.length === 0 || places.size === (own ? 1 : 0)) return totalOf(own, []);
    return totalOf(own, inside.map((child) => totalIn(places, child)));
  };

  return {
    at: (measure, of, territory) => series.get(name(measure, of))?.get(territory) ?? null,
    places: (measure, of) => series.get(name(measure, of)) ?? NONE,
    total(measure, of, territory) {
      const places = series.get(name(measure, of));
      if (!places) return NOTHING;
      // Shares, loads and distances are not added up.
      return MEASURES[measure].additive ? totalIn(places, territory) : totalOf(places.get(territory) ?? null, []);
    },
    *all() { for (const places of series.values()) yield* places.values(); },
    put: (changed) => changed.forEach(put),
    drop: (keys) => keys.forEach((key) => series.get(name(key.measure, key))?.delete(key.territory)),
    with(changed) {
      const copy = new Map(series);
      for (const figure of changed) {
        const key = name(figure.measure, figure);
        copy.set(key, new Map(copy.get(key)).set(figure.territory, figure));
      }
      return seriesOver(copy, children);
    },
  };
}
