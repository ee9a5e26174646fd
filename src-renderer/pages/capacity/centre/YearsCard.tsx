import { ChartCard, hasValue, LineRange, lineTable, MOST_LINES, useWords, type LineSeries } from '../../../charts/index.ts';
import { openTrace } from '../../../components/trace/store.ts';
import { useText } from '../../../i18n/index.ts';
import { plain, shown } from '../../../lib/text.ts';
import { langOf } from '../../needs/projection/fields.tsx';
import { short } from '../../needs/projection/GroupLines.tsx';
import type { Centre } from './names.ts';

/** People served through the years; the table has filled posts and spending too. */
export function YearsCard({ centre }: { readonly centre: Centre }) {
  const { t, language } = useText();
  const words = useWords();
  const years = centre.years.map((row) => row.year);
  const served: readonly LineSeries[] = centre.services.map((service, at) => ({
    id: service.id, label: short(shown(service.name, language)), lang: langOf(shown(service.name, language), language), full: shown(service.name, language), nums: centre.years.flatMap((row) => row.served[at] ?? []),
  }));
  const drawn = served.filter((one) => one.nums.filter(hasValue).length > 1).slice(0, MOST_LINES);
  const rest: readonly LineSeries[] = [{ id: 'posts', label: t('centre.col.postsFilled'), nums: centre.years.map((row) => row.postsFilled) }, { id: 'cost', label: t('centre.col.cost'), nums: centre.years.map((row) => row.cost) }];
  if (!served.some((one) => one.nums.some(hasValue))) return null;
  const span = { fromYear: years[0] ?? 0, toYear: years.at(-1) ?? 0 };
  return (
    <ChartCard title={t('centre.years.title')} subtitle={t('centre.years.sub', span)} table={lineTable([...served, ...rest], years, words, t('projection.people.year'))} onTrace={openTrace}
      note={drawn.length === 0 ? t('centre.years.one') : undefined}>
      {drawn.length > 0 && <LineRange years={years} series={drawn} axisNote={t('projection.line.axis')} height={200} name={t('centre.years.aria', { ...span, series: centre.services.filter((service) => drawn.some((one) => one.id === service.id)).map((service) => plain(service.name, language)).join('; ') })} />}
    </ChartCard>
  );
}
