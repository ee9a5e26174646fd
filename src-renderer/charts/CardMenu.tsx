import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

/** One command of a menu. */
export interface Command { readonly id: string; readonly label: string; readonly run: () => void }

/** A small menu of commands behind a button with three dots. Arrows, Home, End move; Esc closes and returns the focus. */
export function CardMenu({ name, commands }: { readonly name: string; readonly commands: readonly Command[] }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const outside = (event: PointerEvent) => { if (!root.current?.contains(event.target as Node)) setOpen(false); };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return setOpen(false);
    if (event.key === 'Escape') {
      event.stopPropagation();
      return close();
    }
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  };

  return (
    <span className="ch-menu" ref={root}>
      <button type="button" ref={button} className="ch-dots" aria-label={name} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor"><circle cx="3" cy="8" r="1.3" /><circle cx="8" cy="8" r="1.3" /><circle cx="13" cy="8" r="1.3" /></svg>
      </button>
      {open && (
        <div role="menu" aria-label={name} className="ch-list" ref={list} onKeyDown={onKeyDown}>
          {commands.map((c) => <button key={c.id} type="button" role="menuitem" tabIndex={-1} onClick={() => { close(); c.run(); }}>{c.label}</button>)}
        </div>
      )}
    </span>
  );
}
