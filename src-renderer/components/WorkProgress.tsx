import { useEffect, useState } from 'react';
import type { PlanWork } from '#contract/api/plan.ts';
import { formatShare } from '#contract/format.ts';
import { call } from '../api.ts';
import { useText } from '../i18n/index.ts';

/** How often (ms) a long action of the plan is asked how far it is. */
const ASK = 200;

/** Stops the long action of the plan before its next step. */
export const stopWork = (): void => void call('plan.stop', {}).catch(() => undefined);

/** How far the long action of the plan is that this page has begun, with a way to stop it; its last step cannot be stopped. */
export function WorkProgress({ what }: { readonly what: PlanWork['what'] }) {
  const { t, language } = useText();
  const [work, setWork] = useState<PlanWork | null>(null);
  const [stopping, setStopping] = useState(false);
  useEffect(() => {
    let alive = true;
    const timer = window.setInterval(() => {
      call('plan.work', {}).then((now) => { if (alive && now?.what === what) setWork(now); }, () => undefined);
    }, ASK);
    return () => { alive = false; window.clearInterval(timer); };
  }, [what]);
  const share = work === null ? 0 : work.done / work.of;
  const step = t(`jobs.step.${work?.step ?? 'start'}`);
  return (
    <div className="stack" role="status">
      <div className="bar" role="progressbar" aria-label={t('jobs.bar')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)}><i style={{ width: `${Math.max(3, Math.round(share * 100))}%` }} /></div>
      <p className="note">
        {t('jobs.share', { step, share: formatShare(share, language, 0) })}{' '}
        {stopping ? t('jobs.stopping') : work?.step !== 'shrink' && <button type="button" className="link" onClick={() => { setStopping(true); stopWork(); }}>{t('jobs.stop')}</button>}
      </p>
    </div>
  );
}
