/** Who goes where when places have room for so many. */
export interface Assignment {
  /** People of settlement i who go to place j. */
  readonly flow: readonly (readonly number[])[];
  /** Everybody who finds room. */
  readonly total: number;
  /** Minutes of all of them together. */
  readonly minutes: number;
}

/** Below this nobody is left: noise of binary arithmetic. */
const NOISE = 1e-9;

/**
 * As many people as possible find room within the limit, and of all ways to do that the one with the fewest minutes in all
 * (transportation problem, solved by successive shortest paths: Ford & Fulkerson 1962; Edmonds & Karp 1972). The totals do not depend on the
 * order of settlements and places; where several solutions are equally good, the one found depends only on that order.
 */
export function assign(people: readonly number[], room: readonly number[], minutes: readonly (readonly (number | null)[])[], limit: number): Assignment {
  const [m, n] = [people.length, room.length];
  const flow = people.map(() => room.map(() => 0));
  const left = [...people];
  const free = [...room];
  const cost = (i: number, j: number): number => { const v = minutes[i]?.[j] ?? null; return v === null || v > limit ? Infinity : v; };
  // Nodes: settlements 0…m−1, places m…m+n−1. Potentials keep the reduced costs at or above zero.
  const potential = Array<number>(m + n).fill(0);
  for (;;) {
    const distance = Array<number>(m + n).fill(Infinity);
    const from = Array<number>(m + n).fill(-1);
    const done = Array<boolean>(m + n).fill(false);
    for (let i = 0; i < m; i += 1) if ((left[i] ?? 0) > NOISE) distance[i] = -(potential[i] ?? 0);
    for (;;) {
      let u = -1;
      for (let v = 0; v < m + n; v += 1) if (!done[v] && (distance[v] ?? Infinity) < Infinity && (u < 0 || (distance[v] ?? 0) < (distance[u] ?? 0))) u = v;
      if (u < 0) break;
      done[u] = true;
      const relax = (v: number, length: number): void => {
        if (done[v] || length === Infinity) return;
        const next = (distance[u] ?? 0) + Math.max(0, length + (potential[u] ?? 0) - (potential[v] ?? 0));
        if (next < (distance[v] ?? Infinity) - 1e-12) { distance[v] = next; from[v] = u; }
      };
      if (u < m) for (let j = 0; j < n; j += 1) relax(m + j, cost(u, j));
      else for (let i = 0; i < m; i += 1) if ((flow[i]?.[u - m] ?? 0) > NOISE) relax(i, -cost(i, u - m));
    }
    // The place with room that is reached with the fewest minutes in all.
    let end = -1;
    const real = (v: number): number => (distance[v] ?? Infinity) + (potential[v] ?? 0);
    for (let j = 0; j < n; j += 1) if ((free[j] ?? 0) > NOISE && real(m + j) < Infinity && (end < 0 || real(m + j) < real(end))) end = m + j;
    if (end < 0) break;
    let amount = free[end - m] ?? 0;
    let start = end;
    for (let v = end; from[v] !== -1; v = from[v] ?? -1) {
      const u = from[v] ?? -1;
      if (u >= m) amount = Math.min(amount, flow[v]?.[u - m] ?? 0);
      start = u;
    }
    amount = Math.min(amount, left[start] ?? 0);
    for (let v = end; from[v] !== -1; v = from[v] ?? -1) {
      const u = from[v] ?? -1;
      const [i, j, sign] = u < m ? [u, v - m, 1] : [v, u - m, -1];
      const row = flow[i];
      if (row) row[j] = (row[j] ?? 0) + sign * amount;
    }
    left[start] = (left[start] ?? 0) - amount;
    free[end - m] = (free[end - m] ?? 0) - amount;
    const farthest = Math.max(...distance.filter((d) => d < Infinity));
    for (let v = 0; v < m + n; v += 1) potential[v] = (potential[v] ?? 0) + Math.min(distance[v] ?? Infinity, farthest);
  }
  let [total, all] = [0, 0];
  for (const [i, row] of flow.entries()) for (const [j, amount] of row.entries()) if (amount > 0) { total += amount; all += amount * (minutes[i]?.[j] ?? 0); }
  return { flow, total, minutes: all };
}
