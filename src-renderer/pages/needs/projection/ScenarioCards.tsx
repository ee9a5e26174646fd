import { useState } from 'react';
import type { Output } from '#contract/api.ts';
import { formatNumber } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plain, plainText } from '../../../lib/text.ts';
import { chooseScenario, usePlan } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { DifferenceForm, useTargets, type Difference } from './DifferenceForm.tsx';
import { signed, TextField, useScenarioName } from './fields.tsx';

type Setup = Output<'projection.setup'>;
type Scenario = Setup['scenarios'][number];
/** A name that is asked for: of a new scenario, of a copy, or another one. */
type Naming = { readonly kind: 'add' | 'rename' | 'copy'; readonly id: string; readonly name: string };
const LISTED = 8;

/** Scenarios as lists of differences from the base: added, renamed, copied, removed, each difference changed in its place. */
export function ScenarioCards({ setup, year, root, readOnly }: { readonly setup: Setup; readonly year: number; readonly root: string; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const nameOf = useScenarioName();
  const current = usePlan((state) => state.scenario);
  const [naming, setNaming] = useState<Naming | null>(null);
  const [editing, setEditing] = useState<{ readonly scenario: string; readonly difference: Difference | null } | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const tryTo = async (work: () => Promise<unknown>): Promise<void> => { setError(null); try { await work(); } catch (thrown) { setError(asApiError(thrown)); } };
  const free = (wish: string): string => { let id = wish; for (let n = 2; setup.scenarios.some((row) => row.id === id); n++) id = `${wish}-${n}`; return id; };
  const remove = (scenario: Scenario): Promise<void> => tryTo(async () => { if (current === scenario.id) chooseScenario('base'); await change('scenario.remove', { id: scenario.id }); });
  const others = setup.scenarios.filter((row) => row.id !== 'base');
  return (
    <Card title={t('projection.scenarios.title')} note={t('projection.scenarios.note')} action={(
      <span className="row">
        {setup.suggestions.filter((row) => !row.taken).map((row) => { const name = plain(row.name, language); return <button key={row.id} type="button" className="ctl" disabled={readOnly} title={t('projection.scenarios.suggestNote', { count: row.count })} onClick={() => void tryTo(() => change('scenario.suggest', { suggestion: row.id, id: row.id, name, year, reasons: language }))}>{t('projection.scenarios.suggest', { name })}</button>; })}
        <button type="button" className="ctl" disabled={readOnly} onClick={() => setNaming({ kind: 'add', id: free('scenario'), name: '' })}>{t('projection.scenarios.add')}</button>
      </span>
    )}>
      {error && <ErrorNotice error={error} />}
      <div className="pj-cards">
        {others.map((scenario) => {
          const name = plainText(nameOf(scenario.id, scenario.name), language);
          return (
            <section key={scenario.id} className="pj-card" aria-label={name}>
              <h3><Raw>{scenario.name}</Raw></h3>
              <ul>
                {scenario.differences.map((difference) => (editing?.scenario === scenario.id && editing.difference?.id === difference.id
                  ? <li key={difference.id}><DifferenceForm difference={difference} scenario={scenario.id} setup={setup} year={year} root={root} onDone={() => setEditing(null)} /></li>
                  : <DifferenceLine key={difference.id} difference={difference} setup={setup} root={root} readOnly={readOnly} onEdit={() => setEditing({ scenario: scenario.id, difference })} onRemove={() => void tryTo(() => change('difference.remove', { id: difference.id }))} />))}
                {scenario.differences.length === 0 && scenario.figureCount === 0 && <li className="note">{t('projection.scenarios.none')}</li>}
              </ul>
              {scenario.figureCount > 0 && <Figures scenario={scenario} setup={setup} />}
              {editing?.scenario === scenario.id && editing.difference === null && <DifferenceForm difference={null} scenario={scenario.id} setup={setup} year={year} root={root} onDone={() => setEditing(null)} />}
              <div className="row" role="group" aria-label={t('projection.scenarios.manage', { name })}>
                <button type="button" className="link" disabled={readOnly} onClick={() => setEditing({ scenario: scenario.id, difference: null })}>{t('projection.difference.add')}</button>
                <button type="button" className="link" disabled={readOnly} onClick={() => setNaming({ kind: 'rename', id: scenario.id, name: scenario.name })}>{t('projection.scenarios.rename')}</button>
                <button type="button" className="link" disabled={readOnly} onClick={() => setNaming({ kind: 'copy', id: scenario.id, name: t('projection.scenarios.copyOf', { name: scenario.name }) })}>{t('projection.scenarios.copy')}</button>
                <button type="button" className="link" disabled={readOnly} onClick={() => void remove(scenario)}>{t('projection.scenarios.remove')}</button>
              </div>
            </section>
          );
        })}
      </div>
      {naming && <NameForm naming={naming} newId={free(naming.kind === 'copy' ? `${naming.id}-copy` : naming.id)} onClose={() => setNaming(null)} />}
    </Card>
  );
}

function DifferenceLine({ difference, setup, root, readOnly, onEdit, onRemove }: { readonly difference: Difference; readonly setup: Setup; readonly root: string; readonly readOnly: boolean; readonly onEdit: () => void; readonly onRemove: () => void }) {
  const { t, language } = useText();
  const targets = useTargets(setup);
  const place = setup.places.find((row) => row.id === difference.territory && row.id !== root);
  const target = targets(difference.what).find(([id]) => id === difference.target)?.[1] ?? difference.target;
  const what = [target, difference.measure === '' ? '' : t(`projection.difference.measure.${difference.measure}`), place ? plain(place.name, language) : ''].filter(Boolean).join(', ');
  const number = (n: number): string => (difference.how === 'set' ? formatNumber(n, language, { digits: { min: 0, max: 3 } }) : signed(n, language));
  const { low, high } = difference;
  const value = low === null && high === null ? number(difference.value) : t('projection.difference.ranged', { value: number(difference.value), low: number(low ?? difference.value), high: number(high ?? difference.value) });
  return (
    <li>
      <span><Raw>{t(`projection.difference.say.${difference.how}`, { what, value, fromYear: difference.from })}</Raw> <span className="note"><Raw>{difference.reason || t('projection.difference.noReason')}</Raw></span></span>
      <span className="pj-acts">
        <button type="button" className="link" disabled={readOnly} aria-label={t('projection.difference.editOf', { what: plainText(what, language) })} onClick={onEdit}>{t('projection.methods.edit')}</button>
        <button type="button" className="link" disabled={readOnly} aria-label={t('projection.difference.removeOf', { what: plainText(what, language) })} onClick={onRemove}>{t('common.remove')}</button>
      </span>
    </li>
  );
}

/** Figures of years that the scenario changes: the same kind of difference, entered number by number. */
function Figures({ scenario, setup }: { readonly scenario: Scenario; readonly setup: Setup }) {
  const { t, language } = useText();
  const number = (value: number | null): string => (value === null ? t('states.sign.unknown') : formatNumber(value, language, { digits: { min: 0, max: 2 } }));
  const of = (key: Scenario['figures'][number]['key']): string => [t(`measures.${key.measure}.full`), setup.groups.find((row) => row.group === key.group)?.name, setup.services.find((row) => row.id === key.service)?.name, setup.places.find((row) => row.id === key.territory)?.name]
    .flatMap((part) => (part === undefined || part === null ? [] : [typeof part === 'string' ? part : plain(part, language)])).join(', ');
  return (
    <details>
      <summary className="link">{t('projection.scenarios.figures', { count: scenario.figureCount })}</summary>
      <ul>{scenario.figures.slice(0, LISTED).map((figure, at) => <li key={at} className="note">{figure.key.year}: {of(figure.key)}: {number(figure.base)} → {number(figure.value)}</li>)}
        {scenario.figureCount > LISTED && <li className="note">{t('projection.scenarios.more', { count: scenario.figureCount - LISTED })}</li>}</ul>
    </details>
  );
}

function NameForm({ naming, newId, onClose }: { readonly naming: Naming; readonly newId: string; readonly onClose: () => void }) {
  const { t } = useText();
  const [name, setName] = useState(naming.name);
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (): Promise<void> => {
    setError(null);
    try {
      if (naming.kind === 'rename') await change('scenario.rename', { id: naming.id, name: name.trim() });
      else if (naming.kind === 'copy') await change('scenario.copy', { from: naming.id, id: newId, name: name.trim() });
      else await change('scenario.add', { id: newId, name: name.trim() });
      onClose();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Dialog title={t(`projection.scenarios.${naming.kind}`)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') void submit(); }}>
        <TextField label={t('projection.scenarios.name')} value={name} onChange={setName} max={120} />
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={name.trim() === ''}>{t('common.save')}</button></div>
      </form>
    </Dialog>
  );
}
