import { useState } from 'react';
import type { CycleView, Determination, SnapshotInfo } from '#contract/api/cycle.ts';
import { formatDate } from '#contract/format.ts';
import { APPROVED_PAPERS } from '#contract/lists.ts';
import { call } from '../../../api.ts';
import { Card } from '../../../components/Page.tsx';
import { PaperButtons } from '../../../components/PaperButtons.tsx';
import { Author, Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { plainText } from '../../../lib/text.ts';

/** What was approved: name, decision, figures; the way to the differences and to the papers. */
export function SnapshotsCard({ view, determination }: { readonly view: CycleView; readonly determination: Determination }) {
  const { t } = useText();
  const own = view.snapshots.filter((each) => determination.snapshots.includes(each.id));
  return (
    <Card title={t('cycle.snapshots')} note={own.length > 0 ? own.length : undefined}>
      {own.length === 0 && <p className="note">{t('cycle.snapshotsEmpty')}</p>}
      <ul className="cyc-list">{own.map((info) => <Snapshot key={info.id} info={info} />)}</ul>
    </Card>
  );
}

function Snapshot({ info }: { readonly info: SnapshotInfo }) {
  const { t, language } = useText();
  const [paper, setPaper] = useState<(typeof APPROVED_PAPERS)[number]>('package');
  return (
    <li>
      <div>
        <b className="w5"><Raw>{info.name}</Raw></b>
        <p className="note"><Raw>{info.body}</Raw>, {t('cycle.decisionOf', { number: info.decision, date: formatDate(info.decidedOn, language) })}</p>
        <p className="note">{t('cycle.snapshotHolds', { count: info.figures, year: info.year, version: info.referenceVersion })}{info.author !== '' && <> · <Author>{info.author}</Author></>}</p>
        {info.unknown.length > 0 && <p className="note">{t('cycle.approvedUnknown', { count: info.unknown.length })} <Raw>{info.reason}</Raw></p>}
        <div className="row" role="group" aria-label={t('common.colon', { what: t('cycle.other'), value: plainText(info.name, language) })}>
          <label className="row note">{t('cycle.other')}
            <select className="in fg-sel" value={paper} onChange={(event) => setPaper(APPROVED_PAPERS.find((each) => each === event.target.value) ?? paper)}>{APPROVED_PAPERS.map((each) => <option key={each} value={each}>{t(`cycle.papers.${each}`)}</option>)}</select>
          </label>
          <PaperButtons make={(format) => call('snapshot.paper', { snapshot: info.id, paper, language, format })} />
        </div>
      </div>
      <span className="row">
        <a className="s" href={href('needs', { tab: 'cycle', changes: info.id })} aria-label={t('common.colon', { what: t('cycle.changes'), value: plainText(info.name, language) })}>{t('cycle.changes')}</a>
        <a className="s" href={href('documents', { snapshot: info.id })} aria-label={t('common.colon', { what: t('cycle.print'), value: plainText(info.name, language) })}>{t('cycle.print')}</a>
      </span>
    </li>
  );
}
