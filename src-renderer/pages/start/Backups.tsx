import { useState } from 'react';
import type { Output } from '#contract/api.ts';
import { formatDateTime } from '#contract/format.ts';
import { asApiError, call, type ApiError } from '../../api.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { ErrorNotice, Notice } from '../../components/Notice.tsx';
import { Tx } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { navigate } from '../../lib/route.ts';
import { enterPlan } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';

type PlanFile = Output<'library.list'>[number];
type Backup = Output<'plan.backups'>[number];

/** When the newest tested backup of a plan was made, and the way to all of them. */
export function LastBackup({ plan, onShow }: { readonly plan: PlanFile; readonly onShow: (plan: PlanFile) => void }) {
  const { t, language } = useText();
  const view = useView('plan.backups', { path: plan.path }, ['library', 'plan']);
  const last = view.data?.find((backup) => backup.verified);
  if (!view.data) return null;
  return <p className="note foot">{last ? t('start.lastBackup', { at: formatDateTime(last.at, language) }) : t('start.noBackups')} {view.data.length > 0 && <button type="button" className="link" onClick={() => onShow(plan)}>{t('start.showBackups')}</button>}</p>;
}

/** Backups of a plan, newest first, with the way back; going back keeps the present file as a backup. */
export function Backups({ plan, onClose }: { readonly plan: PlanFile; readonly onClose: () => void }) {
  const { t, language } = useText();
  const view = useView('plan.backups', { path: plan.path }, ['library']);
  const [asked, setAsked] = useState<Backup | null>(null);
  const [done, setDone] = useState<Backup | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const restore = async (backup: Backup): Promise<void> => {
    try {
      const info = await call('plan.restore', { path: plan.path, backup: backup.path });
      setDone(backup);
      navigate('library', {}, true);
      await enterPlan(info);
    } catch (thrown) { setError(asApiError(thrown)); } finally { setAsked(null); }
  };
  const at = (backup: Backup): string => formatDateTime(backup.at, language);
  return (
    <Dialog title={t('start.backups.title')} onClose={onClose} wide>
      <p className="note"><Tx k="start.backups.of" p={{ file: plan.file }} /></p>
      {error && <ErrorNotice error={error} />}
      {done && <Notice kind="ok">{t('start.backups.done', { at: at(done) })}<div className="bt"><button type="button" className="ctl pri" data-autofocus onClick={() => navigate('')}>{t('start.backToPlan')}</button></div></Notice>}
      {asked && (
        <Notice kind="wn">{t('start.backups.ask', { at: at(asked) })}
          <div className="bt"><button type="button" className="ctl" onClick={() => setAsked(null)}>{t('common.cancel')}</button><button type="button" className="ctl pri" data-autofocus onClick={() => void restore(asked)}>{t('start.backups.do')}</button></div>
        </Notice>
      )}
      <Loaded view={view}>
        {(list) => (list.length === 0 ? <p>{t('start.noBackups')}</p> : (
          <table className="tb">
            <thead><tr><th scope="col">{t('start.backups.at')}</th><th scope="col">{t('start.backups.reason')}</th><th scope="col" className="r">{t('start.backups.size')}</th><th scope="col"><span className="vh">{t('start.backups.restore')}</span></th></tr></thead>
            <tbody>
              {list.map((backup) => (
                <tr key={backup.path}>
                  <th scope="row">{at(backup)}</th>
                  <td>{t(`start.backups.${backup.reason === 'restore' ? 'restoreReason' : backup.reason}`)} · {t(backup.verified ? 'start.backups.verified' : 'start.backups.notVerified')}</td>
                  <td className="r">{t('start.backups.kb', { kb: Math.ceil(backup.size / 1024) })}</td>
                  <td className="r"><button type="button" className="link" aria-label={t('start.backups.restoreAt', { at: at(backup) })} onClick={() => setAsked(backup)}>{t('start.backups.restore')}</button></td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </Loaded>
    </Dialog>
  );
}
