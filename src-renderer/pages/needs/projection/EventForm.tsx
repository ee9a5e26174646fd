import { useState, type FormEvent } from 'react';
import type { Output } from '#contract/api.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { shown } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { ChoiceField, placeOptions, readNumber, TextField, typed, useScenarioName } from './fields.tsx';

type Setup = Output<'projection.setup'>;
type Event = Setup['events'][number];
type Kind = Event['kind'];

/** What an event of a kind usually is; every part can be changed. */
const USUAL: Readonly<Record<Kind, { readonly fewer: boolean; readonly group: string; readonly ages: readonly [number, number] }>> = {
  idp_arrival: { fewer: false, group: 'idp', ages: [0, 200] }, idp_return: { fewer: true, group: 'idp', ages: [0, 200] }, veterans_return: { fewer: false, group: 'veterans', ages: [18, 59] },
  line_move: { fewer: true, group: '', ages: [0, 200] }, evacuation: { fewer: true, group: '', ages: [0, 200] }, school_closure: { fewer: true, group: '', ages: [0, 44] }, other: { fewer: false, group: '', ages: [0, 200] },
};
const KINDS = Object.keys(USUAL) as Kind[];
const SIDES = ['low', 'base', 'high'] as const;

/** Adds or changes an event. People are typed as they are counted, the direction says whether they come or leave. */
export function EventForm({ event, setup, year, root, onDone }: { readonly event: Event | null; readonly setup: Setup; readonly year: number; readonly root: string; readonly onDone: () => void }) {
  const { t, language } = useText();
  const nameOf = useScenarioName();
  const [kind, setKind] = useState<Kind>(event?.kind ?? 'idp_arrival');
  const [name, setName] = useState(event?.name ?? t('projection.kind.idp_arrival'));
  const [fewer, setFewer] = useState(event ? event.base < 0 : false);
  const [text, setText] = useState(() => {
    const sides = event ? (event.base < 0 ? [-event.high, -event.base, -event.low] : [event.low, event.base, event.high]) : [null, null, null];
    return { from: String(event?.from ?? year + 1), to: String(event?.to ?? year + 1), ageFrom: String(event?.ageFrom ?? 0), ageTo: event && event.ageTo < 200 ? String(event.ageTo) : '', source: event?.source ?? '', note: event?.note ?? '', low: typed(sides[0] ?? null, language), base: typed(sides[1] ?? null, language), high: typed(sides[2] ?? null, language) };
  });
  const [choice, setChoice] = useState({ territory: event?.territory ?? '', group: event?.group ?? 'idp', scenario: event?.scenario ?? 'base', unit: event?.unit ?? 'person', sex: event?.sex ?? 'all' });
  const [moves, setMoves] = useState(event?.moves ?? true);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<ApiError | null>(null);
  const put = (field: keyof typeof text) => (value: string): void => { setText((before) => ({ ...before, [field]: value })); setWrong({}); };
  const pick = <F extends keyof typeof choice>(field: F) => (value: (typeof choice)[F]): void => setChoice((before) => ({ ...before, [field]: value }));
  const toKind = (next: Kind): void => {
    if (name === '' || KINDS.some((each) => name === t(`projection.kind.${each}`))) setName(t(`projection.kind.${next}`));
    const usual = USUAL[next];
    setKind(next);
    setFewer(usual.fewer);
    setChoice((before) => ({ ...before, group: setup.groups.some((row) => row.group === usual.group) ? usual.group : '' }));
    setText((before) => ({ ...before, ageFrom: String(usual.ages[0]), ageTo: usual.ages[1] >= 200 ? '' : String(usual.ages[1]) }));
  };
  const submit = async (submitted: FormEvent): Promise<void> => {
    submitted.preventDefault();
    const base = readNumber(text.base, language);
    // One number alone is all three: no range was thought of.
    const [low, high] = (['low', 'high'] as const).map((side) => (text[side].trim() === '' ? base : readNumber(text[side], language)));
    const years = [text.from, text.to].map((one) => readNumber(one, language));
    const ages = [text.ageFrom.trim() === '' ? 0 : readNumber(text.ageFrom, language), text.ageTo.trim() === '' ? 200 : readNumber(text.ageTo, language)];
    const found: Record<string, string> = {};
    for (const [field, value] of [['base', base], ['low', low], ['high', high], ['from', years[0]], ['to', years[1]], ['ageFrom', ages[0]], ['ageTo', ages[1]]] as const) if (value === null || value === undefined || value < 0) found[field] = t('projection.events.needNumber');
    if (base !== null && low !== null && high !== null && low !== undefined && high !== undefined && (low > base || base > high)) found['low'] = t('projection.events.order');
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const sign = fewer ? -1 : 1;
    const [first = 0, second = 0, third = 0] = (fewer ? [high, base, low] : [low, base, high]).map((value) => sign * (value ?? 0));
    setError(null);
    try {
      await change('event.put', {
        ...(event ? { id: event.id } : {}), kind, name: name.trim(), ...choice, moves, from: years[0] ?? year, to: years[1] ?? year, low: first, base: second, high: third,
        ageFrom: ages[0] ?? 0, ageTo: ages[1] ?? 200, source: text.source.trim(), note: text.note.trim(),
      });
      onDone();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const number = (field: keyof typeof text, label: string) => <TextField key={field} label={label} value={text[field]} onChange={put(field)} max={20} error={wrong[field] ?? null} numeric />;
  return (
    <form className="pj-form" onSubmit={(submitted) => void submit(submitted)}>
      <ChoiceField label={t('projection.events.kind')} value={kind} options={KINDS.map((each) => [each, t(`projection.kind.${each}`)])} onChange={toKind} />
      <TextField label={t('projection.events.name')} value={name} onChange={setName} max={200} />
      <ChoiceField label={t('projection.events.where')} value={choice.territory} options={placeOptions(setup.places, root, t('projection.events.whole'), language)} onChange={pick('territory')} />
      <ChoiceField label={t('projection.events.scenario')} value={choice.scenario} options={setup.scenarios.map((row) => [row.id, row.id === 'base' ? t('projection.events.everywhere') : nameOf(row.id, row.name)])} onChange={pick('scenario')} />
      {number('from', t('projection.events.from'))}{number('to', t('projection.events.to'))}
      <ChoiceField label={t('projection.events.direction')} value={fewer ? 'fewer' : 'more'} options={[['more', t('projection.events.more')], ['fewer', t('projection.events.fewer')]]} onChange={(value) => setFewer(value === 'fewer')} />
      <ChoiceField label={t('projection.events.unit')} value={choice.unit} options={(['person', 'percent'] as const).map((each) => [each, t(`projection.events.units.${each}`)])} onChange={pick('unit')} />
      {SIDES.map((side) => number(side, t(`projection.events.${side}`)))}
      <ChoiceField label={t('projection.events.group')} value={choice.group} options={[['', t('projection.events.noGroup')], ...setup.groups.map((row) => [row.group, shown(row.name, language)] as const)]} onChange={pick('group')} />
      {number('ageFrom', t('projection.methods.from'))}{number('ageTo', t('projection.methods.to'))}
      <ChoiceField label={t('projection.methods.sex')} value={choice.sex} options={(['all', 'female', 'male'] as const).map((each) => [each, t(`projection.sex.${each}`)])} onChange={pick('sex')} />
      <label className="row pj-wide"><input type="checkbox" checked={moves} onChange={() => setMoves(!moves)} /> {t('projection.events.moves')} <span className="note">{t('projection.events.movesNote')}</span></label>
      <div className="pj-wide"><TextField label={t('projection.events.source')} value={text.source} onChange={put('source')} /></div>
      <div className="pj-wide"><TextField label={t('projection.events.notes')} value={text.note} onChange={put('note')} max={1000} /></div>
      {error && <div className="pj-wide"><ErrorNotice error={error} /></div>}
      <div className="bt pj-wide">
        <button type="submit" className="ctl pri">{t('common.save')}</button>
        <button type="button" className="ctl" onClick={onDone}>{t('common.cancel')}</button>
      </div>
    </form>
  );
}

