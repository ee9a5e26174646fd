import fc from 'fast-check';
import { expect, test } from 'vitest';
import { history } from '../../src-main/store/changes.ts';
import { putOwnGroup, ownGroupsOf, removeOwnGroup } from '../../src-main/store/choices.ts';
import { figuresOf, figuresChangedSince, putFigures, removeFigures } from '../../src-main/store/figures.ts';
import { NEW_PROVIDER, putProvider, providersOf, removeProvider } from '../../src-main/store/providers.ts';
import type { PlanStore, Tx } from '../../src-main/store/open.ts';
import { create, figure, open, say } from './helper.ts';

/** The plan as a plain object; the model keeps a stack of them. */
interface Plain { readonly figures: Readonly<Record<string, number | null>>; readonly groups: readonly string[]; readonly providers: readonly string[] }
const EMPTY: Plain = { figures: {}, groups: [], providers: [] };

type Part = { put: string; value: number | null } | { take: string } | { group: string } | { noGroup: string } | { provider: string } | { noProvider: string };
type Act = { write: Part[] } | 'undo' | 'redo' | 'reopen';

const name = fc.constantFrom('a', 'b', 'c');
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ put: name, value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)), { nil: null }) }),
  fc.record({ take: name }), fc.record({ group: name }), fc.record({ noGroup: name }), fc.record({ provider: name }), fc.record({ noProvider: name }),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ write: fc.array(part, { maxLength: 5 }) }) },
  { weight: 3, arbitrary: fc.constant('undo' as const) }, { weight: 2, arbitrary: fc.constant('redo' as const) }, { weight: 1, arbitrary: fc.constant('reopen' as const) },
);

const own = { ...NEW_PROVIDER, kind: 'ngo', sector: 'non_state', territory: 'village', note: '' } as const;
/** Posts of a provider go with it. */
const posts = (id: string) => figure({ service: 's', provider: id, measure: 'posts', value: 1 });

function applyTo(tx: Tx, each: Part): void {
  if ('put' in each) putFigures(tx, [figure({ service: each.put, value: each.value })], '2026-03-02T09:00:00.000Z');
  else if ('take' in each) removeFigures(tx, [figure({ service: each.take })]);
  else if ('group' in each) putOwnGroup(tx, { id: each.group, name: each.group, unit: 'person' });
  else if ('noGroup' in each) removeOwnGroup(tx, each.noGroup);
  else if ('provider' in each) {
    putProvider(tx, { ...own, id: each.provider, name: each.provider, services: ['s'] });
    putFigures(tx, [posts(each.provider)], '2026-03-02T09:00:00.000Z');
  } else removeProvider(tx, each.noProvider);
}

function applied(plain: Plain, each: Part): Plain {
  const plus = (list: readonly string[], id: string) => [...new Set([...list, id])].toSorted();
  const minus = (list: readonly string[], id: string) => list.filter((other) => other !== id);
  if ('put' in each) return { ...plain, figures: { ...plain.figures, [each.put]: each.value } };
  if ('take' in each) return { ...plain, figures: Object.fromEntries(Object.entries(plain.figures).filter(([service]) => service !== each.take)) };
  if ('group' in each) return { ...plain, groups: plus(plain.groups, each.group) };
  if ('noGroup' in each) return { ...plain, groups: minus(plain.groups, each.noGroup) };
  if ('provider' in each) return { ...plain, providers: plus(plain.providers, each.provider) };
  return { ...plain, providers: minus(plain.providers, each.noProvider) };
}

function seen(store: PlanStore): Plain {
  const figures = figuresOf(store.read, 2026, 'base');
  const providers = providersOf(store.read).map((each) => each.id);
  expect(figures.filter((each) => each.provider !== '').map((each) => each.provider).toSorted()).toEqual(providers);
  return { figures: Object.fromEntries(figures.filter((each) => each.provider === '').map((each) => [each.service, each.value])), groups: ownGroupsOf(store.read).map((each) => each.id), providers };
}

test('any sequence of changes, undo, redo and restarts equals a stack of plans', () => {
  fc.assert(fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
    let store = create();
    let stack: Plain[] = [EMPTY];
    let at = 0;
    let revision = 0;
    for (const each of acts) {
      const before = store.revision();
      if (each === 'reopen') {
        store.close();
        store = open(store.path);
      } else if (each === 'undo' || each === 'redo') {
        const possible = each === 'undo' ? at > 0 : at < stack.length - 1;
        expect((each === 'undo' ? store.undoable() : store.redoable()) !== null).toBe(possible);
        if (!possible) continue;
        revision++;
        at += each === 'undo' ? -1 : 1;
        expect(store[each]('відділ')).toBe(revision);
      } else {
        const stored = store.write(say('edit'), 'відділ', (tx) => each.write.forEach((one) => applyTo(tx, one)));
        if (stored !== revision) {
          stack = [...stack.slice(0, at + 1), each.write.reduce(applied, stack[at] ?? EMPTY)];
          revision++;
          at++;
        } else expect(each.write.reduce(applied, stack[at] ?? EMPTY)).toEqual(stack[at]);
        expect(stored).toBe(revision);
      }
      expect(seen(store)).toEqual(stack[at]);
      expect([store.revision(), history(store.read, 1000).length]).toEqual([revision, revision]);
      if (store.revision() === before) expect(figuresChangedSince(store.read, before)).toEqual([]);
    }
    store.close();
  }), { numRuns: 60 });
});
