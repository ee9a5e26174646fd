import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { CapacityView, Provider, ProviderKind, Sector, YesNo } from '#contract/api/capacity.ts';
import { compareText } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ownFigure, type Place } from '../../../components/figures/index.ts';
import { ErrorNotice, FieldError } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { hasCyrillic, langOfText, plain } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { nameOf, plainName } from '../rows.ts';
import { PROVIDER_KINDS, SECTORS, YES_NO } from '#contract/lists.ts';
import { AboutFields, aboutChanges, aboutOf, type AboutDraft } from './About.tsx';
import { usualSector } from './kinds.ts';
import { LIMITS } from './limits.tsx';

interface Props { readonly provider: Provider | null; readonly parent?: string; readonly view: CapacityView; readonly territories: Place['all']; readonly onDone: () => void }

/** Adds or changes a provider or a unit: registered name, kind, sector, place, services and whether they meet their standards, whole, facility, code, act, register, licence. */
export function ProviderForm({ provider, parent = '', view, territories, onDone }: Props) {
  const { t, language } = useText();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(provider?.name ?? '');
  const whole = view.providers.find((row) => row.id === parent);
  const [kind, setKind] = useState<ProviderKind>(provider?.kind ?? whole?.kind ?? 'territorial_centre');
  const [sector, setSector] = useState<Sector>(provider?.sector ?? whole?.sector ?? usualSector('territorial_centre'));
  const [territory, setTerritory] = useState(provider?.territory ?? '');
  const [note, setNote] = useState(provider?.note ?? '');
  const [services, setServices] = useState<ReadonlySet<string>>(() => new Set(provider?.services.map((one) => one.service)));
  const [standards, setStandards] = useState<ReadonlyMap<string, YesNo>>(() => new Map(provider?.services.map((one) => [one.service, one.standard])));
  const [about, setAbout] = useState<AboutDraft>(() => aboutOf(provider, parent));
  const [wrong, setWrong] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [saving, setSaving] = useState(false);
  useEffect(() => { first.current?.focus(); }, []);

  // A service left out of the list goes together with its figures: that is said before it happens.
  const losing = provider?.services.filter((one) => !services.has(one.service) && LIMITS.some((limit) => ownFigure(one[limit]))).length ?? 0;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') { setWrong(true); first.current?.focus(); return; }
    const more = aboutChanges(about, provider);
    if (more === null) return;
    setSaving(true);
    setError(null);
    const said = Object.fromEntries([...services].flatMap((service) => { const answer = standards.get(service) ?? ''; return answer === '' ? [] : [[service, answer]]; }));
    const before = Object.fromEntries(provider?.services.flatMap((one) => (one.standard === '' ? [] : [[one.service, one.standard]])) ?? []);
    const input = { name: name.trim(), kind, sector, territory, services: [...services], note: note.trim(), ...more, ...(JSON.stringify(said) === JSON.stringify(before) ? {} : { standards: said }) };
    try {
      await (provider ? change('provider.update', { id: provider.id, ...input }) : change('provider.add', input));
      onDone();
    } catch (thrown) { setError(asApiError(thrown)); setSaving(false); }
  };
  const toggle = (service: string): void => setServices((before) => { const next = new Set(before); if (!next.delete(service)) next.add(service); return next; });
  const places = territories.filter((one) => one.parent !== null).toSorted((a, b) => compareText(plain(a.name, language), plain(b.name, language), language));
  const offered = view.rows.toSorted((a, b) => Number(a.code === null) - Number(b.code === null) || compareText(a.code ?? '', b.code ?? '', 'uk'));
  return (
    <form className="cy-form" onSubmit={(event) => void submit(event)}>
      <div className="fld">
        <label htmlFor={`${id}n`}>{t('capacity.field.name')}</label>
        <input id={`${id}n`} ref={first} className="in" maxLength={300} value={name} aria-invalid={wrong || undefined} aria-describedby={`${id}h${wrong ? ` ${id}e` : ''}`} onChange={(event) => { setName(event.target.value); setWrong(false); }} lang={hasCyrillic(name) ? 'uk' : undefined} />
        {wrong && <FieldError id={`${id}e`}>{t('capacity.form.nameNeeded')}</FieldError>}
        <p className="note" id={`${id}h`}>{t('capacity.form.nameHint')}</p>
      </div>
      <div className="fld"><label htmlFor={`${id}k`}>{t('capacity.field.kind')}</label>
        <select id={`${id}k`} className="in" value={kind} onChange={(event) => { const next = event.target.value as ProviderKind; if (sector === usualSector(kind)) setSector(usualSector(next)); setKind(next); }}>{PROVIDER_KINDS.map((one) => <option key={one} value={one}>{t(`capacity.kind.${one}`)}</option>)}</select></div>
      <div className="cy-two">
        <div className="fld"><label htmlFor={`${id}s`}>{t('capacity.field.sector')}</label>
          <select id={`${id}s`} className="in" value={sector} onChange={(event) => setSector(event.target.value as Sector)}>{SECTORS.map((one) => <option key={one} value={one}>{t(`capacity.sector.${one}`)}</option>)}</select></div>
        <div className="fld"><label htmlFor={`${id}p`}>{t('capacity.field.place')}</label>
          <select id={`${id}p`} className="in" value={territory} onChange={(event) => setTerritory(event.target.value)}>
            <option value="">{t('capacity.whole')}</option>
            {places.map((one) => <option key={one.id} value={one.id}>{plain(one.name, language)}</option>)}
          </select></div>
      </div>
      <fieldset className="cy-services">
        <legend className="w5">{t('capacity.form.services', { n: services.size })}</legend>
        <div className="cy-checks">
          {offered.map((row) => {
            const label = nameOf(row, language) ?? t('capacity.nameless');
            return (
              <div key={row.id} className="cy-check">
                <label><input type="checkbox" checked={services.has(row.id)} onChange={() => toggle(row.id)} /><span className="q cy-c">{row.code ?? ''}</span><span lang={language === 'en' && hasCyrillic(label) ? 'uk' : undefined}>{label}</span></label>
                {services.has(row.id) && (
                  <select className="in" aria-label={t('places.standardOf', { service: plainName(row, language) })} value={standards.get(row.id) ?? ''} onChange={(event) => setStandards(new Map(standards).set(row.id, event.target.value as YesNo))}>
                    {YES_NO.map((each) => <option key={each} value={each}>{t(`places.standard.${each || 'unknown'}`)}</option>)}
                  </select>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
      <details open={about.parent !== '' || undefined}><summary>{t('places.more')}</summary><div className="cy-form"><AboutFields draft={about} set={(patch) => setAbout((was) => ({ ...was, ...patch }))} kind={kind} provider={provider} view={view} /></div></details>
      <div className="fld"><label htmlFor={`${id}o`}>{t('capacity.form.note')}</label><textarea id={`${id}o`} className="in" rows={2} maxLength={1000} value={note} lang={langOfText(note)} onChange={(event) => setNote(event.target.value)} /></div>
      {losing > 0 && <p className="note cy-warn" role="status">{t('capacity.form.losing', { count: losing })}</p>}
      {error && <ErrorNotice error={error} />}
      <div className="bt cy-save">
        <button type="submit" className="ctl pri" disabled={saving}>{t(provider ? 'common.save' : about.parent === '' ? 'capacity.providers.add' : 'places.addUnit')}</button>
        <button type="button" className="ctl" onClick={onDone}>{t('common.cancel')}</button>
      </div>
    </form>
  );
}
