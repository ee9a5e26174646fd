import type { FileOut } from '../contract/models.ts';
import { DOCX_MIME, renderDocx } from '../documents/docx.ts';
import { PDF_MIME, renderPdf } from '../documents/pdf.ts';
import type { Paper } from '../documents/tree.ts';
import { base64 } from './bytes.ts';
import type { Program } from './program.ts';

const none = (): Promise<never> => Promise.reject(new Error('this paper has no pictures'));

/** A paper without pictures as a Word file or a PDF, named after its title (or `name`). */
export async function fileOfPaper(program: Program, paper: Paper, format: 'docx' | 'pdf', name = paper.title): Promise<FileOut> {
  const render = format === 'pdf' ? renderPdf : renderDocx;
  const bytes = await render(paper, { resources: { wasm: none, resource: none, path: (file) => `${program.resourcesDir}/${file}` }, now: program.now().toISOString() });
  return { name: `${name.replaceAll(/[<>:"/\\|?*]+/g, ' ').trim()}.${format}`, mime: format === 'pdf' ? PDF_MIME : DOCX_MIME, base64: base64(bytes) };
}
