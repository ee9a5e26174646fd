import { roundFor } from '../../contract/format.ts';
import { paragraph, plain, type Block } from '../tree.ts';
import { printed, shown } from './amounts.ts';
import type { Report } from './model.ts';
import { isSmall, type Mask } from './suppress.ts';
import type { ReportRate } from './views.ts';

/** A share tells how many people it stands for: where those are few, or the service hides a number, the share is hidden too. */
function maskOf(r: Report, row: ReportRate, service: Mask): Mask {
  if (!r.isPublic) return 'show';
  const behind = row.n === null || row.rate.value === null ? null : roundFor(row.rate.value * row.n, 'person');
  return service !== 'show' || isSmall(printed(row.potential)) || isSmall(behind) ? 'cover' : 'show';
}

/** Where the shares come from, and why a need rests on them: after the table of needs. */
export function ratesBlocks(r: Report): Block[] {
  const t = r.t.rates;
  const rows = (r.views.rates ?? []).filter((row) => shown(row.rate) !== null);
  const named = new Map(r.services.map((s) => [s.info.id, s]));
  const reasons = r.services.flatMap((s) => {
    const reason = (r.views.reasons?.[s.info.id] ?? '').trim();
    return reason === '' || s.need.chosen === 'registry' ? [] : [plain(t.because(s.name, r.t.needs.chosen[s.need.chosen], reason))];
  });
  const why: Block[] = reasons.length === 0 ? [] : [paragraph(t.why), { kind: 'list', ordered: false, items: reasons }];
  if (rows.length === 0) return why;
  r.takeMarks();
  return [...why, {
    kind: 'table', caption: t.caption,
    columns: [{ title: r.t.needs.service, align: 'left', share: 34 }, { title: t.group, align: 'left', share: 40 }, { title: t.rate, align: 'right', share: 17 }, { title: t.range, align: 'right', share: 22 }, { title: t.source, align: 'left', share: 44 }, { title: t.n, align: 'right', share: 15 }],
    rows: rows.map((row) => {
      const mask = maskOf(r, row, named.get(row.service)?.mask.any === true ? 'cover' : 'show');
      const from = r.label(row.from).trim();
      const told = [t.sources[row.source], from, r.date(row.asOf), row.reason === '' ? '' : t.reason(row.reason)].filter((part) => part !== '').join('; ');
      return [plain(named.get(row.service)?.name ?? row.service), plain(r.label(row.group)), plain(r.num(row.rate, mask)), plain(r.range(row.rate, mask)), plain(told), plain(row.n === null || (r.isPublic && isSmall(row.n)) ? '' : r.n(row.n))];
    }),
    note: plain(`${t.note} ${r.takeMarks()}`.trim()),
  }];
}
