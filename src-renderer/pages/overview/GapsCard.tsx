import { useMemo } from 'react';
import type { Output } from '#contract/api.ts';
import { ChartCard, GapDumbbell, gapTable, useWords, type GapDatum } from '../../charts/index.ts';
import { openTrace } from '../../components/trace/store.ts';
import { useText } from '../../i18n/index.ts';
import { useScope } from '../../plan/store.ts';
import { serviceNamed } from './names.ts';

/** The largest gaps: need against what there is. */
export function GapsCard({ gaps }: { readonly gaps: Output<'overview.view'>['gaps'] }) {
  const { t, language } = useText();
  const words = useWords();
  const { year } = useScope();
  const rows = useMemo(() => gaps.map(({ service, ...nums }): GapDatum => ({ id: service.id, code: service.code, ...serviceNamed(service, language), ...nums })), [gaps, language]);
  return (
    <ChartCard title={t('overview.gaps.title')} subtitle={t('overview.gaps.unit', { year })} table={gapTable(rows, words)} onTrace={openTrace}>
      <GapDumbbell rows={rows} onTrace={openTrace} />
    </ChartCard>
  );
}
