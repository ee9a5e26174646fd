import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Bytes the documents room needs from outside; it reads no files itself. */
export interface DocumentResources {
  /** The file `index_bg.wasm` of @resvg/resvg-wasm. */
  readonly wasm: () => Promise<Uint8Array>;
  /** A file of `resources/`, by its path there with slashes, such as `fonts/IBMPlexSans-Regular.ttf`. */
  readonly resource: (name: string) => Promise<Uint8Array>;
  /** Where that file lies, for a library that opens it itself. */
  readonly path: (name: string) => string;
}

/** Typefaces of charts, in `resources/`. */
export const CHART_FONTS = ['fonts/IBMPlexSans-Regular.ttf', 'fonts/IBMPlexSans-SemiBold.ttf'] as const;

let started: Promise<void> | null = null;
/** Starts the rasteriser once per thread; a failed start may be tried again. */
function start(resources: DocumentResources): Promise<void> {
  started ??= resources.wasm().then((bytes) => initWasm(bytes)).catch((error: unknown) => {
    started = null;
    throw error;
  });
  return started;
}

/** A picture for a paper: PNG bytes and the size of the drawing in CSS pixels (96 to the inch). */
export interface Picture { readonly png: Uint8Array; readonly width: number; readonly height: number }

/** Draws an SVG with the bundled typefaces only, `scale` device pixels per drawing pixel (3 = print). */
export async function rasterise(svg: string, resources: DocumentResources, scale = 3): Promise<Picture> {
  await start(resources);
  const fontBuffers = await Promise.all(CHART_FONTS.map((name) => resources.resource(name)));
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    background: '#FFFFFF',
    font: { fontBuffers, defaultFontFamily: 'IBM Plex Sans', sansSerifFamily: 'IBM Plex Sans' },
  });
  const image = drawing.render();
  const picture = { png: image.asPng(), width: drawing.width, height: drawing.height };
  image.free();
  drawing.free();
  return picture;
}
