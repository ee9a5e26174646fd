import { useMemo } from 'react';
import type { ApprovedChange, SnapshotView } from '#contract/api/cycle.ts';
import { formatDate, formatDateTime, roundFor, type Language } from '#contract/format.ts';
import type { Num as NumData } from '#contract/models.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { Num } from '../../../components/Num.tsx';
import { EmptyState, PageHead } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Author, Raw, Says, Uk } from '../../../components/Text.tsx';
import { translate, useText } from '../../../i18n/index.ts';
import { sentenceText } from '../../../i18n/sentence.ts';
import { boundsText, unitHead } from '../../../lib/numbers.ts';
import { href } from '../../../lib/route.ts';
import { shown } from '../../../lib/text.ts';
import { useView } from '../../../plan/useView.ts';

const AREAS = ['cycle', 'needs', 'groups', 'capacity', 'gaps', 'community', 'documents', 'reference'] as const;
const KINDS = ['result', 'words', 'figure', 'provenance'] as const;

/** «Зміни після затвердження»: what was approved, what it is now, who changed it. */
export function ChangesPage({ snapshot }: { readonly snapshot: string }) {
  const { t, language } = useText();
  const view = useView('snapshot.view', { snapshot }, AREAS);
  return (
    <>
      <PageHead title={t('cycle.changes')} sub={view.data && <><Raw>{view.data.info.name}</Raw>, {t('cycle.decisionOf', { number: view.data.info.decision, date: formatDate(view.data.info.decidedOn, language) })}</>}>
        {view.data && <TableActions table={() => changesTable(view.data as SnapshotView, language)} />}
        <a className="ctl" href={href('needs', { tab: 'cycle' })}>{t('common.back')}</a>
      </PageHead>
      <Loaded view={view} lines={8}>{(data) => <Changes view={data} />}</Loaded>
    </>
  );
}

function Changes({ view }: { readonly view: SnapshotView }) {
  const { t } = useText();
  const { counts, changes, info, referenceNow } = view;
  const all = counts.figures + counts.results + counts.words;
  const groups = useMemo(() => Map.groupBy(changes, (change) => change.kind), [changes]);
  return (
    <div className="cyc-changes">
      {referenceNow !== null && <Notice kind="wn">{t('cycle.referenceMoved', { was: info.referenceVersion, now: referenceNow })}</Notice>}
      {all === 0 ? <EmptyState title={t('cycle.noChanges')} text={t('cycle.noChangesText')} /> : <p>{t('cycle.changesSum', { figures: counts.figures, results: counts.results, words: counts.words })}</p>}
      {all > changes.length && <p className="note">{t('cycle.changesFirst', { count: changes.length, all })}</p>}
      {KINDS.filter((kind) => groups.has(kind)).map((kind) => (
        <section key={kind} aria-label={t(`cycle.change.${kind}`)} className="cyc-scroll">
          <h2>{t(`cycle.change.${kind}`)}</h2>
          <table className="tb">
            <thead><tr><th scope="col">{t('cycle.col.what')}</th><th scope="col" className="r">{t('cycle.col.approved')}</th><th scope="col" className="r">{t('cycle.col.now')}</th><th scope="col">{t('cycle.col.who')}</th></tr></thead>
            <tbody>{(groups.get(kind) ?? []).map((change) => <Row key={change.id} change={change} />)}</tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

function Row({ change }: { readonly change: ApprovedChange }) {
  const { t, language } = useText();
  const { what, service, group, territory, approved, now, who, kind, ref } = change;
  return (
    <tr>
      <th scope="row"><Says>{what}</Says>{[service, group, territory].map((label) => label && <span key={label.uk} className="m">, <Uk>{label}</Uk></span>)}{approved && <span className="q s"> {unitHead(approved.unit, language)}</span>}</th>
      <td className="r">{approved && <Num num={{ ...approved, ref: null }} label={t('cycle.col.approved')} bounds={differ(approved, now)} />}</td>
      <td className="r">{kind === 'provenance' ? <span className="note">{t('cycle.sourceChanged')}</span> : now && <Num num={{ ...now, ref }} label={t('cycle.col.now')} bounds={differ(approved, now)} />}</td>
      <td className="note">{who && <>{who.author !== '' && <><Author>{who.author}</Author>, </>}{formatDateTime(who.at, language)}</>}</td>
    </tr>
  );
}

/** Only the bounds differ: they are shown then. */
const differ = (approved: NumData | null, now: NumData | null): boolean =>
  approved !== null && now !== null && approved.value !== null && now.value !== null && roundFor(approved.value, approved.unit) === roundFor(now.value, now.unit);

function changesTable(view: SnapshotView, language: Language): TableOut {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const value = (num: NumData | null): number | null => (num === null || num.value === null ? null : num.unit === 'share' ? num.value : roundFor(num.value, num.unit));
  return {
    title: t('cycle.changes'), note: `${view.info.name}, ${t('cycle.decisionOf', { number: view.info.decision, date: formatDate(view.info.decidedOn, language) })}`,
    columns: [{ title: t('cycle.col.kind'), kind: 'text' }, { title: t('cycle.col.what'), kind: 'text' }, { title: t('cycle.col.service'), kind: 'text' }, { title: t('cycle.col.group'), kind: 'text' }, { title: t('cycle.col.place'), kind: 'text' }, { title: t('cycle.col.approved'), kind: 'number' }, { title: t('cycle.col.now'), kind: 'number' }, { title: t('cycle.col.bounds'), kind: 'text' }, { title: t('cycle.col.who'), kind: 'text' }],
    rows: view.changes.map((change) => [
      t(`cycle.change.${change.kind}`), sentenceText(change.what, language), ...[change.service, change.group, change.territory].map((label) => (label ? shown(label, language) : '')), value(change.approved), value(change.now),
      [change.approved, change.now].map((num) => (num ? boundsText(num, language) : null)).filter((text) => text !== null).join(' → '), change.who ? [change.who.author, formatDateTime(change.who.at, language)].filter((part) => part !== '').join(', ') : '',
    ]),
  };
}
