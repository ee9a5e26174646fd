import { useEffect } from 'react';

/** Parts of a page as tabs: arrows, Home and End move between them. The panel carries `id="<name>panel"` and `aria-labelledby="<name>-<tab>"`. */
export function Tabs<T extends string>({ name, label, tabs, tab, onTab }: {
  readonly name: string; readonly label: string; readonly tabs: readonly { readonly id: T; readonly text: string }[]; readonly tab: T; readonly onTab: (tab: T) => void;
}) {
  const to = (index: number): void => {
    const next = tabs[(index + tabs.length) % tabs.length];
    if (next === undefined) return;
    onTab(next.id);
    document.getElementById(`${name}-${next.id}`)?.focus();
  };
  // A row too long for the window scrolls sideways: the chosen tab stands in sight.
  useEffect(() => {
    const chosen = document.getElementById(`${name}-${tab}`);
    const row = chosen?.parentElement;
    if (!chosen || !row) return;
    const [at, room] = [chosen.getBoundingClientRect(), row.getBoundingClientRect()];
    if (at.right > room.right) row.scrollLeft += at.right - room.right;
    else if (at.left < room.left) row.scrollLeft -= room.left - at.left;
  }, [name, tab]);
  // Another part begins at its beginning, wherever the last one was scrolled to.
  useEffect(() => { document.getElementById(`${name}panel`)?.scrollTo?.(0, 0); }, [name, tab]);
  const at = tabs.findIndex((each) => each.id === tab);
  const keys: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
  return (
    <div className="seg tabs" role="tablist" aria-label={label} onKeyDown={(event) => { const index = keys[event.key]; if (index !== undefined) { event.preventDefault(); to(index); } }}>
      {tabs.map(({ id, text }) => (
        <button key={id} id={`${name}-${id}`} type="button" role="tab" aria-selected={id === tab} aria-controls={`${name}panel`} tabIndex={id === tab ? 0 : -1} onClick={() => onTab(id)}>{text}</button>
      ))}
    </div>
  );
}
