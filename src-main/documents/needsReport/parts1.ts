import { bars } from '../charts/bars.ts';
import { segments } from '../charts/segments.ts';
import type { Cell, Num } from '../../contract/models.ts';
import { paragraph, plain, type Block, type Inline } from '../tree.ts';
import { printed, shown } from './amounts.ts';
import type { Report } from './model.ts';

const TEXT_MM = 170;

/** Section: method and dates. */
export function methodPart(r: Report): Block[] {
  const { views, t } = r;
  const m = t.method;
  const chosen = (['registry', 'survey', 'max'] as const)
    .map((way) => ({ way, n: views.needs.rows.filter((row) => row.chosen === way && shown(row.general) !== null).length }))
    .filter(({ n }) => n > 0).map(({ way, n }) => `${m.ways[way]} –\u00a0${r.n(n)}`).join(', ');
  const lines: string[] = [];
  if (views.plan.teaching !== null) lines.push(m[views.plan.teaching]);
  lines.push(m.period(views.year, r.date(views.plan.calcDate)));
  if (views.basis) lines.push(m.basis(r.label(views.basis.text), views.basis.recalled));
  if (views.scenario !== 'base') lines.push(m.scenario(views.plan.scenarios.find((s) => s.id === views.scenario)?.name ?? views.scenario));
  const { group } = views;
  lines.push(group?.act ? m.groupBy(m.acts[group.act.kind], group.act.number, r.date(group.act.date)) : m.group);
  if (group && group.roles.length > 0) lines.push(m.members(group.roles.join('; ')));
  lines.push(m.ours, m.formula, m.unknown, m.known(r.n(views.needs.rows.filter((row) => shown(row.general) !== null).length), r.n(views.needs.counts.all), r.n(views.plan.counts.needs.known), r.n(views.plan.counts.needs.all)));
  if (chosen !== '') lines.push(m.chosen(chosen));
  if ((shown(views.needs.assumedShare) ?? 0) > 0) lines.push(m.assumed(r.num(views.needs.assumedShare)));
  if (r.isPublic) lines.push(m.hidden);
  if (views.approved && views.approved.reason !== '') lines.push(m.approvedUnknown(views.approved.reason));
  r.takeMarks();
  return lines.map((line) => paragraph(line));
}

const cellRow = (r: Report, cell: Cell): Inline[] | null => {
  const title = r.t.measures[cell.key.measure];
  if (title === undefined || printed(cell) === null) return null;
  return [plain(title), plain(r.num(cell, r.alone(cell))), plain(r.date(cell.asOf)), r.refs([cell])];
};

function population(r: Report): Block {
  const { cell, prewar, declarations, idpBalance } = r.views.community.population;
  const g = r.t.groups;
  const text = (num: Num): string => r.num(num, r.alone(num));
  const others = ([[g.prewar, prewar], [g.declarations, declarations], [g.idp, idpBalance]] as const).filter(([, num]) => shown(num) !== null).map(([name, num]) => `${name} – ${text(num)}`);
  const now = printed(cell) === null ? g.populationUnknown : `${r.counted(cell, r.alone(cell))}${cell.state === 'prefilled' ? ` (${g.unconfirmed})` : ''}`;
  return paragraph([...plain(g.populationText(now, others.join('; '))), { text: ' ' }, ...r.refs([cell])]);
}

/** Section: population and target groups. */
export function groupsPart(r: Report): Block[] {
  const { views, t } = r;
  const g = t.groups;
  const blocks: Block[] = [population(r)];
  const facts = views.community.facts.map((cell) => cellRow(r, cell)).filter((row) => row !== null);
  if (facts.length > 0) {
    blocks.push({ kind: 'table', caption: g.factsCaption, columns: [{ title: g.fact, align: 'left', share: 50 }, { title: g.value, align: 'right', share: 18 }, { title: g.date, align: 'center', share: 18 }, { title: g.src, align: 'center', share: 14 }], rows: facts, note: plain(r.takeMarks()) });
  }
  const rows = views.groups.rows.filter((row) => printed(row.size) !== null).sort((a, b) => (printed(b.size) ?? 0) - (printed(a.size) ?? 0));
  if (rows.length === 0) return [...blocks, paragraph(g.none)];
  const split = rows.some((row) => printed(row.female) !== null || printed(row.male) !== null);
  const masks = new Map(rows.map((row) => [row.id, r.groupMasks(row)]));
  blocks.push(paragraph(g.overlap));
  blocks.push({
    kind: 'table', caption: g.caption,
    columns: [
      { title: g.group, align: 'left', share: split ? 50 : 68 }, { title: g.unit, align: 'center', share: 18 }, { title: g.size, align: 'right', share: 23 },
      ...(split ? [{ title: g.women, align: 'right' as const, share: 14 }, { title: g.men, align: 'right' as const, share: 18 }] : []),
      { title: g.range, align: 'right', share: split ? 19 : 22 }, { title: g.how, align: 'left', share: 19 }, { title: g.src, align: 'center', share: 16 },
    ],
    rows: rows.map((row) => {
      const mask = masks.get(row.id);
      const parts = split ? ([[row.female, mask?.female], [row.male, mask?.male]] as const).map(([num, part]) => plain(printed(num) === null ? '' : r.num(num, part))) : [];
      const whole = mask?.size ?? 'show';
      return [plain(r.label(row.name)), plain(t.units[row.unit]), plain(r.num(row.size, whole)), ...parts, plain(r.range(row.size, whole)), plain(t.methods[row.size.method]), r.refs([row.size])];
    }),
    note: plain(r.takeMarks()),
  });
  if (shown(views.groups.union) !== null || views.groups.union.high !== null) {
    // The bounds are sums of the groups: the visible ones taken off, a hidden group would stand there.
    const parts = rows.some((row) => (masks.get(row.id)?.size ?? 'show') !== 'show');
    const range = r.range(views.groups.union, parts ? 'cover' : 'show');
    const base = parts && views.groups.overlap.mode !== 'unknown' ? 'cover' : r.alone(views.groups.union);
    blocks.push(paragraph(`${g.union([shown(views.groups.union) === null ? '' : r.counted(views.groups.union, base), range].filter((s) => s !== '').join(', '))} ${g.unionMode[views.groups.overlap.mode]}`));
  }
  const charted = rows.filter((row) => row.unit !== 'family' && shown(row.size) !== null).slice(0, 12);
  if (charted.length > 1) {
    blocks.push({
      kind: 'chart', caption: g.chart, widthMm: TEXT_MM, alt: g.alt(charted.length),
      svg: bars(charted.map((row) => {
        const hidden = (masks.get(row.id)?.size ?? 'show') !== 'show';
        const bounded = !hidden && row.size.low !== null && row.size.high !== null;
        const name = r.language === 'uk' ? row.name.uk : row.name.en ?? row.id;
        return { name, value: hidden ? null : shown(row.size), low: bounded ? row.size.low : null, high: bounded ? row.size.high : null, estimate: row.size.assumed, text: r.num(row.size, masks.get(row.id)?.size) };
      }), { number: (n) => r.n(n) }),
    });
  }
  r.takeMarks();
  return blocks;
}

/** Section: providers, places, posts, capacity. */
export function systemPart(r: Report): Block[] {
  const { views, t } = r;
  const s = t.system;
  const blocks: Block[] = [];
  const basic = views.overview.basic.filter((b) => b.services.length > 0);
  const all = basic.reduce((sum, b) => sum + b.services.length, 0);
  if (all > 0) {
    const recalled = basic.some((b) => b.services.some((x) => x.basicConfidence === 'recalled'));
    const parts = basic.map((b) => ({ id: b.id, count: b.services.length, name: s.basic[b.id] }));
    blocks.push(paragraph(`${s.basicText(r.n(all))}${recalled ? ` ${s.basicRecalled}` : ''}`));
    blocks.push({ kind: 'chart', caption: s.basicChart, widthMm: TEXT_MM, svg: segments(parts), alt: s.basicAlt(parts.map((p) => `${p.name.toLocaleLowerCase(r.language)} – ${p.count}`).join('; ')) });
    blocks.push({ kind: 'list', ordered: false, items: basic.map((b) => plain(`${s.basic[b.id]} – ${b.services.length}: ${b.services.map((x) => r.serviceName(x)).join('; ')}.`)) });
  }
  const of = (sector: string): string => r.n(views.capacity.providers.filter((p) => p.sector === sector).length);
  const providers = views.capacity.providers;
  blocks.push(paragraph(providers.length === 0 ? s.noProviders : s.providers(r.n(providers.length), of('state'), of('municipal'), of('non_state'))));
  const names = new Map(r.services.map((x) => [x.info.id, x.name]));
  if (providers.length > 0) {
    blocks.push({
      kind: 'table', caption: s.providersCaption, columns: [{ title: s.provider, align: 'left', share: 42 }, { title: s.kind, align: 'left', share: 30 }, { title: s.sector, align: 'left', share: 28 }, { title: s.services, align: 'left', share: 70 }],
      rows: providers.map((p) => [plain(p.name), plain(s.kinds[p.kind]), plain(s.sectors[p.sector]), plain(p.services.map((x) => names.get(x.service) ?? x.service).join('; '))]),
    });
  }
  const rows = r.services.filter((x) => x.capacity !== null && [x.capacity.places, x.capacity.occupied, x.capacity.posts, x.capacity.postsFilled, x.capacity.capacity].some((n) => printed(n) !== null));
  if (rows.length === 0) return [...blocks, paragraph(s.none)];
  blocks.push({
    kind: 'table', caption: s.capacityCaption,
    columns: [{ title: s.service, align: 'left', share: 44 }, ...[s.places, s.occupied, s.posts, s.filled].map((title, i) => ({ title, align: 'right' as const, share: [14, 16, 15, 19][i] ?? 16 })), { title: s.capacity, align: 'right', share: 26 }, { title: s.limit, align: 'left', share: 18 }, { title: t.needs.source, align: 'center', share: 17 }],
    rows: rows.map(({ name, capacity, mask }) => capacity === null ? [] : [
      plain(name), plain(r.num(capacity.places)), plain(r.num(capacity.occupied, mask.occupied)), plain(r.num(capacity.posts)), plain(r.num(capacity.postsFilled)),
      plain(r.num(capacity.capacity, mask.capacity)), plain(capacity.limit === null ? '' : s.limits[capacity.limit]), r.refs([capacity.places, capacity.occupied, capacity.posts, capacity.postsFilled]),
    ]),
    note: plain(`${s.capacityNote} ${r.takeMarks()}`.trim()),
  });
  return blocks;
}
