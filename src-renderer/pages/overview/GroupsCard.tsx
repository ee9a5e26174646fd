import { useMemo } from 'react';
import type { Output } from '#contract/api.ts';
import { ChartCard, hasValue, RangeBars, rangeTable, useWords, type RangeDatum } from '../../charts/index.ts';
import { openTrace } from '../../components/trace/store.ts';
import { useText } from '../../i18n/index.ts';
import { unitHead } from '../../lib/numbers.ts';
import { groupShort, named } from './names.ts';

/** So many groups fit the card; of them at least two that are not known, when there are. */
const SHOWN = 8;

/** Sizes of target groups: the largest first, then some that are not known. */
export function GroupsCard({ groups }: { readonly groups: Output<'overview.view'>['groups'] }) {
  const { t, language } = useText();
  const words = useWords();
  const rows = useMemo(() => groups.map(({ id, name, size }): RangeDatum => {
    const { label, ...rest } = named(name, language, groupShort(id, language));
    return { id, num: size, label: size.unit === 'family' ? `${label}, ${unitHead('family', language)}` : label, ...rest };
  }), [groups, language]);
  const shown = useMemo(() => {
    const known = rows.filter((row) => hasValue(row.num)).toSorted((a, b) => (b.num.value ?? 0) - (a.num.value ?? 0));
    const unknown = rows.filter((row) => !hasValue(row.num));
    const room = Math.min(known.length, SHOWN - Math.min(2, unknown.length));
    return [...known.slice(0, room), ...unknown.slice(0, SHOWN - room)];
  }, [rows]);
  const rest = rows.length - shown.length;
  return (
    <ChartCard title={t('overview.groups.title')} subtitle={`${unitHead('person', language)}; ${t('overview.groups.note')}`} table={rangeTable(rows, words)} onTrace={openTrace}
      note={<>{t('overview.groups.overlap')}{rest > 0 && ` ${t('overview.groups.rest', { count: rest })}`}</>}>
      <RangeBars rows={shown} onTrace={openTrace} />
    </ChartCard>
  );
}
