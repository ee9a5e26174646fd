import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { makeNeedsReport, type ReportViews } from '../../src-main/documents/needsReport.ts';
import type { DocumentResources } from '../../src-main/documents/raster.ts';
import type { Edition, Language } from '../../src-main/documents/tree.ts';

/** Fonts of the project and the rasteriser of its package. */
export const resources: DocumentResources = {
  wasm: () => readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  resource: (name) => readFile(new URL(`../../resources/${name}`, import.meta.url)),
  path: (name) => fileURLToPath(new URL(`../../resources/${name}`, import.meta.url)),
};
export const NOW = '2026-11-22T10:00:00Z';
export const make = (views: ReportViews, language: Language, edition: Edition): Promise<Uint8Array> => makeNeedsReport(views, { language, edition, now: NOW, resources });

/** Parts of an Office file by name, XML as text. */
export function parts(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, /\.(xml|rels)$/.test(name) ? strFromU8(file) : '']));
}

const decode = (xml: string): string => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
/** Text of a piece of WordprocessingML. */
export const textIn = (xml: string): string => decode([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1]).join(''));
/** Runs with text and language. */
export const runsIn = (xml: string): { readonly text: string; readonly lang: string }[] => [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map((m) => ({ text: textIn(m[1] ?? ''), lang: /<w:lang w:val="([^"]+)"/.exec(m[1] ?? '')?.[1] ?? '' }));
/** Tables with caption and cell texts. */
export const tablesIn = (xml: string): { readonly caption: string; readonly rows: readonly (readonly string[])[] }[] => [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => ({
  caption: decode(/<w:tblCaption w:val="([^"]*)"/.exec(table)?.[1] ?? ''),
  rows: [...table.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textIn(cell))),
}));
