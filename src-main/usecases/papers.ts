import type { FileOut } from '../contract/models.ts';
import type { Paper } from '../documents/tree.ts';
import { writerOf } from '../documents/writer.ts';
import { base64 } from './bytes.ts';
import type { Program } from './program.ts';

const none = (): Promise<never> => Promise.reject(new Error('this paper has no pictures'));

/** A paper without pictures as a Word file or a PDF, named after its title (or `name`). */
export async function fileOfPaper(program: Program, paper: Paper, format: 'docx' | 'pdf', name = paper.title): Promise<FileOut> {
  const { mime, render } = await writerOf(format);
  const bytes = await render(paper, { resources: { wasm: none, resource: none, path: (file) => `${program.resourcesDir}/${file}` }, now: program.now().toISOString() });
  return { name: `${name.replaceAll(/[<>:"/\\|?*\p{Cc}]+/gu, ' ').trim()}.${format}`, mime, base64: base64(bytes) };
}
