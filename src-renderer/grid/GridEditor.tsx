import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { GridColumn } from './types.ts';

/** What an editor asks of the grid when a key ends it. */
export interface EditorActions {
  readonly commit: () => void;
  readonly cancel: () => void;
  readonly step: (how: 'enter' | 'tab', back: boolean) => void;
  readonly moveBy: (key: string) => void;
  readonly fill: () => void;
}

interface Props<R> extends EditorActions {
  readonly column: GridColumn<R>;
  readonly row: R;
  readonly name: string;
  readonly mode: 'replace' | 'edit';
  readonly draft: RefObject<string>;
  readonly lang: string | undefined;
}

/** The field that opens in a cell. Its text lives in `draft`, so that a click elsewhere can end it. */
export function GridEditor<R>({ column, row, name, mode, draft, lang, commit, cancel, step, moveBy, fill }: Props<R>) {
  const field = useRef<HTMLTextAreaElement & HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    if (element && column.kind !== 'select') element.setSelectionRange(element.value.length, element.value.length);
  }, [column.kind]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); cancel(); return; }
    if (event.key === 'Enter' && event.altKey && column.kind === 'text') { insertLine(event.currentTarget, draft); event.preventDefault(); return; }
    if (event.key === 'Enter') { event.preventDefault(); if (event.ctrlKey) fill(); else { commit(); step('enter', event.shiftKey); } return; }
    if (event.key === 'Tab') { event.preventDefault(); commit(); step('tab', event.shiftKey); return; }
    if (mode === 'replace' && column.kind !== 'select' && event.key.startsWith('Arrow') && !event.shiftKey) { event.preventDefault(); commit(); moveBy(event.key); }
  };
  const stop = { onCopy: halt, onCut: halt, onPaste: halt, onMouseDown: halt, onDoubleClick: halt };
  const common = { ref: field, className: `g-ed ${column.align === 'right' ? 'r' : ''}`, 'aria-label': name, lang, onKeyDown, onBlur: commit, defaultValue: draft.current, ...stop };
  const onChange = (event: { readonly currentTarget: { readonly value: string } }): void => { draft.current = event.currentTarget.value; };
  if (column.kind === 'select') {
    const options = column.options?.(row) ?? [];
    return (
      <select {...common} onChange={onChange}>
        {!options.includes(draft.current) && <option value={draft.current}>{draft.current}</option>}
        {options.map((text) => <option key={text} value={text}>{text}</option>)}
      </select>
    );
  }
  if (column.kind === 'text') return <textarea {...common} rows={1} onChange={onChange} />;
  return <input {...common} type="text" inputMode={column.kind === 'number' ? 'decimal' : 'text'} autoComplete="off" spellCheck={false} onChange={onChange} />;
}

const halt = (event: { stopPropagation: () => void }): void => event.stopPropagation();

function insertLine(element: EventTarget, draft: RefObject<string>): void {
  if (!(element instanceof HTMLTextAreaElement)) return;
  element.setRangeText('\n', element.selectionStart, element.selectionEnd, 'end');
  draft.current = element.value;
}
