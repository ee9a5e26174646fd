import { useId, useState, type FormEvent } from 'react';
import { asApiError, type ApiError } from '../../api.ts';
import { useText } from '../../i18n/index.ts';
import { chooseScenario, chooseYear } from '../../plan/store.ts';
import { useChange } from '../../plan/useChange.ts';
import { Dialog } from '../Dialog.tsx';
import { ErrorNotice } from '../Notice.tsx';

/** A new year of the plan, usually carried over from the last one. */
export function AddYear({ years, onClose }: { readonly years: readonly number[]; readonly onClose: () => void }) {
  const { t } = useText();
  const change = useChange();
  const id = useId();
  const last = years.at(-1);
  const [year, setYear] = useState(String((last ?? new Date().getFullYear()) + 1));
  const [from, setFrom] = useState(last === undefined ? '' : String(last));
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await change('year.add', { year: Number(year), from: from === '' ? null : Number(from) });
      onClose();
      chooseYear(Number(year));
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Dialog title={t('shell.addYearTitle')} onClose={onClose}>
      <form className="dlg" onSubmit={(event) => void submit(event)}>
        <div className="fld"><label htmlFor={`${id}y`}>{t('shell.addYearNew')}</label><input id={`${id}y`} className="in" type="number" min={1991} max={2100} required value={year} data-autofocus onChange={(event) => setYear(event.target.value)} /></div>
        <div className="fld"><label htmlFor={`${id}f`}>{t('shell.addYearFrom')}</label>
          <select id={`${id}f`} className="in" value={from} onChange={(event) => setFrom(event.target.value)}>
            {[...years].reverse().map((one) => <option key={one} value={one}>{one}</option>)}<option value="">{t('shell.addYearEmpty')}</option>
          </select>
        </div>
        <p className="note">{t('shell.addYearNote')}</p>
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri">{t('shell.addYearDo')}</button></div>
      </form>
    </Dialog>
  );
}

/** A new scenario: an empty list of differences from the base. */
export function AddScenario({ taken, onClose }: { readonly taken: readonly string[]; readonly onClose: () => void }) {
  const { t } = useText();
  const change = useChange();
  const id = useId();
  const [name, setName] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    let n = 1;
    while (taken.includes(`s${n}`)) n += 1;
    try {
      await change('scenario.add', { id: `s${n}`, name: name.trim() });
      onClose();
      chooseScenario(`s${n}`);
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Dialog title={t('shell.addScenarioTitle')} onClose={onClose}>
      <form className="dlg" onSubmit={(event) => void submit(event)}>
        <div className="fld"><label htmlFor={id}>{t('shell.addScenarioName')}</label><input id={id} className="in" required maxLength={120} value={name} data-autofocus onChange={(event) => setName(event.target.value)} /></div>
        <p className="note">{t('shell.addScenarioNote')}</p>
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri">{t('shell.addScenarioDo')}</button></div>
      </form>
    </Dialog>
  );
}
