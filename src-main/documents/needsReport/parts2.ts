import { dumbbell } from '../charts/dumbbell.ts';
import type { GapCell } from '../../contract/api/gaps.ts';
import type { Num } from '../../contract/models.ts';
import { paragraph, plain, type Block } from '../tree.ts';
import { printed, shown } from './amounts.ts';
import type { Report, ServiceFigures } from './model.ts';
import { askedBlocks } from './asked.ts';
import { ratesBlocks } from './rates.ts';
import type { Mask } from './suppress.ts';

const TEXT_MM = 170;
const MOST = 16;

const byUnmet = (a: ServiceFigures, b: ServiceFigures): number => (shown(b.need.unmet) ?? -1) - (shown(a.need.unmet) ?? -1);
/** Sorted by what may be seen: hidden rows come last, so that order does not tell their size. */
const bySeen = (a: ServiceFigures, b: ServiceFigures): number => Number(a.mask.any) - Number(b.mask.any) || (a.mask.any ? 0 : byUnmet(a, b));

function chart(r: Report): Block[] {
  const t = r.t.needs;
  const rows = r.services.filter((s) => s.info.counted === 'person' && !s.mask.any && (shown(s.need.general) !== null || shown(s.need.served) !== null)).sort(byUnmet);
  const picked = rows.slice(0, MOST);
  if (picked.length === 0) return [];
  return [{
    kind: 'chart', caption: t.chart, widthMm: TEXT_MM, alt: t.alt(picked.length),
    svg: dumbbell(picked.map(({ info, need, capacity }) => ({
      name: r.chartName(info), served: shown(need.served), need: shown(need.general), capacity: capacity ? shown(capacity.capacity) : null,
      servedText: r.num(need.served), needText: r.num(need.general),
      unmetText: shown(need.general) === null ? t.needUnknown : r.num(need.unmet), coverageText: shown(need.general) === null ? '' : r.num(need.coverage),
    })), { ...t.legend, number: (n) => r.n(n) }),
  }];
}

/** Section: need by service with ranges and sources. */
export function needsPart(r: Report): Block[] {
  const t = r.t.needs;
  const rows = r.services.filter((s) => printed(s.need.general) !== null || printed(s.need.served) !== null).sort(bySeen);
  if (rows.length === 0) return [paragraph(t.none)];
  const picture = chart(r);
  r.takeMarks();
  return [...picture, {
    kind: 'table', caption: t.caption,
    columns: [{ title: t.service, align: 'left', share: 42 }, { title: t.unit, align: 'center', share: 17 }, { title: t.general, align: 'right', share: 18 }, { title: t.served, align: 'right', share: 21 }, { title: t.unmet, align: 'right', share: 20 }, { title: t.coverage, align: 'right', share: 20 }, { title: t.range, align: 'right', share: 18 }, { title: t.source, align: 'center', share: 16 }],
    rows: rows.map(({ name, info, need, mask }) => {
      const remarks = [t.chosen[need.chosen], need.state === 'conflict' ? (mask.any ? t.conflictHidden : t.conflict(r.num(need.excess))) : ''].filter((s) => s !== '' && (shown(need.general) !== null));
      return [
        [{ text: name }, ...(remarks.length > 0 ? [{ text: ` (${remarks.join('; ')})`, italic: true }] : [])], plain(r.t.units[info.counted]), plain(r.num(need.general, mask.general)), plain(r.num(need.served, mask.served)),
        plain(r.num(need.unmet, mask.unmet)), plain(printed(need.coverage) === null ? r.num(need.coverage) : r.num(need.coverage, mask.derived)), plain(r.range(need.unmet, mask.derived)), r.refs([need.identified, need.served, ...(r.views.surveys?.[info.id] ?? [])]),
      ];
    }),
    note: plain(`${t.rangeNote} ${r.takeMarks()}`.trim()),
  }, ...ratesBlocks(r), ...askedBlocks(r)];
}

/** Section: gaps in people, posts and places, by service and by territory. */
export function gapsPart(r: Report): Block[] {
  const g = r.t.gaps;
  const blocks: Block[] = [];
  const score = new Map(r.views.gaps.rank.map((row) => [row.service, row.score]));
  const points = (s: ServiceFigures): number => shown(score.get(s.info.id) ?? s.need.unmet) ?? -1;
  const rows = r.services.filter((s) => (shown(s.need.unmet) ?? s.need.unmet.low ?? 0) > 0 || s.gap?.noProvider === true).sort((a, b) => Number(a.mask.any) - Number(b.mask.any) || (a.mask.any ? 0 : points(b) - points(a)));
  if (rows.length === 0) blocks.push(paragraph(g.none));
  else {
    blocks.push({
      kind: 'table', caption: g.caption,
      columns: [{ title: g.service, align: 'left', share: 46 }, ...[g.unmet, g.gapPersons, g.posts, g.vacancies, g.places].map((title, i) => ({ title, align: 'right' as const, share: [20, 26, 18, 20, 18][i] ?? 20 })), { title: g.score, align: 'right', share: 22 }],
      rows: rows.map(({ info, name, need, gap, capacity, mask }) => {
        const rank = score.get(info.id);
        return [
          plain(name), plain(r.num(need.unmet, mask.unmet)), plain(gap ? r.num(gap.gapPersons, mask.gapPersons) : r.t.unknown), plain(gap ? r.num(gap.gapPosts, printed(gap.gapPosts) === null ? 'show' : mask.derived) : r.t.unknown),
          plain(capacity ? r.num(capacity.vacancies) : r.t.unknown), plain(gap ? r.num(gap.gapPlaces, printed(gap.gapPlaces) === null ? 'show' : mask.derived) : r.t.unknown), plain(rank === undefined ? r.t.unknown : r.num(rank, mask.any ? 'cover' : 'show')),
        ];
      }),
      note: plain(`${g.note} ${r.takeMarks()}`.trim()),
    });
  }
  if (r.views.gaps.notRanked > 0) blocks.push(paragraph(g.notRanked(r.n(r.views.gaps.notRanked))));
  return [...blocks, ...matrix(r)];
}

/** A cell of the matrix; more people served than identified is no unmet need: it stands with a plus, as on the screen. */
const signed = (r: Report, num: Num, mask: Mask): string => (num.state === 'conflict' && mask === 'show' && shown(num) !== null ? `+${r.num(num)}` : r.num(num, mask));

/** "At most" a part as large as the whole community says nothing, so it is not known. */
const saysNothing = ({ unmet }: GapCell, total: GapCell): boolean => unmet.value === null && unmet.low === null && unmet.high !== null && unmet.high >= (total.unmet.high ?? total.unmet.value ?? Number.POSITIVE_INFINITY);

/** Unmet need by territory, when figures are kept by territory; at most six territories fit a page, shared out evenly. */
function matrix(r: Report): Block[] {
  const g = r.t.gaps;
  const rows = r.services.flatMap((s) => (s.gap !== null && s.gap.cells.some((c) => printed(c.unmet) !== null) ? [{ ...s, gap: s.gap }] : []));
  const territories = r.views.gaps.territories.filter((place) => rows.some((row) => row.gap.cells.some((c) => c.territory === place.id && printed(c.unmet) !== null)));
  if (territories.length < 2) return [];
  const blocks: Block[] = [];
  const wide = Math.ceil(territories.length / Math.ceil(territories.length / 6));
  for (let from = 0; from < territories.length; from += wide) {
    const part = territories.slice(from, from + wide);
    blocks.push({
      kind: 'table', caption: g.matrixCaption,
      columns: [{ title: g.service, align: 'left', share: 40 }, ...part.map((p) => ({ title: g.shortPlace(r.label(p.name)), align: 'right' as const, share: 19 })), { title: g.total, align: 'right', share: 20 }],
      rows: rows.map((row) => {
        const hide = r.placesHidden(row);
        return [
          plain(row.name),
          ...part.map((p) => {
            const cell = row.gap.cells.find((c) => c.territory === p.id);
            return plain(cell === undefined ? '' : saysNothing(cell, row.gap.total) ? r.t.unknown : signed(r, cell.unmet, hide && printed(cell.unmet) !== null ? 'cover' : 'show'));
          }),
          plain(signed(r, row.gap.total.unmet, row.gap.total.unmet.state === 'conflict' ? row.mask.excess : row.mask.unmet)),
        ];
      }),
      note: plain([g.matrixNote, rows.some((row) => [row.gap.total, ...row.gap.cells].some((c) => c.unmet.state === 'conflict')) ? `+: ${r.t.needs.conflictHidden}.` : '', r.takeMarks()].filter((s) => s !== '').join(' ')),
    });
  }
  return blocks;
}
