import { existsSync, readFileSync } from 'node:fs';
import type { Neighbour, Territory } from '../contract/api/community.ts';
import { Refusal } from '../contract/errors.ts';
import type { Label } from '../contract/models.ts';
import { translit } from '../contract/translit.ts';
import { type AgeStructure, type AreaKind } from './ageShare.ts';
import { type Community, type DataSource, readCommunities, reader, type Table, type Value } from './data.ts';
import type { ProjectionDefaults } from './projection.ts';
import { type Pack, pack as packSchema } from './schema.ts';

const PARTS = ['pack', 'services', 'groups', 'norms', 'acts', 'rates', 'cycle', 'sources', 'checks', 'indicators', 'staffing', 'accessibility', 'restoration', 'travel', 'integration'] as const;

function validated(raw: unknown): Pack {
  const checked = packSchema.safeParse(raw);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw new Refusal('reference.invalid', { reason: issue ? `${issue.path.join('.')}: ${issue.message}`.slice(0, 300) : '' });
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Refusal('reference.invalid', { reason: `${what}: not JSON` }, { cause });
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Refusal('reference.invalid', { reason: `${path}: cannot be read` }, { cause });
  }
}

/**
 * Reads the folder of the pack that comes with the program (`pack.json`, `services.json`, …). Refuses with `reference.invalid` what cannot be read;
 * its content is validated by the tests, not at every start: that took a quarter of it.
 */
export function loadPack(folder: string): Pack {
  return Object.fromEntries(PARTS.map((part) => [part, parsed(readText(`${folder}/${part}.json`), `${part}.json`)])) as unknown as Pack;
}

/** Reads and validates a pack that came as one file: a JSON object with the parts of a pack folder. Refuses with `reference.noBook` what is none, with `reference.invalid` what does not hold in one. */
export function packFromBuffer(bytes: Uint8Array): Pack {
  let raw: unknown;
  try { raw = JSON.parse(new TextDecoder().decode(bytes)); } catch (cause) { throw new Refusal('reference.noBook', {}, { cause }); }
  if (typeof raw !== 'object' || raw === null || !('pack' in raw)) throw new Refusal('reference.noBook');
  return validated(raw);
}

/** The same pack as one file, for {@link packFromBuffer}. */
export function packToText(pack: Pack): string {
  return JSON.stringify(pack);
}

/** A settlement of a community. `population` of 01.01.2022 is known for cities and former urban-type settlements only. */
export interface Settlement {
  readonly code: string;
  readonly name: Label;
  readonly category: Exclude<Territory['category'], ''>;
  readonly formerName: Label | null;
  readonly population: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** A neighbour by the bundled borders; `doubtful` = they share less than 1 km. */
export type BundledNeighbour = Omit<Neighbour, 'added'> & { readonly sameOblast: boolean; readonly centreDistanceKm: number | null };

/** A point of administrative services as the register of 2023 has it. `name` null = its kind and settlement tell it from the others; flags are ramp, accessible toilet, Braille, place for prams: '1', '0' or '-' (not known). */
export interface BundledPoint { readonly kind: 'c' | 'b' | 'r' | 's' | 'm'; readonly settlement: string | null; readonly name: string | null; readonly flags: string }

/** The bundled data about communities. Everything is read at first use and kept. */
export interface BundledData {
  /** Version of the data set. */
  readonly version: string;
  readonly communityCount: () => number;
  /** Sorted by code. */
  readonly communities: () => readonly Community[];
  readonly community: (code: string) => Community | undefined;
  /** In the order of the codifier (the centre first); empty for Kyiv and for codes that are not in the list. */
  readonly settlementsOf: (code: string) => readonly Settlement[];
  /** Longest common border first. */
  readonly neighboursOf: (code: string) => readonly BundledNeighbour[];
  /** Resident population of a region (oblast code, or `UA`) by single years; undefined where it was not published. */
  readonly ageStructure: (regionCode: string, area: AreaKind) => AgeStructure | undefined;
  /** Source of the age structure. */
  readonly ageSource: () => DataSource;
  /** Published parameters of projections, usual methods of the groups, suggested scenarios. */
  readonly projection: () => ProjectionDefaults;
  /** Source of a column of `communities.json` (`population`, `idp_balance`, `income_total_thsd_2022`, …). */
  readonly sourceOf: (column: string) => DataSource;
  /** Points of administrative services of a community: ЦНАП, branches, remote workplaces, mobile ones. */
  readonly pointsOf: (code: string) => readonly BundledPoint[];
  /** Path of the TopoJSON with the objects `hromadas` (id = code), `raions`, `oblasts`. */
  readonly mapPath: string;
  /** The same file, as text. */
  readonly mapText: () => string;
  /** Source of the map and of the neighbours: its credit must stand under every map. */
  readonly mapSource: () => DataSource;
  /** Every source of the data, once. */
  readonly credits: () => readonly DataSource[];
}

/** Settlements of one oblast by code of the community. */
interface SettlementFile { readonly columns: Table['columns']; readonly communities: Readonly<Record<string, readonly (readonly Value[])[]>> }

function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: make() }).value;
}

const CATEGORIES: Readonly<Record<string, Settlement['category']>> = { c: 'city', s: 'selyshche', v: 'village' };
const named = (uk: string): Label => ({ uk, en: translit(uk) });

/** Opens the bundled data of a resources folder; nothing is read before it is asked for. */
export function loadData(resources: string): BundledData {
  const folder = `${resources}/data`;
  const read = <T>(name: string): T => parsed(readText(`${folder}/${name}`), name) as T;
  const regionTable = once(() => read<Table>('regions.json'));
  const table = once(() => read<Table>('communities.json'));
  const regions = once(() => {
    const open = reader(regionTable().columns);
    return new Map(regionTable().rows.map((row) => { const r = open(row); return [r.text('code') ?? '', { uk: r.text('name') ?? '', en: r.text('name_en') }]; }));
  });
  const communities = once(() => readCommunities(table(), regions()));
  const byCode = once(() => new Map(communities().map((c) => [c.code, c])));
  const ages = once(() => read<{ meta: Table['meta']; regions: Record<string, Partial<Record<AreaKind, AgeStructure>>> }>('age-structure.json'));
  const projection = once(() => read<ProjectionDefaults>('projection.json'));
  const borderTable = once(() => read<Table>('neighbours.json'));
  const borders = once(() => {
    const open = reader(borderTable().columns);
    const of = new Map<string, { other: string; km: number | null; centre: number | null; short: boolean }[]>();
    for (const row of borderTable().rows) {
      const r = open(row);
      const [a, b] = [r.text('code_a') ?? '', r.text('code_b') ?? ''];
      for (const [one, other] of [[a, b], [b, a]] as const) {
        const list = of.get(one) ?? [];
        list.push({ other, km: r.number('border_km'), centre: r.number('centre_distance_km'), short: r.number('short') === 1 });
        of.set(one, list);
      }
    }
    for (const list of of.values()) list.sort((x, y) => (y.km ?? 0) - (x.km ?? 0));
    return of;
  });
  const oblasts = new Map<string, SettlementFile | null>();
  const settlementFile = (name: string): SettlementFile | null => (existsSync(`${folder}/settlements/${name}.json`) ? read<SettlementFile>(`settlements/${name}.json`) : null);
  const points = once(() => read<SettlementFile>('cnap.json'));
  const mapText = once(() => readText(`${folder}/map.topo.json`));
  const sources = once(() => new Map([table().meta, ages().meta, projection().meta].flatMap((meta) => Object.entries(meta.sources))));
  const source = (id: string): DataSource => {
    const found = sources().get(id);
    if (!found) throw new Error(`bundled data: no source ${id}`);
    return found;
  };
  return {
    get version() { return table().meta.version; },
    communityCount: () => table().rows.length,
    communities,
    community: (code) => byCode().get(code),
    settlementsOf: (code) => {
      if (!byCode().has(code)) return [];
      const name = code.slice(0, 4);
      const kept = oblasts.get(name);
      const file = kept === undefined ? settlementFile(name) : kept;
      oblasts.set(name, file);
      if (file === null) return [];
      const open = reader(file.columns);
      return (file.communities[code] ?? []).map((row): Settlement => {
        const { text, number } = open(row);
        const former = text('former_name');
        return {
          code: text('code') ?? '', name: named(text('name') ?? ''), category: CATEGORIES[text('category') ?? ''] ?? 'village',
          formerName: former === null ? null : named(former), population: number('population'), lat: number('lat'), lon: number('lon'),
        };
      });
    },
    neighboursOf: (code) => {
      const own = byCode().get(code);
      return (borders().get(code) ?? []).flatMap((b): BundledNeighbour[] => {
        const c = byCode().get(b.other);
        return c && own ? [{
          code: c.code, name: c.name, raion: c.raion, oblast: c.oblast, population: c.population.total, borderKm: b.km, centreDistanceKm: b.centre,
          sameRaion: c.raionCode !== null && c.raionCode === own.raionCode, sameOblast: c.oblastCode === own.oblastCode, doubtful: b.short,
        }] : [];
      });
    },
    pointsOf: (code) => {
      const open = reader(points().columns);
      return (points().communities[code] ?? []).map((row): BundledPoint => {
        const { text } = open(row);
        return { kind: (text('kind') ?? 'c') as BundledPoint['kind'], settlement: text('settlement'), name: text('name'), flags: text('flags') ?? '----' };
      });
    },
    ageStructure: (regionCode, area) => ages().regions[regionCode]?.[area],
    ageSource: () => source('age'),
    projection,
    sourceOf: (column) => {
      const found = table().columns.find((c) => typeof c !== 'string' && c[0] === column);
      if (found === undefined || typeof found === 'string') throw new Error(`bundled data: no column ${column}`);
      return source(found[1]);
    },
    mapPath: `${folder}/map.topo.json`,
    mapText,
    mapSource: () => source('boundaries'),
    // What the program assumes has nobody to thank.
    credits: () => [...sources().values()].filter(({ credit }) => credit !== ''),
  };
}
