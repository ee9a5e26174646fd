import type { Stage } from '#contract/api/cycle.ts';
import { formatDate } from '#contract/format.ts';
import { Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { href } from '../../lib/route.ts';
import { usePlan } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { nameOf, StageMark } from '../needs/cycle/parts.tsx';

/** The determination of needs in one line: each stage with its state and date, what is late, and what changed since the approval. */
export function CycleCard() {
  const { t, language } = useText();
  const { year, scenario } = usePlan();
  const view = useView('cycle.view', {}, ['cycle', 'collection']).data;
  const shown = view?.determinations.find((each) => each.year === year) ?? view?.determinations[0];
  const snapshot = view?.snapshots.find((each) => each.year === year && each.scenario === scenario);
  const changes = useView('snapshot.view', snapshot ? { snapshot: snapshot.id, limit: 0 } : null, ['cycle', 'needs', 'groups', 'capacity', 'gaps', 'community', 'documents']).data;
  if (!view) return null;
  if (!shown) return <section className="card ov-cycle" aria-label={t('cycle.card.title')}><h2>{t('cycle.card.title')}</h2><span className="note">{t('cycle.card.none')}</span><a href={href('needs', { tab: 'cycle' })}>{t('cycle.card.start')}</a></section>;
  const late = shown.stages.filter((stage) => stage.lateDays > 0).length;
  const sheetsLate = shown.stages.find((stage) => stage.id === 'collection')?.sheets?.late ?? 0;
  const counts = changes?.info.id === snapshot?.id ? changes?.counts : undefined;
  const changed = counts ? counts.figures + counts.results + counts.words : 0;
  return (
    <section className="card ov-cycle" aria-label={t('cycle.card.title')}>
      <h2>{nameOf(view, shown, language)}</h2>
      <span className={late > 0 ? 'cyc-late w5' : 'note'}>{late > 0 ? t('cycle.card.late', { count: late }) : sheetsLate === 0 && t('cycle.card.onTime')}</span>
      {sheetsLate > 0 && <a className="cyc-late w5" href={href('collection', { tab: 'sheets' })}>{t('cycle.sheets.lateCard', { count: sheetsLate })}</a>}
      {snapshot && counts && (changed > 0 ? <a href={href('needs', { tab: 'cycle', changes: snapshot.id })}>{t('cycle.card.changed', { count: changed })}</a> : <span className="note">{t('cycle.card.unchanged')}</span>)}
      <a href={href('needs', { tab: 'cycle', d: shown.id })}>{t('cycle.card.open')}</a>
      <ol>{shown.stages.map((stage) => <Chip key={stage.id} stage={stage} />)}</ol>
    </section>
  );
}

/** Name, state and the day that matters: done, or the planned end. */
function Chip({ stage }: { readonly stage: Stage }) {
  const { language } = useText();
  const day = stage.done || (stage.state === 'skipped' ? '' : stage.to);
  return <li><Uk>{stage.name}</Uk><span className="row">{day !== '' && <span className="q s">{formatDate(day, language)}</span>}<StageMark stage={stage} /></span></li>;
}
