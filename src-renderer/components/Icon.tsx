/** Shapes on a 16 px field, 1.4 px stroke, round ends; drawn inline, always beside a word or a name. */
const PATHS = {
  search: 'M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM10 10l3.5 3.5',
  undo: 'M4 7h6a3 3 0 0 1 0 6H7M4 7l3-3M4 7l3 3',
  redo: 'M12 7H6a3 3 0 0 0 0 6h3M12 7 9 4M12 7l-3 3',
  check: 'M3.5 8.5 6.5 11.5 12.5 5',
  down: 'M4 6l4 4 4-4',
  close: 'M4 4l8 8M12 4l-8 8',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  flag: 'M4 14V2.5M4 3h8l-2 2.5L12 8H4',
  lock: 'M4.5 7.5h7v6h-7zM6 7.5V5a2 2 0 0 1 4 0v2.5',
  copy: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7',
  history: 'M3 8a5 5 0 1 0 1.6-3.6M3 3v2.5h2.5M8 5.5V8l2 1.5',
  paper: 'M4 2.5h5.5L12 5v8.5H4zM9.5 2.5V5H12',
  arrow: 'M3 8h9M8.5 4.5 12 8l-3.5 3.5',
  back: 'M13 8H4M7.5 4.5 4 8l3.5 3.5',
  up: 'M8 13V4M4.5 7.5 8 4l3.5 3.5',
  folder: 'M2.5 4h4l1.5 2h5.5v6.5h-11z',
  plus: 'M8 3.5v9M3.5 8h9',
} as const;
export type IconName = keyof typeof PATHS;

/** A small drawing; hidden from screen readers, the word beside it speaks. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
