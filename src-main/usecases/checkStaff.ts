import type { PackCheck } from '../reference/schema.ts';
import { AGE_BANDS, QUALIFICATIONS } from '../contract/lists.ts';
import type { StoredPosition } from '../store/staff.ts';
import { keyOnly, type Rule } from './checkSight.ts';
import { nameOfService, sentence } from './program.ts';
import { positionsOf, sumsOf } from './staffFacts.ts';

/** The table against the figures of posts. */
const notFigures: Rule = ({ program, model }) => sumsOf(model).filter((sum) => sum.state === 'differs').map((sum) => {
  const { provider, service, posts, filled, figurePosts, figureFilled } = sum;
  const name = model.providers.find((row) => row.id === provider)?.name ?? provider;
  return {
    about: `${provider}|${service}`, count: 1, page: 'capacity', link: keyOnly(figurePosts.key), weight: Math.abs((posts ?? 0) - (figurePosts.value ?? 0)) + Math.abs((filled ?? 0) - (figureFilled.value ?? 0)),
    text: sentence('checks.found.staffNotFigures', { provider: { uk: name, en: null }, service: nameOfService(program, service), posts, filled, figurePosts: figurePosts.value, figureFilled: figureFilled.value }), finding: `${posts}/${filled}≠${figurePosts.value}/${figureFilled.value}`,
  };
});

/** A rule about single rows: what it says of a row, null = nothing. */
const ofRows = (rule: string, look: (row: StoredPosition) => { readonly params: Readonly<Record<string, number>>; readonly finding: string; readonly weight: number } | null): Rule => ({ model }) =>
  positionsOf(model).filter((row) => row.state === 'entered').flatMap((row) => {
    const found = look(row);
    const provider = model.providers.find((each) => each.id === row.provider)?.name ?? row.provider;
    return found === null ? [] : [{ about: row.id, count: 1, page: 'capacity' as const, link: null, text: sentence(`checks.found.${rule}`, { provider: { uk: provider, en: null }, position: { uk: row.position, en: null }, ...found.params }), finding: found.finding, weight: found.weight }];
  });

const overfilled = ofRows('staffOverfilled', ({ posts, filled }) => (posts === null || filled === null || filled <= posts ? null : { params: { posts, filled }, finding: `${filled}>${posts}`, weight: filled - posts }));

const sum = (values: readonly (number | null)[]): number | null => (values.includes(null) ? null : values.reduce<number>((all, each) => all + (each ?? 0), 0));
const split = ofRows('staffSplit', (row) => {
  const [ages, quals] = [sum(AGE_BANDS.map((band) => row[band])), sum(QUALIFICATIONS.map((each) => row[each]))];
  return ages === null || quals === null || ages === quals ? null : { params: { ages, quals }, finding: `${ages}≠${quals}`, weight: Math.abs(ages - quals) };
});

/** Rules about the staffing table. */
export const staffRules: Readonly<Record<'staffOverfilled' | 'staffNotFigures' | 'staffSplit', (rule: PackCheck) => Rule>> = {
  staffNotFigures: () => notFigures, staffOverfilled: () => overfilled, staffSplit: () => split,
};
