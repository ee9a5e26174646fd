import type { PublicationIssue, Published } from '../contract/api/publishing.ts';
import type { Cell, FigureKey, Label, Num, Sentence } from '../contract/models.ts';
import { hasShown } from '../documents/needsReport/amounts.ts';
import { Report } from '../documents/needsReport/model.ts';
import type { ReportViews } from '../documents/needsReport/views.ts';
import { smallCountsIn, type Mask } from '../documents/needsReport/suppress.ts';
import { hashOf } from '../imports/fingerprint.ts';
import { hintOf } from '../imports/personal/headers.ts';
import { personalIn } from '../imports/personal/guard.ts';
import { acceptedOf } from '../store/checks.ts';
import type { Program } from './program.ts';
import { smallPlaces } from './publishingCovers.ts';

const ALL: readonly Published[] = ['report', 'summary', 'openData'];
const sentence = (key: string, params: Sentence['params'] = {}): Sentence => ({ key, params });
/** A text of a publication and where it stands. */
interface Words { readonly where: Sentence; readonly about: string; readonly text: string; readonly files: readonly Published[]; readonly page: string; readonly params: Readonly<Record<string, string>>; readonly link?: FigureKey | null; readonly provider?: boolean; readonly counts?: boolean }
type Found = Omit<PublicationIssue, 'accepted'>;

const PROVIDER = hintOf(['Назва надавача']);

/** Kinds of personal data a text seems to hold, line by line. */
const personal = ({ text, provider }: Words): readonly string[] => [...new Set(text.split(/\r?\n/).flatMap((line) => personalIn(line, provider ? PROVIDER : undefined) ?? []))];

function inWords(words: Words): Found[] {
  const { where, about, text, files, page, params, link = null } = words;
  if (text.trim() === '') return [];
  const base = { does: 'change', where, small: 0, covered: 0, files, page, params, link, finding: hashOf(text) } as const;
  const people = personal(words);
  const counts = words.counts ? smallCountsIn(text) : [];
  return [
    ...(people.length > 0 ? [{ ...base, id: `publish|personal|${about}`, kind: 'personal' as const, found: people }] : []),
    ...(counts.length > 0 ? [{ ...base, id: `publish|wordsSmall|${about}`, kind: 'wordsSmall' as const, found: counts }] : []),
  ];
}

/** Figures of a publication that carry a source of their own. */
function sourced(views: ReportViews): readonly Cell[] {
  return [
    ...views.community.facts, ...views.community.territories.map((place) => place.population),
    ...views.groups.rows.flatMap((row) => [row.size, row.female, row.male, ...row.byAge]), ...views.needs.rows.flatMap((row) => [row.identified, row.served]),
    ...views.capacity.rows.flatMap((row) => [row.places, row.occupied, row.posts, row.postsFilled]), ...Object.values(views.surveys ?? {}).flat(),
  ];
}

/** Every text that goes into a file for publication as people wrote it. */
function allWords(views: ReportViews, summary: { readonly plans: string; readonly contact: string }, language: 'uk' | 'en'): readonly Words[] {
  const sources = new Map(sourced(views).filter((cell) => cell.source.trim() !== '').map((cell) => [cell.source.trim(), cell]));
  const approved = views.approved;
  return [
    ...Object.entries(views.words ?? {}).map(([section, text]): Words => ({ where: sentence('words', { section }), about: `words|${language}|${section}`, text, files: ['report'], page: 'documents', params: { section }, counts: true })),
    ...(['plans', 'contact'] as const).map((section): Words => ({ where: sentence(section), about: `summary|${language}|${section}`, text: summary[section], files: ['summary'], page: 'documents', params: { tab: 'summary' }, counts: true })),
    ...Object.entries(views.reasons ?? {}).map(([service, text]): Words => ({ where: sentence('reason', { service: nameOf(views, service) }), about: `reason|${service}`, text, files: ['report'], page: 'needs', params: { survey: service }, counts: true })),
    ...[...sources].map(([text, cell]): Words => ({ where: sentence('source', { source: text }), about: `source|${hashOf(text)}`, text, files: ALL, page: pageOf(cell), params: {}, link: cell.key })),
    ...(views.asked ?? []).filter(({ source }) => !sources.has(source)).map(({ source }): Words => ({ where: sentence('source', { source }), about: `source|${hashOf(source)}`, text: source, files: ['report'], page: 'needs', params: { tab: 'surveys' } })),
    ...views.capacity.providers.map((provider): Words => ({ where: sentence('provider', { name: provider.name }), about: `provider|${provider.id}`, text: provider.name, files: ['report'], page: 'capacity', params: { tab: 'providers' }, provider: true })),
    ...views.groups.rows.filter((row) => row.own).map((row): Words => ({ where: sentence('group', { name: row.name.uk }), about: `group|${row.id}`, text: row.name.uk, files: ['report', 'openData'], page: 'groups', params: {} })),
    ...(approved ? [{ where: sentence('approval'), about: `approval|${approved.name}`, text: [approved.body, approved.reason].join('\n'), files: ALL, page: 'cycle', params: {} }] : []),
  ];
}

const pageOf = ({ key }: Cell): string => (key.measure === 'groupSize' ? 'groups' : key.service === '' ? 'community' : ['posts', 'postsFilled', 'vehicles'].includes(key.measure) ? 'capacity' : 'needs');
const nameOf = (views: ReportViews, service: string): Label | string => { const row = views.needs.rows.find((each) => each.id === service); return row?.short ?? row?.name ?? row?.code ?? service; };

/** Counts of hidden numbers among some; null when none is hidden. */
function tally(numbers: readonly (readonly [Num | null, Mask])[]): { readonly small: number; readonly covered: number } | null {
  const hidden = numbers.filter(([num, mask]) => num !== null && mask !== 'show' && hasShown(num)).map(([, mask]) => mask);
  return hidden.length === 0 ? null : { small: hidden.filter((mask) => mask === 'small').length, covered: hidden.filter((mask) => mask === 'cover').length };
}

/** Numbers that the files hide, by service, group and place. */
function hiddenNumbers(views: ReportViews): Found[] {
  const r = new Report(views, { language: 'uk', edition: 'public' });
  const issue = (about: string, where: Sentence, page: string, link: FigureKey | null, counts: ReturnType<typeof tally>, kind?: 'place'): Found[] => (counts === null ? [] : [{
    id: `publish|hidden|${about}`, kind: kind ?? (counts.small > 0 ? 'small' : 'cover'), does: 'hidden', where, small: counts.small, covered: counts.covered, found: [], files: ALL, page, params: {}, link, finding: '',
  }]);
  const little = smallPlaces(views);
  return [
    ...r.services.flatMap((s) => issue(`service|${s.info.id}`, sentence('service', { service: nameOf(views, s.info.id) }), 'needs', s.need.served.key, tally([
      [s.need.general, s.mask.general], [s.need.served, s.mask.served], [s.need.unmet, s.mask.unmet], [s.need.excess, s.mask.excess], [s.need.coverage, s.mask.derived],
      [s.capacity?.occupied ?? null, s.mask.occupied], [s.capacity?.capacity ?? null, s.mask.capacity], [s.gap?.gapPersons ?? null, s.mask.gapPersons],
    ]))),
    ...r.services.flatMap((s) => {
      if (s.gap === null || !r.placesHidden(s)) return [];
      const small = s.gap.cells.some((cell) => little.has(cell.territory) && [cell.need, cell.served].some(hasShown));
      return issue(`places|${s.info.id}`, sentence('places', { service: nameOf(views, s.info.id) }), 'gaps', null, tally(s.gap.cells.flatMap((cell) => [cell.need, cell.served, cell.unmet].map((num) => [num, 'cover'] as const))), small ? 'place' : undefined);
    }),
    ...views.groups.rows.flatMap((row) => {
      const mask = r.groupMasks(row);
      return issue(`group|${row.id}`, sentence('ofGroup', { group: row.name }), 'groups', row.size.key, tally([[row.size, mask.size], [row.female, mask.female], [row.male, mask.male], ...row.byAge.map((cell, i) => [cell, mask.ages[i] ?? 'show'] as const)]));
    }),
    ...issue('population', sentence('population'), 'community', null, tally(views.community.territories.map((place) => [place.population, r.populationMask(place.id, place.population)] as const))),
    ...issue('facts', sentence('facts'), 'community', null, tally(views.community.facts.map((cell) => [cell, r.alone(cell)] as const))),
  ];
}

/** What files for publication hide, and what in their words must be looked at first. `views` = with covers. */
export function publicationIssues(program: Program, views: ReportViews, summary: { readonly plans: string; readonly contact: string }, language: 'uk' | 'en'): readonly PublicationIssue[] {
  const accepted = acceptedOf(program.store().read);
  const found = [...allWords(views, summary, language).flatMap(inWords), ...hiddenNumbers(views)];
  return found.map((issue): PublicationIssue => {
    const row = accepted.get(issue.id);
    return { ...issue, accepted: row ? { reason: row.reason, author: row.author, at: row.at, holds: row.finding === issue.finding } : null };
  }).toSorted((a, b) => Number(b.does === 'change' && b.accepted?.holds !== true) - Number(a.does === 'change' && a.accepted?.holds !== true));
}

/** Does an issue stop the making of a file? */
export const stops = (issue: PublicationIssue, file: Published): boolean => issue.does === 'change' && issue.files.includes(file) && issue.accepted?.holds !== true;
