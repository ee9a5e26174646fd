import { useMemo } from 'react';
import type { Output } from '#contract/api.ts';
import type { TraceRef } from '#contract/models.ts';
import { ChartCard, SegmentedBar, segmentTable, useWords, type Segment, type SegmentLook } from '../../charts/index.ts';
import { openTrace } from '../../components/trace/store.ts';
import { useText } from '../../i18n/index.ts';
import { usePlan, useScope } from '../../plan/store.ts';
import { serviceNamed } from './names.ts';

const LOOKS: Readonly<Record<Output<'overview.view'>['basic'][number]['id'], SegmentLook>> = { known: 'full', unconfirmed: 'soft', none: 'lack', unknown: 'unknown' };

/** Basic services told apart: provided with a known need, without one, not provided, not known. A code opens the explanation of the service's need. */
export function BasicCard({ basic }: { readonly basic: Output<'overview.view'>['basic'] }) {
  const { t, language } = useText();
  const words = useWords();
  const { year, scenario } = useScope();
  const root = usePlan().view?.root ?? '';
  const parts = useMemo(() => basic.map(({ id, services }): Segment => ({
    id, look: LOOKS[id], label: t(`overview.basic.${id}`),
    items: services.map((service) => {
      const name = serviceNamed(service, language);
      const ref: TraceRef = { kind: 'result', result: 'generalNeed', service: service.id, group: '', territory: root, year, scenario };
      return { id: service.id, label: service.code ?? name.label, full: name.full ?? name.label, ref };
    }),
  })), [basic, t, language, root, year, scenario]);
  const all = parts.reduce((n, part) => n + part.items.length, 0);
  return (
    <ChartCard title={t('overview.basic.title')} subtitle={t('overview.basic.note', { all })} table={segmentTable(parts, words)} onTrace={openTrace}>
      <SegmentedBar parts={parts} onTrace={openTrace} />
    </ChartCard>
  );
}
