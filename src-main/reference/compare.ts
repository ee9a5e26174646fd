import type { ReferenceDifference } from '../contract/api/reference.ts';
import type { Label } from '../contract/models.ts';
import type { Pack } from './schema.ts';

type Table = ReferenceDifference['table'];
interface Entry { readonly id: string; readonly name: Label; readonly fields: Readonly<Record<string, unknown>> }

/** A field as text, the same for equal values: a label by its words in both languages, lists joined, '' = not known. */
function printed(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(printed).join(', ');
  if (typeof value === 'object') {
    const { uk, en, ...rest } = value as { uk?: unknown; en?: unknown };
    // Words of one language after the other, each in its quotation marks: a reader tells where one ends.
    const words = [uk === undefined ? '' : printed(uk), en === undefined ? '' : printed(en)].filter(Boolean);
    return [...(words.length > 1 ? [`«${words[0]}», “${words[1]}”`] : words), ...Object.values(rest).map(printed).filter(Boolean)].join('; ');
  }
  return String(value);
}

function entries(pack: Pack): Record<Table, readonly Entry[]> {
  return {
    services: pack.services.map((s) => ({ id: s.id, name: s.name ?? { uk: s.code ?? s.id, en: s.code ?? s.id }, fields: s })),
    groups: [
      ...pack.groups.map((g) => ({ id: g.id, name: g.name, fields: g })),
      ...pack.rates.map((r) => ({ id: `${r.group} ${r.service}`, name: pack.groups.find((g) => g.id === r.group)?.name ?? { uk: r.group, en: r.group }, fields: r })),
    ],
    norms: [
      ...[...pack.norms, ...pack.acts].map((n) => ({ id: n.id, name: n.subject, fields: n })), ...pack.checks.map((c) => ({ id: c.id, name: c.label, fields: c })),
      ...[...pack.cycle.kinds, ...pack.cycle.stages].map((c) => ({ id: `cycle ${c.id}`, name: c.name, fields: c })),
      ...(pack.indicators?.indicators ?? []).map((i) => ({ id: `indicator ${i.id}`, name: i.wording, fields: i })), ...(pack.indicators?.sources ?? []).map((c) => ({ id: `collector ${c.id}`, name: c.name, fields: c })),
      ...(pack.integration?.indicators ?? []).map((i) => ({ id: `integration ${i.id}`, name: i.name, fields: i })),
      ...(pack.accessibility?.items ?? []).map((i) => ({ id: `accessibility ${i.id}`, name: i.question, fields: i })),
      ...(pack.restoration?.scale ?? []).map((s) => ({ id: `restoration ${s.level}`, name: s.name, fields: s })), ...(pack.restoration?.questions ?? []).map((q) => ({ id: `restoration ${q.id}`, name: q.text, fields: q })),
      ...pack.travel.map((p) => ({ id: `travel ${p.id}`, name: p.label, fields: p })),
    ],
  };
}

type Parts = Readonly<Record<string, unknown>>;
const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of two values made of parts (a text in both languages, a share with its bounds and source), only the parts that differ. */
function onlyChanged(was: unknown, is: unknown): readonly [unknown, unknown] {
  if (!isParts(was) || !isParts(is)) return [was, is];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  const both = names.map((name) => [name, onlyChanged(was[name], is[name])] as const);
  return [Object.fromEntries(both.map(([name, [before]]) => [name, before])), Object.fromEntries(both.map(([name, [, after]]) => [name, after]))];
}

function changedFields(table: Table, before: Entry, after: Entry): ReferenceDifference[] {
  return [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].flatMap((field) => {
    const [was, is] = [before.fields[field], after.fields[field]];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const [shownWas, shownIs] = onlyChanged(was, is);
    return [{ table, id: after.id, name: after.name, change: 'changed' as const, field, before: printed(shownWas), after: printed(shownIs) }];
  });
}

/** What a newer pack changes: removed and changed entries in the order of the present pack, then added ones; `field` is '' for whole entries. */
export function comparePacks(present: Pack, newer: Pack): readonly ReferenceDifference[] {
  const [old, now] = [entries(present), entries(newer)];
  return (['services', 'groups', 'norms'] as const).flatMap((table) => {
    const after = new Map(now[table].map((e) => [e.id, e]));
    const known = new Set(old[table].map((e) => e.id));
    const kept = old[table].flatMap((e): ReferenceDifference[] => {
      const next = after.get(e.id);
      return next ? changedFields(table, e, next) : [{ table, id: e.id, name: e.name, change: 'removed', field: '', before: e.name.uk, after: '' }];
    });
    const added = now[table].filter((e) => !known.has(e.id)).map((e): ReferenceDifference => ({ table, id: e.id, name: e.name, change: 'added', field: '', before: '', after: e.name.uk }));
    return [...kept, ...added];
  });
}
