/**
 * The newer value, made of parts of the older one wherever nothing in them changed: what is drawn from an unchanged part (a row of a
 * table) need not be drawn again. For plain values, as answers of the program are.
 */
export function keepSame<T>(older: unknown, newer: T): T {
  if (Object.is(older, newer) || typeof older !== 'object' || typeof newer !== 'object' || older === null || newer === null || Array.isArray(older) !== Array.isArray(newer)) return newer;
  const before = older as Readonly<Record<string, unknown>>;
  const after = newer as Record<string, unknown>;
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  for (const key of keys) {
    after[key] = keepSame(before[key], after[key]);
    if (!Object.is(after[key], before[key])) same = false;
  }
  return same ? older as T : newer;
}
