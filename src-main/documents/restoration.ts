import type { Phase, RestorationView } from '../contract/api/restoration.ts';
import { formatDate, formatNumber } from '../contract/format.ts';
import { PHASES } from '../contract/lists.ts';
import type { Label } from '../contract/models.ts';
import { WORDS } from './restorationTexts.ts';
import { heading, inLanguage, left, plain, type Block, type Language, type Paper } from './tree.ts';

/** What the page of restoration is printed from. */
export interface RestorationIn { readonly language: Language; readonly community: Label; readonly teaching: boolean; readonly view: RestorationView }

/** Rows of each table, so that the paper stays within two pages. */
const ROWS = { states: 14, tasks: 7, aid: 3, no: 3 };
const NAME = 70;
const short = (text: string, most = NAME): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);

/** Restoration in short: states, what is to be done and when, informing, checks, help that ends. */
export function restorationPaper({ language, community, teaching, view }: RestorationIn): Paper {
  const t = WORDS[language];
  const said = (label: Label | null): string => inLanguage(label, language);
  const day = (iso: string): string => (iso === '' ? '' : formatDate(iso, language));
  const money = (kop: number): string => t.money(formatNumber(kop / 100, language, { digits: { min: 0, max: 2 } }));
  const bold = (title: string, text: string): Block => ({ kind: 'paragraph', align: 'left', runs: [{ text: `${title}: `, bold: true }, { text }] });
  const under = (...parts: readonly string[]) => { const text = parts.filter((part) => part !== '').join(' '); return text === '' ? {} : { note: plain(text) }; };
  const more = (all: number, shown: number): string => (all > shown ? t.more(all - shown) : '');
  const nameOf = (row: RestorationView['rows'][number]): string => `${said(row.name)}${row.place && row.point === '' ? ` (${said(row.place)})` : ''}`;
  const level = (row: RestorationView['rows'][number], phase: Phase): string => {
    const state = row.states.findLast((each) => each.phase === phase);
    if (!state) return '–';
    return state.day === '' ? String(state.level) : `${state.level} (${day(state.day)})`;
  };
  // The worst first: the paper has room for some of them.
  const rows = view.rows.filter((row) => row.states.length > 0).toSorted((a, b) => (a.levels.now ?? 9) - (b.levels.now ?? 9));
  const left0 = view.tasks.filter((task) => task.state !== 'done');
  const numbers = new Map(left0.map((task, at) => [task.id, at + 1]));
  const gaps = view.audiences.filter((each) => each.gap !== null);
  const untold = view.rows.filter((row) => row.untold);
  const risky = view.aid.filter((each) => !each.covered || each.risk !== 'later');
  const no = view.questions.filter((each) => each.answer === 'no');
  const blocks: Block[] = [
    left(`${t.status[view.status.value]}${view.status.since === '' ? '' : `, ${t.since(day(view.status.since))}`}${view.status.asOf === '' ? '' : `; ${t.asOf(day(view.status.asOf))}`}${view.status.source === '' ? '' : ` (${view.status.source})`}.`),
    left(`${t.on(day(view.today))} ${t.sum(view.sum.known, view.sum.rows, view.sum.restored, view.sum.stopped)}${view.destroyed > 0 ? ` ${t.destroyed(view.destroyed)}` : ''}`),
    heading(t.states, 2),
    ...(rows.length === 0 ? [left(t.noStates)] : [{
      kind: 'table' as const, caption: '', columns: [{ title: t.service, align: 'left' as const, share: 36 }, ...PHASES.map((phase) => ({ title: t.phase[view.words][phase], align: 'left' as const, share: 16 }))],
      rows: rows.slice(0, ROWS.states).map((row) => [plain(short(`${nameOf(row)}${row.destroyed ? ` ! ${t.conflict}` : ''}`)), ...PHASES.map((phase) => plain(level(row, phase)))]), ...under(`${t.scale}: ${view.scale.map((step) => `${step.level} – ${said(step.name)}`).join(', ')}.`, more(rows.length, ROWS.states)),
    }]),
    heading(t.tasks, 2),
    ...(left0.length === 0 ? [left(t.noTasks)] : [
      left(t.plan(view.plan.canStart, view.plan.blocked, day(view.plan.end), view.plan.sure, view.plan.costUnknown === left0.length ? t.unknown : money(view.plan.costKop), view.plan.costUnknown)),
      {
        kind: 'table' as const, caption: '', columns: [{ title: t.number, align: 'right' as const, share: 4 }, { title: t.task, align: 'left' as const, share: 34 }, { title: t.who, align: 'left' as const, share: 20 }, { title: t.when, align: 'left' as const, share: 18 }, { title: t.waits, align: 'left' as const, share: 10 }, { title: t.cost, align: 'right' as const, share: 14 }],
        rows: left0.slice(0, ROWS.tasks).map((task) => [
          plain(String(numbers.get(task.id))), plain(short([task.name, view.facilities.find((each) => each.id === task.facility)?.name ?? ''].filter(Boolean).join(' – '), 90)), plain(short([task.responsible, task.donor].filter((each) => each !== '').join('; '), 60) || '–'), plain(`${task.sure ? '' : `${t.notBefore} `}${day(task.start)}${task.days === null ? '' : ` – ${day(task.end)}`}${task.lateDays > 0 ? `, ${t.late(task.lateDays)}` : ''}`),
          plain(task.blockedBy.length === 0 ? (task.canStart ? t.canStart : '–') : short(task.blockedBy.map((id) => `${t.number} ${numbers.get(id) ?? ''}`).join(', '), 24)), plain(task.costKop === null ? t.unknown : money(task.costKop)),
        ]), ...under(more(left0.length, ROWS.tasks), t.days),
      },
    ]),
    heading(t.informing, 2),
    left(view.channels.length === 0 ? t.noChannels : t.channels(view.channels.length)),
    ...(['none', 'power', 'internet'] as const).flatMap((gap) => { const own = gaps.filter((each) => each.gap === gap); return own.length === 0 ? [] : [bold(t.gap[gap], `${own.map((each) => said(each.name)).join(', ')}.`)]; }),
    ...(untold.length === 0 ? [] : [bold(t.untold, `${untold.slice(0, ROWS.aid).map((row) => short(nameOf(row))).join('; ')}${untold.length > ROWS.aid ? `; ${t.more(untold.length - ROWS.aid)}` : ''}.`)]),
    heading(t.checks, 2),
    left(t.answers(view.checks.yes, view.checks.no, view.checks.na, view.checks.open)),
    ...(no.length === 0 ? [] : [{ kind: 'list' as const, ordered: false, items: no.slice(0, ROWS.no).map((each) => plain(`${said(each.text)} – ${t.no}${each.note === '' ? '' : `. ${short(each.note, 60)}`}`)) }]),
    ...(no.length > ROWS.no ? [left(t.more(no.length - ROWS.no))] : []),
    heading(t.aid, 2),
    ...(risky.length === 0 ? [left(view.aid.length === 0 ? t.noAid : t.noRisk)] : [{
      kind: 'table' as const, caption: '', columns: [{ title: t.donor, align: 'left' as const, share: 34 }, { title: t.until, align: 'left' as const, share: 18 }, { title: t.ends, align: 'left' as const, share: 24 }, { title: t.after, align: 'left' as const, share: 24 }],
      rows: risky.slice(0, ROWS.aid).map((each) => [plain(short(`${each.donor}: ${each.what}${each.amountKop === null ? '' : `, ${money(each.amountKop)}`}`)), plain(each.to === '' ? t.noEnd : `${day(each.to)}${each.risk === 'ended' ? `, ${t.over}` : ''}`), plain(short(each.ends, 60) || '–'), plain(short(each.after, 60) || t.nobody)]), ...under(more(risky.length, ROWS.aid)),
    }]),
  ];
  return {
    language, edition: 'service', editionLabel: t.edition, watermark: teaching ? t.watermark : null, compact: true, title: `${t.title}. ${said(community)}`, subject: t.title,
    head: { right: [], left: [], title: [t.title, said(community)], below: [] }, words: { table: '', figure: '' }, blocks, notes: [],
  };
}
