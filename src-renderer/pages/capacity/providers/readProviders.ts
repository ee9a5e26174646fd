import type { CapacityView, ProviderKind, Sector } from '#contract/api/capacity.ts';
import { PROVIDER_KINDS, SECTORS } from '#contract/lists.ts';
import { foldText } from '#contract/parse.ts';
import type { Label } from '#contract/models.ts';
import { parseBlock } from '../../../grid/clipboard.ts';
import { translate } from '../../../i18n/index.ts';

/** What a pasted row says, ready to be added. */
export interface ReadProvider { readonly name: string; readonly kind: ProviderKind; readonly sector: Sector; readonly territory: string; readonly services: readonly string[] }
/** Why a row cannot be added as it stands: keys of `capacity.paste.why` with what was read. */
export interface Reason { readonly id: 'columns' | 'name' | 'long' | 'kind' | 'sector' | 'place' | 'placeTwice' | 'service' | 'known' | 'twice'; readonly text: string }
/** One pasted row: its text is kept whatever it says. */
export interface PastedRow { readonly line: number; readonly text: string; readonly name: string; readonly provider: ReadProvider | null; readonly reasons: readonly Reason[] }

interface Known {
  readonly services: CapacityView['rows'];
  readonly providers: readonly { readonly name: string }[];
  readonly territories: readonly { readonly id: string; readonly parent: string | null; readonly name: Label }[];
}

const LANGUAGES = ['uk', 'en'] as const;
/** Every word people write for a choice, in both languages, its id among them. */
function words<T extends string>(ids: readonly T[], branch: 'kind' | 'sector'): ReadonlyMap<string, T> {
  const all = new Map<string, T>();
  const text = (key: string, lng: string): string => translate(key, { lng });
  for (const id of ids) for (const lng of LANGUAGES) {
    for (const word of [id, text(`capacity.${branch}.${id}`, lng), ...text(`capacity.${branch}Words.${id}`, lng).split(';')]) if (word.trim() !== '') all.set(foldText(word.trim()), id);
  }
  return all;
}

/** Excel drops the zeros of codes: "015.1" arrives as "15.1" and "006.0" as "6". */
const codeKey = (code: string): string => {
  const [head = '', ...rest] = code.trim().replace(',', '.').split('.');
  return [head.replace(/^0+(?=\d)/, ''), ...rest.filter((part, at) => !(at === rest.length - 1 && /^0*$/.test(part)))].join('.');
};

/** A head row names its columns; it is no provider. */
const isHead = (cells: readonly string[]): boolean => LANGUAGES.some((lng) => foldText(cells[0] ?? '') === foldText(translate('capacity.field.name', { lng })) || translate('capacity.paste.heads', { lng }).split(';').some((head) => foldText(head) === foldText(cells[0] ?? '')));

/** Reads a table copied from a spreadsheet: name, kind, sector, place, services. Nothing is lost: each row comes back with its reasons. */
export function readProviders(text: string, known: Known): readonly PastedRow[] {
  const kinds = words(PROVIDER_KINDS, 'kind');
  const sectors = words(SECTORS, 'sector');
  const byCode = new Map(known.services.flatMap((row) => (row.code === null ? [] : [[codeKey(row.code), row.id] as const])));
  const byName = new Map(known.services.flatMap((row) => [row.name, row.short].flatMap((label) => (label ? [label.uk, label.en ?? ''] : [])).filter((name) => name !== '').map((name) => [foldText(name), row.id] as const)));
  const places = Map.groupBy(known.territories.flatMap((one) => [one.name.uk, one.name.en ?? ''].filter((name) => name !== '').map((name) => ({ id: one.parent === null ? '' : one.id, name: foldText(name) }))), (one) => one.name);
  const names = new Set(known.providers.map((provider) => foldText(provider.name)));
  const rows: PastedRow[] = [];
  parseBlock(text).forEach((raw, at) => {
    const cells = raw.map((cell) => cell.trim());
    if (cells.every((cell) => cell === '') || (rows.length === 0 && isHead(cells))) return;
    const [name = '', kindText = '', sectorText = '', placeText = '', ...rest] = cells;
    const reasons: Reason[] = [];
    if (cells.length < 3) reasons.push({ id: 'columns', text: String(cells.length) });
    if (name === '') reasons.push({ id: 'name', text: '' });
    if (name.length > 300) reasons.push({ id: 'long', text: String(name.length) });
    if (names.has(foldText(name))) reasons.push({ id: rows.some((row) => foldText(row.name) === foldText(name)) ? 'twice' : 'known', text: name });
    const kind = kinds.get(foldText(kindText));
    if (kind === undefined && cells.length >= 2) reasons.push({ id: 'kind', text: kindText });
    const sector = sectors.get(foldText(sectorText));
    if (sector === undefined && cells.length >= 3) reasons.push({ id: 'sector', text: sectorText });
    const territory = placeOf(placeText, places, reasons);
    const services = servicesOf(rest.join(';'), byCode, byName, reasons);
    const provider = reasons.length === 0 && kind !== undefined && sector !== undefined ? { name, kind, sector, territory, services } : null;
    if (name !== '') names.add(foldText(name));
    rows.push({ line: at + 1, text: raw.join('\t'), name, provider, reasons });
  });
  return rows;
}

function placeOf(text: string, places: ReadonlyMap<string, readonly { readonly id: string }[]>, reasons: Reason[]): string {
  if (text === '' || LANGUAGES.some((lng) => foldText(text) === foldText(translate('capacity.whole', { lng })))) return '';
  const prefixes = LANGUAGES.flatMap((lng) => translate('capacity.paste.prefixes', { lng }).split(';'));
  const bare = prefixes.reduce((rest, prefix) => (foldText(rest).startsWith(foldText(prefix)) && prefix !== '' ? rest.slice(prefix.length).trim() : rest), text);
  const ids = new Set([...(places.get(foldText(text)) ?? []), ...(places.get(foldText(bare)) ?? [])].map((one) => one.id));
  if (ids.size === 0) reasons.push({ id: 'place', text });
  if (ids.size > 1) reasons.push({ id: 'placeTwice', text });
  return [...ids][0] ?? '';
}

/** Services by code or by name; a name may hold a comma, so whole parts are looked up first. */
function servicesOf(text: string, byCode: ReadonlyMap<string, string>, byName: ReadonlyMap<string, string>, reasons: Reason[]): readonly string[] {
  const idOf = (part: string): string | undefined => byCode.get(codeKey(part)) ?? byName.get(foldText(part));
  const parts = (whole: string, by: RegExp): readonly string[] => whole.split(by).map((one) => one.trim()).filter((one) => one !== '');
  const found = new Set<string>();
  for (const whole of parts(text, /[;\n]/)) {
    for (const part of idOf(whole) === undefined ? parts(whole, /,(?!\d)|,(?=\s*0?\d{2,3}\.)|\s(?=0?\d{2}\.\d)/) : [whole]) {
      const id = idOf(part);
      if (id === undefined) reasons.push({ id: 'service', text: part });
      else found.add(id);
    }
  }
  return [...found];
}
