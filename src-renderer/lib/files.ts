import type { FileOut } from '#contract/models.ts';
import { ApiError } from '../api.ts';

/** The largest file a door carries, bytes; the program says the same. */
const MOST = 24_000_000;

/** A file as it crosses to the program. Refuses `import.tooLarge` before anything is read, `import.unread` when the disk does not give it (any more). */
export async function fileIn(file: File): Promise<{ readonly name: string; readonly base64: string }> {
  if (file.size > MOST) throw new ApiError({ code: 'import.tooLarge', kind: 'data', details: { what: 'file' } });
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(new ApiError({ code: 'import.unread', kind: 'data', details: { name: file.name } })));
    reader.readAsDataURL(file);
  });
  // The end of a long name tells what kind of file it is.
  return { name: file.name.slice(-120), base64: url.slice(url.indexOf(',') + 1) };
}

/** Hands a file made by the program to the person: the browser's usual download. */
export function download(file: FileOut): void {
  const bytes = Uint8Array.from(atob(file.base64), (c) => c.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: file.mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Copies text; an older way serves windows in which the clipboard is closed to pages. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    const before = document.activeElement;
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus();
    if (!copied) throw new Error('copy');
  }
}

/** A table as tab-separated text; tabs and line ends inside cells become spaces. */
export const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n');
