import { useId, useState, type FormEvent } from 'react';
import type { ServiceInfo } from '#contract/api/needs.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { useText } from '../../i18n/index.ts';
import { langOfText } from '../../lib/text.ts';
import { change } from '../../plan/useChange.ts';

/** Enters the official name of a service whose name is not confirmed, with the act it was read in. */
export function NameDialog({ service, onClose }: { readonly service: Pick<ServiceInfo, 'id' | 'code' | 'name'>; readonly onClose: () => void }) {
  const { t } = useText();
  const id = useId();
  const [name, setName] = useState(service.name?.uk ?? '');
  const [source, setSource] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    try {
      await change('service.setName', { service: service.id, name: name.trim(), source: source.trim() });
      onClose();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Dialog title={t('needs.nameTitle', { code: service.code ?? '' })} onClose={onClose}>
      <form className="dlg" onSubmit={(event) => void submit(event)}>
        <p className="note">{t('needs.nameAbout')}</p>
        <div className="fld"><label htmlFor={`${id}n`}>{t('needs.nameField')}</label><input id={`${id}n`} className="in" lang="uk" maxLength={300} data-autofocus value={name} onChange={(event) => setName(event.target.value)} /></div>
        <div className="fld"><label htmlFor={`${id}s`}>{t('needs.nameSource')}</label><input id={`${id}s`} className="in" maxLength={400} value={source} lang={langOfText(source)} onChange={(event) => setSource(event.target.value)} /></div>
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri">{t('common.save')}</button></div>
      </form>
    </Dialog>
  );
}
