import { useText } from '../../../i18n/index.ts';
import { goTo, useWizard, type Step } from './wizard.ts';

/** «Назад» and «Далі» of a step; the reason why one cannot go on stands beside. */
export function StepButtons({ back, next, label, blocked = null }: { readonly back?: Step; readonly next: () => void; readonly label: string; readonly blocked?: string | null }) {
  const { t } = useText();
  const { busy } = useWizard();
  return (
    <div className="bt co-go">
      {back && <button type="button" className="ctl" disabled={busy !== null} onClick={() => goTo(back)}>{t('common.back')}</button>}
      <button type="button" className="ctl pri" disabled={busy !== null} aria-disabled={blocked !== null || undefined} aria-describedby={blocked === null ? undefined : 'co-blocked'} onClick={() => { if (blocked === null) next(); }}>{label}</button>
      {blocked !== null && <span className="note" id="co-blocked">{blocked}</span>}
    </div>
  );
}
