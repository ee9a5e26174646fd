import { useMemo, useRef, useState } from 'react';
import type { MapView } from '#contract/api/map.ts';
import { formatDate, formatNumber } from '#contract/format.ts';
import { ChartCard, saveImage } from '../../../charts/index.ts';
import { useWidth } from '../../../charts/useWidth.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Num } from '../../../components/Num.tsx';
import { PageHead } from '../../../components/Page.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { useText } from '../../../i18n/index.ts';
import { plain } from '../../../lib/text.ts';
import { isOutside, layoutPlaces, PlacesLegend, PlacesMap, saveSvg, useMap, usePrinting, type Chosen } from '../../../maps/index.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { named } from '../../overview/names.ts';
import { Chooser } from './Chooser.tsx';
import { mapTable, placesOf, signsOf, toneOf, unitOf, useAsked, whatOf, type Asked } from './data.ts';
import { MarkCard } from './MarkCard.tsx';
import { ByHand, NoPoints, Placing, usePlacing } from './Placing.tsx';
import './map.css';

/** The community on a map: how many people, how much need and who serves them, and where. */
export default function MapPart() {
  const { t } = useText();
  const scope = useScope();
  const path = usePlan((plan) => plan.info?.path ?? '');
  const [asked, ask] = useAsked(path);
  const { measure, level, group, service } = asked;
  const view = useView('map.view', { ...scope, measure, level, group, service }, ['capacity', 'needs', 'groups', 'community']);
  return (
    <>
      <PageHead title={t('map.title')} />
      <Loaded view={view} lines={12}>{(data) => <>
        <Chooser view={data} asked={asked} onAsk={ask} />
        <TheMap view={data} signs={asked.signs} year={scope.year} />
      </>}</Loaded>
    </>
  );
}

/** Width of the map on a sheet of A4, px. */
const PAPER = 640;
/** Height that leaves the page without scrolling where the window allows it. */
const tall = (): number => Math.max(260, Math.min(560, window.innerHeight - 360));

function TheMap({ view, signs: which, year }: { readonly view: MapView; readonly signs: Asked['signs']; readonly year: number }) {
  const { t, language } = useText();
  const { info, view: plan, scenario } = usePlan();
  const readOnly = info?.readOnly === true;
  const [box, width] = useWidth<HTMLDivElement>(700);
  const [height] = useState(tall);
  const paper = usePrinting() ? PAPER : undefined;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const placing = usePlacing(view);
  const last = useRef<string | null>(null);
  const met = useRef<Chosen | null>(null);
  const map = useMap();
  const places = useMemo(() => placesOf(view, language), [view, language]);
  const signs = useMemo(() => signsOf(view, which, language), [view, which, language]);
  const near = useMemo(() => view.neighbours.map((row) => ({ code: row.code, ...named(row.name, language) })), [view.neighbours, language]);
  const outside = useMemo(() => {
    const drawn = map === null || map === 'failed' ? null : layoutPlaces(map, view.code, [], [], 700, 460);
    return new Set(drawn === null ? [] : places.filter((place) => isOutside(drawn, place)).map((place) => place.id));
  }, [map, view.code, places]);

  const choose = (next: Chosen | null): void => { setChosen(next); if (next) last.current = next.ids[0] ?? null; };
  const close = (): void => {
    setChosen(null);
    box.current?.querySelector<SVGElement>(`[data-mark="${CSS.escape(last.current ?? '')}"]`)?.focus({ preventScroll: true });
  };
  const place = chosen?.kind === 'place' ? view.places.find((each) => each.id === chosen.ids[0]) : undefined;
  const shownSigns = view.signs.filter((sign) => (place ? place.signs.includes(sign.id) : chosen?.kind === 'signs' && chosen.ids.includes(sign.id)));
  const what = whatOf(view, language);
  const scenarioName = scenario === 'base' ? '' : plan?.scenarios.find((each) => each.id === scenario)?.name ?? '';
  const title = t('map.card.title', { what, place: plain(view.name, language) });
  const subtitle = [t('map.card.sub', { year, unit: unitOf(view, language) }), scenarioName, plan?.teaching ? t(`shell.teachingMark.${plan.teaching}`) : ''].filter(Boolean).join(' · ');
  const credit = `${t('map.numbers', { day: formatDate(view.today, language) })} ${view.code === null ? t('map.noBorders') : t('map.credit', { credit: t('charts.map.credit') })}`;
  const fileName = `${t('map.title')} ${plain(view.name, language)} ${year}`;
  const drawings = (): SVGSVGElement[] => [...(box.current?.querySelectorAll<SVGSVGElement>('svg.mp-picture,svg.mp-legend') ?? [])];
  const unknown = view.places.filter((each) => each.value.value === null).length;

  if (places.length === 0 && view.code === null) return <NoPoints view={view} placing={placing} readOnly={readOnly} />;
  return (
    <>
      <p className="note text mp-sum">
        {t('map.total')} <Num num={view.total} label={what} unit bounds /> · {t('map.shown', { shown: formatNumber(places.length, language), count: view.places.length })}
        {unknown > 0 && <> · {t('map.unknown', { count: unknown })}</>}
        {outside.size > 0 && <> · {t('map.outside', { count: outside.size })}</>}
      </p>
      <Placing view={view} placing={placing} readOnly={readOnly} />
      <div ref={box} className="mp-box">
        <ChartCard title={title} subtitle={subtitle} back="asMap" table={mapTable(view, outside, language)} onTrace={openTrace} fileName={fileName} note={credit} more={[
          { id: 'png', label: t('map.save.png'), run: () => { const card = box.current?.querySelector<HTMLElement>('.ch-card'); if (card) void saveImage(card, fileName); } },
          { id: 'svg', label: t('map.save.svg'), run: () => saveSvg(drawings(), { title, subtitle, credit }, fileName) },
        ]}>
          <PlacesMap code={view.code} places={places} signs={signs} near={near} tone={toneOf(view.asked.measure)} name={t('map.says', { what, count: places.length })} chosen={chosen?.ids[0] ?? null} onChoose={choose} height={height} paper={paper}
            onPut={placing.putting === null ? undefined : placing.put} onStop={placing.stop}
            card={chosen && placing.putting === null && (place || shownSigns.length > 0) && <MarkCard chosen={chosen} met={met} view={view} place={place} signs={shownSigns} side={chosen.x > width / 2 ? 'left' : 'right'} outside={outside} onMove={readOnly ? null : (id) => { setChosen(null); placing.start(id); }} onBack={readOnly ? null : (id) => { setChosen(null); void change('facility.point', { id, point: null }).catch(() => undefined); }} onClose={close} />} />
          <PlacesLegend places={places} signs={signs} tone={toneOf(view.asked.measure)} what={`${what}, ${unitOf(view, language)}:`} width={paper ?? Math.max(240, width - 26)} />
        </ChartCard>
      </div>
      {view.places.some((each) => each.id === placing.putting) && <ByHand view={view} id={placing.putting ?? ''} placing={placing} />}
    </>
  );
}
