// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFocus } from '../../src-renderer/lib/focus.ts';

let stop: () => void;
beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout'] }); stop = keepFocus(); });
afterEach(() => { stop(); vi.useRealTimers(); });

const show = (html: string): void => { document.body.innerHTML = `<main id="main" tabindex="-1">${html}</main>`; };
const at = (id: string): HTMLElement => { const found = document.getElementById(id); if (!found) throw new Error(id); return found; };
/** Takes away what has the focus, as a page does that is drawn anew; answers who has it then. */
async function gone(id: string, html = ''): Promise<string | undefined> {
  at(id).outerHTML = html;
  await Promise.resolve();
  vi.runAllTimers();
  return document.activeElement?.id;
}

test('the namesake in the card stands in, else its first control; of a removed row what holds the rows', async () => {
  show('<div class="card"><div id="empty"><button id="one">Додати</button></div></div><button id="far">Додати</button>');
  at('one').focus();
  expect(await gone('empty', '<button id="other">Копіювати</button><button id="two">Додати</button>')).toBe('two');
  expect(await gone('two')).toBe('other');
  show('<div class="card"><div id="rows" tabindex="0"><table><tbody><tr id="row"><td><button id="remove">Вилучити</button></td></tr><tr><td><button>Вилучити</button></td></tr></tbody></table></div></div>');
  at('remove').focus();
  expect(await gone('row')).toBe('rows');
});

test('outside a card only a namesake stands in, and nobody when the focus went elsewhere meanwhile', async () => {
  show('<div id="part"><button id="one">Додати</button></div><button id="two">Додати</button><button id="three">Копіювати</button>');
  at('one').focus();
  expect(await gone('part')).toBe('two');
  expect(await gone('two')).toBe('');
  show('<div class="card"><button id="one">Додати</button><button id="two">Додати</button></div><button id="back">Назад</button>');
  at('one').focus();
  at('one').remove();
  at('back').focus();
  await Promise.resolve();
  vi.runAllTimers();
  expect(document.activeElement?.id).toBe('back');
});
