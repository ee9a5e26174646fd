import type { Output } from '#contract/api.ts';
import { ChartCard, RangeBars, rangeTable, SegmentedBar, segmentTable, useWords, type Segment, type SegmentLook } from '../../../charts/index.ts';
import { openTrace } from '../../../components/trace/store.ts';
import { useText } from '../../../i18n/index.ts';
import { unitHead } from '../../../lib/numbers.ts';
import { plain } from '../../../lib/text.ts';

type View = Output<'reach.view'>;
const BANDS: readonly (readonly [View['rows'][number]['band'], SegmentLook])[] = [['15', 'full'], ['30', 'half'], ['60', 'soft'], ['more', 'lack'], ['no', 'lack'], ['', 'unknown']];

/** People within 15, 30, 60 minutes, and the settlements by how far they are. */
export function Bars({ data }: { readonly data: View }) {
  const { t, language } = useText();
  const words = useWords();
  const by = t(`reach.by.${data.asked.mode}`);
  // The wider comes first: where it holds as many, it still stands above the narrower.
  const people = [{ id: 'all', label: t('reach.bars.all'), num: data.people }, ...data.bands.map((band) => ({ id: String(band.within), label: t('reach.bars.within', { count: band.within }), num: band.people })).toReversed()];
  const parts = BANDS.map(([band, look]): Segment => ({
    id: band === '' ? 'unknown' : band, look, label: t(`reach.band.${band === '' ? 'unknown' : band}`),
    items: data.rows.filter((row) => row.band === band).map((row) => ({ id: row.id, label: plain(row.name, language), ref: row.minutes.ref })),
  })).filter((part) => part.items.length > 0);
  return (
    <div className="pj-two">
      <ChartCard title={t('reach.bars.people')} subtitle={`${unitHead(data.people.unit, language)}, ${by}`} table={rangeTable(people, words, t('reach.bars.head'))} onTrace={openTrace} note={t(data.bands.some(({ people: { value, low } }) => value === null && low !== null) ? 'reach.bars.atLeast' : 'reach.bars.note')}>
        <RangeBars rows={people} onTrace={openTrace} name={t('reach.bars.people')} />
      </ChartCard>
      <ChartCard title={t('reach.bars.places')} subtitle={by} table={segmentTable(parts, words)} onTrace={openTrace}>
        <SegmentedBar parts={parts} onTrace={openTrace} />
      </ChartCard>
    </div>
  );
}
