import { Num } from '../../../components/Num.tsx';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { LIMITS, useAsk } from '../reach/ask.ts';

const WITHIN = LIMITS[1];

/** What the entrance means for reach: who gets to the facility by car, and who does where only an accessible entrance and transport count. */
export function ReachEffect({ facility }: { readonly facility: string }) {
  const { t } = useText();
  const scope = useScope();
  const [, ask] = useAsk(usePlan((plan) => plan.info?.path ?? ''));
  const of = { target: facility, service: '', mode: 'car', within: WITHIN, who: 'population' } as const;
  const areas = ['capacity', 'reference', 'groups', 'needs', 'community'] as const;
  const views = [useView('reach.view', { ...scope, ...of }, areas), useView('reach.view', { ...scope, ...of, barrierFree: true }, areas)];
  const [all, free] = views.map(({ data }) => data?.bands.find((band) => band.within === WITHIN)?.people);
  if (!all || !free) return null;
  return (
    <p className="note">{t('access.reach.about', { n: WITHIN })} {t('access.reach.all')} – <b><Num num={all} label={t('access.reach.all')} /></b>; {t('access.reach.free')} – <b><Num num={free} label={t('access.reach.free')} /></b>. <a href={href('capacity', { tab: 'reach' })} onClick={() => ask({ ...of, barrierFree: true })}>{t('access.reach.open')}</a></p>
  );
}
