import { timed, timesOf, type Times } from './numbers.ts';
import { ask, SETTLEMENTS, type Call } from './plan.ts';

const YEAR = 2027;
const PROVIDERS = 30;

/** Reach of 60 settlements × 30 providers × all services: the first look, and after one thing changed. Works in a plan of its own. */
export async function measureReach(call: Call): Promise<readonly Times[]> {
  await ask(call, 'plan.create', { community: { name: 'Далека', type: 'rural', raion: '', oblast: '' }, year: YEAR, file: 'reach' });
  const { root } = await ask<{ root: string }>(call, 'plan.view', { year: YEAR });
  const places = Array.from({ length: SETTLEMENTS }, (_, n) => `v${n}`);
  for (const [n, id] of places.entries()) await ask(call, 'territory.add', { id, parent: root, kind: 'settlement', name: `Село ${n + 1}` });
  for (const [n, territory] of places.entries()) await ask(call, 'place.point', { how: 'typed', territory, lat: 48 + (n % 8) * 0.05, lon: 30 + Math.floor(n / 8) * 0.07 });
  const services = (await ask<{ rows: readonly { id: string }[] }>(call, 'needs.view', { year: YEAR })).rows.map((row) => row.id);
  const service = services[0] ?? '';
  await ask(call, 'provider.addAll', { providers: Array.from({ length: PROVIDERS }, (_, n) => ({ id: `p${n}`, name: `Надавач ${n}`, kind: 'css', sector: 'municipal', territory: places[(n * 7) % SETTLEMENTS], services })) });
  const set = (measure: string, of: object, value: number): Promise<unknown> => ask(call, 'figures.set', { cells: [{ key: { measure, territory: root, year: YEAR, ...of }, patch: { value, source: 'облік' } }] });
  for (const [n, territory] of places.entries()) await set('population', { territory }, 100 + n * 7);
  for (let n = 0; n < PROVIDERS; n += 1) await set('postsFilled', { service, provider: `p${n}` }, 2 + (n % 5));
  await set('loadPerPost', { service }, 30);

  const look = async (): Promise<number> => (await timed(() => ask(call, 'reach.view', { year: YEAR, service }))).ms;
  const first = await look();
  const changes: Readonly<Record<string, (n: number) => Promise<unknown>>> = {
    'posts of a provider': (n) => set('postsFilled', { service, provider: `p${n}` }, 9 + n),
    population: (n) => set('population', { territory: places[n] }, 900 + n),
    'a correction': (n) => ask(call, 'travel.set', { origin: places[n], destination: places[n + 9], mode: 'car', how: 'add', minutes: 20, reason: 'міст зруйновано' }),
  };
  const rows: Times[] = [timesOf(`reach.view of ${SETTLEMENTS} × ${PROVIDERS} × ${services.length}: first`, [first])];
  for (const [what, change] of Object.entries(changes)) {
    const ms: number[] = [];
    for (let n = 0; n < 10; n += 1) { await change(n); ms.push(await look()); }
    rows.push(timesOf(`reach.view after a change of ${what}`, ms));
  }
  await ask(call, 'plan.close', {});
  return rows;
}
