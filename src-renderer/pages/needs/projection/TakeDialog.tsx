import { useState } from 'react';
import type { Output } from '#contract/api.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { hasValue } from '../../../charts/index.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { plain } from '../../../lib/text.ts';
import { chooseYear } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { TextField, useScenarioName } from './fields.tsx';

/** Takes projected numbers over as figures of a year, in one step. */
export function TakeDialog({ data, scenario, onClose }: { readonly data: Output<'projection.view'>; readonly scenario: string; readonly onClose: () => void }) {
  const { t, language } = useText();
  const nameOf = useScenarioName();
  const known = data.groups.filter((group) => group.choice.method !== 'none' && group.years.slice(1).some(hasValue));
  const [target, setTarget] = useState(data.target);
  const [population, setPopulation] = useState(true);
  const [groups, setGroups] = useState<ReadonlySet<string>>(() => new Set(known.map((group) => group.id)));
  const [replace, setReplace] = useState(false);
  const [source, setSource] = useState(() => t('projection.take.source', { fromYear: data.start, scenario: nameOf(scenario) }));
  const [error, setError] = useState<ApiError | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const toggle = (id: string): void => setGroups((before) => { const next = new Set(before); if (!next.delete(id)) next.add(id); return next; });
  const run = async (): Promise<void> => {
    setError(null);
    setDone(null);
    try {
      await change('projection.take', { year: data.start, scenario, territory: data.territory, horizon: data.target - data.start, target, population, groups: [...groups], source: source.trim(), replace });
      setDone(target);
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Dialog title={t('projection.take.title')} onClose={onClose} wide>
      <p className="note">{t('projection.take.note')}</p>
      <div className="fld fg-short"><label htmlFor="pj-take">{t('projection.take.year')}</label>
        <select id="pj-take" className="in" value={target} onChange={(event) => setTarget(Number(event.target.value))}>{data.years.slice(1).map((year) => <option key={year} value={year}>{year}</option>)}</select></div>
      <label className="row"><input type="checkbox" checked={population} onChange={() => setPopulation(!population)} /> {t('projection.take.population')}</label>
      <fieldset className="pj-set">
        <legend className="w5">{t('projection.take.groups', { n: groups.size })}</legend>
        <div className="row"><button type="button" className="link" onClick={() => setGroups(new Set(known.map((group) => group.id)))}>{t('projection.take.all')}</button><button type="button" className="link" onClick={() => setGroups(new Set())}>{t('projection.take.noneOf')}</button></div>
        <div className="pj-checks">{known.map((group) => <label key={group.id}><input type="checkbox" checked={groups.has(group.id)} onChange={() => toggle(group.id)} /> {plain(group.name, language)}</label>)}</div>
      </fieldset>
      <TextField label={t('projection.parameters.source')} value={source} onChange={setSource} />
      <label className="row"><input type="checkbox" checked={replace} onChange={() => setReplace(!replace)} /> {t('projection.take.replace')}</label>
      {error && <ErrorNotice error={error} />}
      {done !== null && <Notice kind="ok">{t('projection.take.done', { year: done })} <button type="button" className="link" onClick={() => { chooseYear(done); onClose(); }}>{t('projection.take.goTo', { year: done })}</button></Notice>}
      <div className="bt">
        <button type="button" className="ctl" onClick={onClose}>{t(done === null ? 'common.cancel' : 'common.close')}</button>
        <button type="button" className="ctl pri" disabled={source.trim() === '' || (!population && groups.size === 0)} onClick={() => void run()}>{t('projection.take.run')}</button>
      </div>
    </Dialog>
  );
}
