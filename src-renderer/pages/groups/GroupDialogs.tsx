import { useId, useState, type FormEvent } from 'react';
import type { GroupRow } from '#contract/api/groups.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { change } from '../../plan/useChange.ts';

const UNITS = ['person', 'family', 'child'] as const;

/** A target group of the community's own. */
export function AddGroup({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: () => void }) {
  const { t } = useText();
  const id = useId();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState<(typeof UNITS)[number]>('person');
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    try {
      await change('group.add', { name: name.trim(), unit });
      onAdded();
      onClose();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Dialog title={t('groups.addTitle')} onClose={onClose}>
      <form className="dlg" onSubmit={(event) => void submit(event)}>
        <div className="fld"><label htmlFor={`${id}n`}>{t('groups.addName')}</label><input id={`${id}n`} className="in" required pattern=".*\S.*" maxLength={200} value={name} data-autofocus onChange={(event) => setName(event.target.value)} /></div>
        <div className="fld"><label htmlFor={`${id}u`}>{t('groups.addUnit')}</label>
          <select id={`${id}u`} className="in" value={unit} onChange={(event) => setUnit(UNITS.find((one) => one === event.target.value) ?? 'person')}>{UNITS.map((one) => <option key={one} value={one}>{t(`units.${one}.head`)}</option>)}</select>
        </div>
        <p className="note">{t('groups.addNote')}</p>
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri">{t('groups.addDo')}</button></div>
      </form>
    </Dialog>
  );
}

/** Removing an own group takes its figures along; it can be undone. */
export function RemoveGroup({ group, onClose }: { readonly group: GroupRow; readonly onClose: () => void }) {
  const { t } = useText();
  const [error, setError] = useState<ApiError | null>(null);
  const remove = async (): Promise<void> => {
    setError(null);
    try {
      await change('group.remove', { id: group.id });
      onClose();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Dialog title={t('groups.removeTitle')} onClose={onClose}>
      <p><b className="w5"><Uk>{group.name}</Uk></b></p>
      <p className="note">{t('groups.removeNote')}</p>
      {error && <ErrorNotice error={error} />}
      <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="button" className="ctl pri" onClick={() => void remove()}>{t('groups.remove')}</button></div>
    </Dialog>
  );
}
