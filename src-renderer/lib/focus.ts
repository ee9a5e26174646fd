let before: Element | null = null;

/** Notes where the focus is before the search of actions takes it. */
export const noteFocus = (): void => { before = document.activeElement; };

/** The control that asked for what opens now. An item of a menu or of the search goes away, so its menu's button, or what had the focus before the search, stands for it. */
export function opener(): Element | null {
  const now = document.activeElement;
  const menu = now?.closest('[role=menu]');
  if (menu) return document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  return now?.closest('.mantine-Spotlight-content') ? before : now;
}

/** A button that rests while its action runs loses the focus; it gets it back when it can be pressed again, unless the focus went elsewhere. */
export function keepFocusOverRest(): () => void {
  let last: EventTarget | null = null;
  const note = ({ target }: FocusEvent): void => { last = target; };
  const seen = new MutationObserver((changes) => {
    for (const { target } of changes) if (target === last && target instanceof HTMLElement && !target.matches(':disabled') && document.activeElement === document.body) target.focus({ preventScroll: true });
  });
  document.addEventListener('focusin', note);
  seen.observe(document.body, { subtree: true, attributeFilter: ['disabled'] });
  return () => { document.removeEventListener('focusin', note); seen.disconnect(); };
}

/** Gives the focus to a control, or where it is gone or hidden to the button of its navigation, or to the page. */
export function focusBack(to: Element | null): void {
  const inNav = to?.closest('nav') ? document.querySelector(`[aria-controls="${to.closest('nav')?.id}"]`) : null;
  for (const one of [to, inNav, document.getElementById('main')]) {
    if (!(one instanceof HTMLElement) || !one.isConnected || one === document.body) continue;
    one.focus({ preventScroll: true });
    if (document.activeElement === one) return;
  }
}
