import { lazy, Suspense, useId, useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import { formatNumber } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Waiting } from '../../components/Loaded.tsx';
import { Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { hasCyrillic, plain } from '../../lib/text.ts';
import { createPlan } from '../../plan/open.ts';
import { useView } from '../../plan/useView.ts';
import type { Hit } from './Hits.tsx';

const UkraineMap = lazy(async () => ({ default: (await import('../../maps/UkraineMap.tsx')).UkraineMap }));

/** The chosen community: where it is, what its plan will hold from the first minute, year and file name, and the button. */
export function CommunityCard({ hit, hits, number, name, createRef, onPick }: {
  readonly hit: Hit; readonly hits: readonly Hit[]; readonly number: number | null; readonly name: string; readonly createRef: RefObject<HTMLButtonElement | null>; readonly onPick: (at: number) => void;
}) {
  const { t, language } = useText();
  const id = useId();
  const [year, setYear] = useState(String(new Date().getFullYear() + 1));
  const valid = /^\d{4}$/.test(year) && Number(year) >= 1991 && Number(year) <= 2100;
  const view = useView('community.card', valid ? { code: hit.code, year: Number(year) } : null, []);
  const [file, setFile] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const fileName = file ?? view.data?.suggestedFile.replace(/\.sotsplan$/, '') ?? '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await createPlan({ community: { code: hit.code }, year: Number(year), file: fileName.trim() === '' ? undefined : fileName.trim() });
    } catch (thrown) {
      setError(asApiError(thrown));
      setBusy(false);
    }
  };
  const places = (hits.length <= 20 ? hits : [hit]).flatMap((one) => (one.lat === null || one.lon === null ? [] : [{ id: one.code, no: hits.indexOf(one) + 1, lat: one.lat, lon: one.lon, label: `${plain(one.name, language)}, ${plain(one.oblast, language)}` }]));
  return (
    <section className="pv" aria-labelledby={`${id}h`}>
      <div className="mpx">
        <Suspense fallback={<Waiting lines={6} />}>
          <UkraineMap selected={hit.code} onSelect={(code) => onPick(hits.findIndex((one) => one.code === code))} hits={places} />
        </Suspense>
      </div>
      <form className="pr" onSubmit={(event) => void submit(event)}>
        <h2 id={`${id}h`}>{number !== null && `${number}. `}{hit.name.en === null && hasCyrillic(name) ? <Uk>{hit.name}</Uk> : name} {t('start.cardTitle', { name: '', type: t(`start.type.${hit.type}`) }).trim()}</h2>
        <p className="note"><Uk>{hit.raion}</Uk>, <Uk>{hit.oblast}</Uk> · <span className="mono">{hit.code}</span></p>
        {view.error && <ErrorNotice error={view.error} retry={view.reload} />}
        {view.data ? <><p className="w5 srcs">{t('start.figures', { count: view.data.figures })}</p><Facts card={view.data} /></> : !view.error && <Waiting slow={view.slow} lines={4} />}
        <div className="fr">
          <div className="fld"><label htmlFor={`${id}y`}>{t('start.year')}</label><input id={`${id}y`} className="in yr" type="number" min={1991} max={2100} required value={year} onChange={(event) => setYear(event.target.value)} /></div>
          <div className="fld"><label htmlFor={`${id}f`}>{t('start.file')}</label><input id={`${id}f`} className="in wd" maxLength={120} spellCheck={false} lang={hasCyrillic(fileName) ? 'uk' : undefined} value={fileName} onChange={(event) => setFile(event.target.value)} /></div>
          <button type="submit" ref={createRef} className="ctl pri tall" disabled={busy}>{busy ? t('start.creating') : t('start.create')}</button>
        </div>
        {error && <ErrorNotice error={error} />}
      </form>
    </section>
  );
}

function Facts({ card }: { readonly card: NonNullable<ReturnType<typeof useView<'community.card'>>['data']> }) {
  const { t, language } = useText();
  const n = (value: number): string => formatNumber(value, language, { digits: { min: 0, max: 1 } });
  const facts: ReactNode[] = [
    card.population === null ? t('start.fact.populationUnknown') : <><b>{n(card.population)}</b> {t('start.fact.population')}</>,
    <><b>{n(card.settlements)}</b> {t('start.fact.settlements', { count: card.settlements })}{card.area !== null && <>, <b>{n(card.area)}</b> {t('start.fact.km2')}</>}</>,
    t('start.fact.neighbours', { count: card.neighbours }),
  ];
  if (card.idpBalance !== null) facts.push(t('start.fact.idp'));
  if (card.declarations !== null) facts.push(t('start.fact.declarations'));
  if (card.population !== null) facts.push(t('start.fact.groups'));
  return <ul className="pf">{facts.map((fact, at) => <li key={at}>{fact}</li>)}</ul>;
}
