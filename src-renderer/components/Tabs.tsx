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
