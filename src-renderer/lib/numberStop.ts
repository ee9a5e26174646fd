/** Plain tables; those that are one stop already keep their own keys. */
const TABLES = 'table.tb:not([data-one-stop])';

/** Numbers of a table that are seen, by rows. */
const numbersOf = (table: Element): readonly (readonly HTMLElement[])[] =>
  [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll<HTMLElement>('button.n')].filter((number) => number.checkVisibility?.() ?? true)).filter((row) => row.length > 0);

const columnOf = (number: HTMLElement): number => number.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? 0;

/** The number of a row nearest to a column. */
const nearest = (row: readonly HTMLElement[] | undefined, column: number): HTMLElement | undefined => row?.toSorted((a, b) => Math.abs(columnOf(a) - column) - Math.abs(columnOf(b) - column))[0];

/** Where a key leads from a number; undefined = nowhere. */
function target(rows: readonly (readonly HTMLElement[])[], from: HTMLElement, { key, ctrlKey }: KeyboardEvent): HTMLElement | undefined {
  const r = rows.findIndex((row) => row.includes(from));
  const row = rows[r] ?? [];
  if (ctrlKey) return key === 'Home' ? rows[0]?.[0] : key === 'End' ? rows.at(-1)?.at(-1) : undefined;
  switch (key) {
    case 'ArrowRight': return row[row.indexOf(from) + 1];
    case 'ArrowLeft': return row[row.indexOf(from) - 1];
    case 'ArrowDown': return nearest(rows[r + 1], columnOf(from));
    case 'ArrowUp': return nearest(rows[r - 1], columnOf(from));
    case 'Home': return row[0];
    case 'End': return row.at(-1);
    default: return undefined;
  }
}

/**
 * The numbers of a plain table are one stop of Tab, so that its inputs and buttons stay near: arrows, Home and End go between them, with
 * Ctrl to the ends of the table. Looked up when Tab is pressed, for all tables of the window at once; tables stay tables to those who hear them.
 */
export function numbersAsOneStop(): () => void {
  const last = new WeakMap<Element, Element>();
  const tableOf = (element: EventTarget | null): Element | null => (element instanceof HTMLElement && element.matches('button.n') ? element.closest(TABLES) : null);
  const onFocus = ({ target: element }: FocusEvent): void => { const table = tableOf(element); if (table) last.set(table, element as Element); };
  const onTab = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab') return;
    for (const table of document.querySelectorAll(TABLES)) {
      const numbers = numbersOf(table).flat();
      const stop = numbers.find((number) => number === last.get(table)) ?? numbers[0];
      for (const number of numbers) number.tabIndex = number === stop ? 0 : -1;
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    const table = tableOf(event.target);
    if (!table || event.defaultPrevented || event.altKey || event.metaKey || event.shiftKey) return;
    const to = target(numbersOf(table), event.target as HTMLElement, event);
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  document.addEventListener('focusin', onFocus);
  document.addEventListener('keydown', onTab, true);
  document.addEventListener('keydown', onKey);
  return () => { document.removeEventListener('focusin', onFocus); document.removeEventListener('keydown', onTab, true); document.removeEventListener('keydown', onKey); };
}
