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

/** The button of the same name on the page, that of the same thing first. */
function namesake(gone: Element): Element | null {
  const all = [...document.querySelectorAll('#main button:enabled')].filter((each) => each.textContent === gone.textContent);
  return all.find((each) => each.ariaLabel === gone.ariaLabel) ?? all[0] ?? null;
}

/** Time for those who know better where the focus belongs when its control goes away, ms. */
const PATIENCE = 100;

/**
 * Keeps the focus. A button that rests while its action runs gets it back when it can be pressed again; for a control that goes away
 * its namesake in the same card (or its first control, or what an empty list offers) stands in, for one of a removed row what holds the rows – unless the focus went elsewhere.
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  let around: readonly Element[] = [];
  let missed: Element | null = null;
  const note = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? target : null;
    around = [];
    // A browser shows no more of a field of many lines than the line being typed.
    if (target instanceof HTMLTextAreaElement && !target.closest('[role=grid]')) target.scrollIntoView?.({ block: 'nearest' });
    for (let each = last?.parentElement; each && each !== document.body; each = each.parentElement) around = [...around, each];
  };
  const lost = (): boolean => document.activeElement === document.body;
  const standIn = (gone: Element): void => {
    if (gone !== last || !lost()) return;
    const left = around.find((each) => each.isConnected);
    if (left?.matches('tbody, ul, ol')) { focusBack(left.closest('[tabindex]')); return; }
    const near = [...left?.closest('.card')?.querySelectorAll('button:enabled, a[href]') ?? []];
    const next = near.find((each) => each.textContent === gone.textContent) ?? near[0] ?? namesake(gone) ?? left?.querySelector('.emp button:enabled, .emp a[href]');
    if (next) focusBack(next);
  };
  const seen = new MutationObserver((changes) => {
    if (last === null || !lost()) return;
    if (!last.isConnected && missed !== last) {
      missed = last;
      window.setTimeout(standIn, PATIENCE, last);
    } else if (last instanceof HTMLElement && changes.some(({ target, type }) => type === 'attributes' && target === last) && !last.matches(':disabled')) last.focus({ preventScroll: true });
  });
  document.addEventListener('focusin', note);
  seen.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  return () => { document.removeEventListener('focusin', note); seen.disconnect(); };
}

/** Gives the focus to a control, or where it is gone or hidden to the same button made anew or the next of its name, to that of its navigation, or to the page. */
export function focusBack(to: Element | null): void {
  const anew = to instanceof HTMLButtonElement && !to.isConnected ? namesake(to) : null;
  const inNav = to?.closest('nav') ? document.querySelector(`[aria-controls="${to.closest('nav')?.id}"]`) : null;
  for (const one of [to, anew, inNav, document.getElementById('main')]) {
    if (!(one instanceof HTMLElement) || !one.isConnected || one === document.body) continue;
    one.focus({ preventScroll: true });
    if (document.activeElement === one) return;
  }
}
