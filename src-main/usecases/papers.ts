import type { FileOut } from '../contract/models.ts';
import type { Paper } from '../documents/tree.ts';
import { writerOf } from '../documents/writer.ts';
import { drawing } from '../jobs/drawing.ts';
import { base64 } from './bytes.ts';
import type { Program } from './program.ts';

/** A paper as a Word file or a PDF, named after its title (or `name`). */
export async function fileOfPaper(program: Program, paper: Paper, format: 'docx' | 'pdf', name = paper.title): Promise<FileOut> {
  const { mime, render } = await writerOf(format);
  const bytes = await render(paper, { resources: drawing(program.resourcesDir), now: program.now().toISOString() });
  return { name: `${name.replaceAll(/[<>:"/\\|?*\p{Cc}]+/gu, ' ').trim()}.${format}`, mime, base64: base64(bytes) };
}
