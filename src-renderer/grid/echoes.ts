/**
 * Texts that were typed and are not (yet) what the page's rows say. `sent`: on the way; `saved`: stored, the new rows are awaited;
 * `held`: waits for a refused neighbour of the same action; `bad`: refused, `message` says why.
 */
export interface Echo { readonly text: string; readonly status: 'sent' | 'saved' | 'held' | 'bad'; readonly batch: number; readonly message?: string; readonly byStore?: boolean }
export type RowEchoes = ReadonlyMap<string, Echo>;
export type Echoes = ReadonlyMap<string, RowEchoes>;
export interface EchoAt { readonly row: string; readonly col: string; readonly echo: Echo }

export const NO_ECHOES: Echoes = new Map();

/** All echoes, in the order they were written. */
export function* each(echoes: Echoes): Generator<EchoAt> {
  for (const [row, cells] of echoes) for (const [col, echo] of cells) yield { row, col, echo };
}

/** The echoes with some written over; rows that do not change stay the same objects. */
export function put(echoes: Echoes, entries: Iterable<EchoAt>): Echoes {
  const next = new Map(echoes);
  const touched = new Map<string, Map<string, Echo>>();
  for (const { row, col, echo } of entries) {
    let cells = touched.get(row);
    if (!cells) { cells = new Map(echoes.get(row)); touched.set(row, cells); next.set(row, cells); }
    cells.set(col, echo);
  }
  return next;
}

/** The echoes without those that `gone` names. */
export function drop(echoes: Echoes, gone: (at: EchoAt) => boolean): Echoes {
  const next = new Map<string, RowEchoes>();
  let changed = false;
  for (const [row, cells] of echoes) {
    const kept = new Map([...cells].filter(([col, echo]) => !gone({ row, col, echo })));
    if (kept.size === cells.size) { next.set(row, cells); continue; }
    changed = true;
    if (kept.size > 0) next.set(row, kept);
  }
  return changed ? next : echoes;
}

/** Cells of an action that wait, when none of its cells is refused by the store any more. */
export function released(echoes: Echoes, batch: number): EchoAt[] {
  const waiting: EchoAt[] = [];
  for (const at of each(echoes)) {
    if (at.echo.batch !== batch) continue;
    if (at.echo.status === 'bad' && at.echo.byStore) return [];
    if (at.echo.status === 'held') waiting.push(at);
  }
  return waiting;
}

/** Cells that wait although nothing in their action is refused: storing failed as a whole. */
export function stuck(echoes: Echoes): EchoAt[] {
  const batches = new Set([...each(echoes)].filter(({ echo }) => echo.status === 'held').map(({ echo }) => echo.batch));
  return [...batches].flatMap((batch) => released(echoes, batch));
}
