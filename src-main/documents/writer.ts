/** The writer of a kind of file. Writers are large: the program starts without them and loads one when a paper is first made. */
export async function writerOf(format: 'docx' | 'pdf') {
  if (format === 'pdf') {
    const { PDF_MIME, renderPdf } = await import('./pdf.ts');
    return { mime: PDF_MIME, render: renderPdf };
  }
  const { DOCX_MIME, renderDocx } = await import('./docx.ts');
  return { mime: DOCX_MIME, render: renderDocx };
}
