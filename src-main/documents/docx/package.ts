import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Date of every file in the package: the oldest a zip can hold, so that equal papers are equal bytes. */
const EPOCH = new Date(1980, 0, 1);

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Renames relationship ids of one part in order of appearance: the library draws them at random. */
function renameRelations(files: Record<string, Uint8Array>, rels: string): void {
  const part = rels.replace('_rels/', '').replace(/\.rels$/, '');
  const list = strFromU8(files[rels] ?? new Uint8Array());
  const ids = [...list.matchAll(/ Id="([^"]+)"/g)].map((m) => m[1] ?? '');
  const names = new Map(ids.map((id, i) => [id, `rId${i + 1}`]));
  const renamed = list.replace(/ Id="([^"]+)"/g, (_, id: string) => ` Id="${names.get(id) ?? id}"`);
  files[rels] = strToU8(renamed);
  const body = files[part];
  if (body === undefined) return;
  files[part] = strToU8(strFromU8(body).replace(/ (r:(?:id|embed|link|pict))="([^"]+)"/g, (_, name: string, id: string) => ` ${name}="${names.get(id) ?? id}"`));
}

/** Gives tables their title for people who hear the paper (w:tblCaption), in order. */
function captionTables(xml: string, captions: readonly string[]): string {
  let i = 0;
  return xml.replace(/<\/w:tblPr>/g, () => {
    const caption = captions[i++];
    return caption === undefined ? '</w:tblPr>' : `<w:tblCaption w:val="${escape(caption)}"/></w:tblPr>`;
  });
}

/** Numbers bookmarks from 1 in each part: the library counts on over papers. */
function numberBookmarks(xml: string): string {
  const ids = new Map<string, string>();
  return xml.replace(/(<w:bookmark(?:Start|End)\b[^>]*? w:id=")([^"]+)"/g, (_, before: string, id: string) => {
    const known = ids.get(id) ?? String(ids.size + 1);
    ids.set(id, known);
    return `${before}${known}"`;
  });
}

/** Numbers the shapes of a watermark by the part they stand in: the library draws their numbers at random. */
function numberShapes(files: Record<string, Uint8Array>): void {
  Object.keys(files).filter((name) => /^word\/header\d+\.xml$/.test(name)).sort().forEach((name, i) => {
    files[name] = strToU8(strFromU8(files[name] ?? new Uint8Array()).replace(/PowerPlusWaterMarkObject[\w-]+/g, `PowerPlusWaterMarkObject${i + 1}`));
  });
}

/** Makes the package equal for equal papers: times, random ids and the order of files are fixed; adds table titles. */
export function settle(bytes: Uint8Array, now: string, captions: readonly string[]): Uint8Array {
  const files = unzipSync(bytes);
  for (const rels of Object.keys(files).filter((name) => name.endsWith('.rels')).sort()) renameRelations(files, rels);
  numberShapes(files);
  const core = files['docProps/core.xml'];
  if (core !== undefined) files['docProps/core.xml'] = strToU8(strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${now}`));
  const main = files['word/document.xml'];
  if (main !== undefined) files['word/document.xml'] = strToU8(numberBookmarks(captionTables(strFromU8(main), captions)).replace(/(<w:hyperlink\b[^>]*?) r:id="[^"]*"/g, '$1'));
  const first = '[Content_Types].xml';
  const names = Object.keys(files).filter((name) => !name.endsWith('/')).sort((a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(names.map((name) => [name, [files[name] ?? new Uint8Array(), { mtime: EPOCH, level: 6 as const }]])));
}
