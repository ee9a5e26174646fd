import { useState, type FormEvent } from 'react';
import type { Output } from '#contract/api.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { shown } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { ChoiceField, placeOptions, readNumber, TextField, typed } from './fields.tsx';
import { nameOf } from './ParametersView.tsx';

type Setup = Output<'projection.setup'>;
export type Difference = Setup['scenarios'][number]['differences'][number];
const WHATS = ['group', 'population', 'measure', 'parameter', 'event'] as const;
/** Parameters a scenario changes; a whole life table is changed by its level. */
const PARAMETERS = ['tfr', 'mortality', 'migration', 'sexRatio'] as const;

/** What may be changed, by kind: id and name. */
export function useTargets(setup: Setup): (what: Difference['what']) => readonly (readonly [string, string])[] {
  const { t, language } = useText();
  return (what) => {
    switch (what) {
      case 'group': return setup.groups.map((row) => [row.group, shown(row.name, language)]);
      case 'measure': return setup.services.map((row) => [row.id, [row.code ?? '', row.name ? shown(row.name, language) : ''].join(' ').trim()]);
      case 'parameter': return PARAMETERS.map((id) => [id, nameOf(id, t)]);
      case 'event': return setup.events.map((row) => [row.id, row.name || t(`projection.kind.${row.kind}`)]);
      default: return [['', t('projection.difference.whats.population')]];
    }
  };
}

/** Adds or changes one difference of a scenario from the base. */
export function DifferenceForm({ difference, scenario, setup, year, root, onDone }: { readonly difference: Difference | null; readonly scenario: string; readonly setup: Setup; readonly year: number; readonly root: string; readonly onDone: () => void }) {
  const { t, language } = useText();
  const targets = useTargets(setup);
  const [what, setWhat] = useState<Difference['what']>(difference?.what ?? 'group');
  const [target, setTarget] = useState(difference?.target ?? targets('group')[0]?.[0] ?? '');
  const [measure, setMeasure] = useState<'identified' | 'served'>(difference?.measure === 'served' ? 'served' : 'identified');
  const [territory, setTerritory] = useState(difference?.territory ?? '');
  const [how, setHow] = useState<Difference['how']>(difference?.how ?? 'percent');
  const [text, setText] = useState({ from: String(difference?.from ?? year + 1), low: typed(difference?.low ?? null, language), value: typed(difference?.value ?? null, language), high: typed(difference?.high ?? null, language), reason: difference?.reason ?? '' });
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<ApiError | null>(null);
  const put = (field: keyof typeof text) => (value: string): void => { setText((before) => ({ ...before, [field]: value })); setWrong({}); };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const from = readNumber(text.from, language), value = readNumber(text.value, language);
    // One number alone has no range.
    const [low, high] = (['low', 'high'] as const).map((side) => (text[side].trim() === '' ? null : readNumber(text[side], language)));
    const unread = (['low', 'high'] as const).find((side) => text[side].trim() !== '' && readNumber(text[side], language) === null);
    const found = { ...(from === null ? { from: t('projection.events.needNumber') } : {}), ...(value === null ? { value: t('projection.events.needNumber') } : {}) };
    if (unread !== undefined) Object.assign(found, { [unread]: t('projection.events.needNumber') });
    else if (value !== null && ((low ?? value) > value || (high ?? value) < value)) Object.assign(found, { low: t('projection.events.order') });
    setWrong(found);
    if (from === null || value === null || Object.keys(found).length > 0) return;
    setError(null);
    try {
      await change('difference.put', { ...(difference ? { id: difference.id } : {}), scenario, what, target, measure: what === 'measure' ? measure : '', territory: what === 'event' ? '' : territory, from, how, low: low ?? null, value, high: high ?? null, reason: text.reason.trim() });
      onDone();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const options = targets(what);
  return (
    <form className="pj-form" onSubmit={(event) => void submit(event)}>
      <ChoiceField label={t('projection.difference.what')} value={what} options={WHATS.filter((each) => targets(each).length > 0).map((each) => [each, t(`projection.difference.whats.${each}`)])} onChange={(next) => { setWhat(next); setTarget(targets(next)[0]?.[0] ?? ''); }} />
      {what !== 'population' && <ChoiceField label={t('projection.difference.target')} value={target} options={options} onChange={setTarget} />}
      {what === 'measure' && <ChoiceField label={t('projection.difference.measureLabel')} value={measure} options={(['identified', 'served'] as const).map((each) => [each, t(`projection.difference.measure.${each}`)])} onChange={setMeasure} />}
      {what !== 'event' && (what !== 'parameter' || target === 'migration') && <ChoiceField label={t('projection.difference.where')} value={territory} options={placeOptions(setup.places, root, t('projection.events.whole'), language)} onChange={setTerritory} />}
      <TextField label={t('projection.difference.from')} value={text.from} onChange={put('from')} max={4} error={wrong['from'] ?? null} numeric />
      <ChoiceField label={t('projection.difference.how')} value={how} options={(['percent', 'number', 'set'] as const).map((each) => [each, t(`projection.difference.hows.${each}`)])} onChange={setHow} />
      {(['value', 'low', 'high'] as const).map((side) => <TextField key={side} label={t(`projection.difference.${side}`)} value={text[side]} onChange={put(side)} max={20} error={wrong[side] ?? null} numeric />)}
      <div className="pj-wide"><TextField label={t('projection.difference.reason')} value={text.reason} onChange={put('reason')} max={1000} /></div>
      {error && <div className="pj-wide"><ErrorNotice error={error} /></div>}
      <div className="bt pj-wide">
        <button type="submit" className="ctl pri">{t('common.save')}</button>
        <button type="button" className="ctl" onClick={onDone}>{t('common.cancel')}</button>
      </div>
    </form>
  );
}
