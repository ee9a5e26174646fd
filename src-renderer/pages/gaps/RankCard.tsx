import { useState } from 'react';
import { ScoreBars } from '../../charts/index.ts';
import { Icon } from '../../components/Icon.tsx';
import { Card } from '../../components/Page.tsx';
import { openTrace } from '../../components/trace/store.ts';
import { useText } from '../../i18n/index.ts';
import { cellHref, href } from '../../lib/route.ts';
import { firstMissing, rankRows, type Gaps } from './data.ts';
import { PARTS, WeightsEditor } from './WeightsEditor.tsx';

/** Which gap comes first: score, its parts, the reason in words; the weights are the community's to set. */
export function RankCard({ view }: { readonly view: Gaps }) {
  const { t, language } = useText();
  const [editing, setEditing] = useState(false);
  const first = firstMissing(view);
  const rows = rankRows(view, language);
  return (
    <Card title={t('gaps.rank.title')} note={t('gaps.rank.scale')} className="gp-rank" action={<button type="button" className="link" aria-expanded={editing} onClick={() => setEditing(!editing)}>{t('gaps.rank.weights')}</button>}>
      {editing
        ? <WeightsEditor weights={view.weights} onDone={() => setEditing(false)} />
        : <p className="note gp-formula">{PARTS.map((id) => t(`gaps.part.${id}`, { points: view.weights[id] })).join(' + ')}</p>}
      {rows.length === 0 ? <p className="note gp-none">{t('gaps.rank.empty')}</p> : <ScoreBars rows={rows} onTrace={(ref) => openTrace(ref)} name={t('gaps.rank.title')} />}
      {view.notRanked > 0 && (
        <p className="note gp-next"><Icon name="flag" size={14} /><span>{t('gaps.rank.notRanked', { count: view.notRanked })} <a href={first ? cellHref('needs', first) : href('needs')}>{t('gaps.rank.enter')}</a></span></p>
      )}
      <p className="note gp-own">{t('gaps.rank.own')}</p>
    </Card>
  );
}
