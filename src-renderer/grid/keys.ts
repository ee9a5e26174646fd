import type { KeyboardEvent } from 'react';
import type { GridState } from './useGrid.ts';

interface Doors { readonly onTrace: () => void; readonly onFilter: (() => void) | undefined; readonly today: string | undefined; readonly leaving: { current: boolean } }

/**
 * Keys of a grid while no editor is open. Letters go by their place on the keyboard, so that Ctrl+D works in the Ukrainian layout.
 * Ctrl+C, X and V arrive as clipboard events; Ctrl+Z and Y belong to the program. Esc, then Tab leaves the grid.
 */
export function onGridKey<R>(event: KeyboardEvent, grid: GridState<R>, doors: Doors): void {
  const { key, code, shiftKey: shift } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  // Shift on its way to Shift+Tab is no key of its own.
  if (key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta') return;
  const leaving = doors.leaving.current;
  doors.leaving.current = false;
  if (event.nativeEvent.isComposing) return;
  if (key === 'Tab') {
    if (leaving) passOver(event.currentTarget);
    else if (!ctrl && !event.altKey && grid.step('tab', shift)) event.preventDefault();
    return;
  }
  if (handled()) event.preventDefault();

  function handled(): boolean {
    if (event.altKey) return key === 'ArrowDown' && (grid.startEdit('edit'), true);
    if (ctrl) return withCtrl();
    if (grid.moveBy(key, false, shift)) return true;
    switch (key) {
      case 'Enter': grid.step('enter', shift); return true;
      case 'F2': grid.startEdit('edit'); return true;
      case 'F4': doors.onTrace(); return true;
      case 'Delete': grid.clear(); return true;
      case 'Backspace': grid.startEdit('replace', ''); return true;
      case 'Escape': doors.leaving.current = true; return grid.revertActive();
      default:
        if ([...key].length !== 1) return false;
        grid.startEdit('replace', key);
        return true;
    }
  }

  function withCtrl(): boolean {
    if (grid.moveBy(key, true, shift)) return true;
    switch (code) {
      case 'KeyA': grid.selectAll(); return true;
      case 'KeyD': grid.fillDown(); return true;
      case 'KeyF': if (!doors.onFilter) return false; doors.onFilter(); return true;
      case 'Semicolon': return writeToday();
      default: return false;
    }
  }

  function writeToday(): boolean {
    const target = grid.at(grid.active);
    if (target?.column.kind !== 'date' || doors.today === undefined || !grid.editableAt(grid.active.r, grid.active.c)) return false;
    grid.pending.write([{ row: target.rowId, col: target.column.id, text: doors.today }], 'edit');
    return true;
  }
}

/** Lets the next stop of Tab lie outside: signs in the rows are no stops for this one press. */
function passOver(grid: Element): void {
  const stops = [...grid.querySelectorAll<HTMLElement>('a[href], button, [tabindex="0"]')].filter((each) => each.tabIndex === 0 && each !== document.activeElement);
  const before = stops.map((each) => each.getAttribute('tabindex'));
  for (const each of stops) each.tabIndex = -1;
  window.setTimeout(() => stops.forEach((each, n) => { const was = before[n]; if (was == null) each.removeAttribute('tabindex'); else each.setAttribute('tabindex', was); }), 0);
}
