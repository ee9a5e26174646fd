import { useEffect, useRef, type RefObject } from 'react';
import type { MapPlace, MapSign, MapView } from '#contract/api/map.ts';
import { Num } from '../../../components/Num.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { cellHref, href, pageOf } from '../../../lib/route.ts';
import { plain, plainText } from '../../../lib/text.ts';
import type { Chosen } from '../../../maps/index.ts';
import { serviceNamed } from '../../overview/names.ts';
import { stateText, whereText } from './data.ts';

interface Props {
  readonly chosen: Chosen;
  /** The choice whose card had the focus: a card that comes back with the map does not take it again. */
  readonly met: RefObject<Chosen | null>;
  readonly view: MapView;
  readonly place: MapPlace | undefined;
  readonly signs: readonly MapSign[];
  readonly side: 'left' | 'right';
  readonly outside: ReadonlySet<string>;
  readonly onMove: ((id: string) => void) | null;
  /** Takes the point of a facility away: it stands where its settlement stands. */
  readonly onBack: ((id: string) => void) | null;
  readonly onClose: () => void;
}

/** A small card of a mark: its numbers, who works there, where to change them. */
export function MarkCard({ chosen, met, view, place, signs, side, outside, onMove, onBack, onClose }: Props) {
  const { t, language } = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (met.current === chosen) return;
    met.current = chosen;
    box.current?.focus();
  }, [chosen, met]);
  const one = place === undefined && signs.length === 1 ? signs[0] : undefined;
  const title = place ? <Uk>{place.name}</Uk> : one ? <Raw>{one.name}</Raw> : t('map.card.several', { count: signs.length });
  return (
    <div ref={box} tabIndex={-1} role="dialog" aria-label={[t('map.card.label'), place ? plain(place.name, language) : one ? plainText(one.name, language) : ''].filter(Boolean).join(': ')} className={`mp-card ${side} no-print`} data-noimage onPointerDown={(event) => event.stopPropagation()} onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Escape') onClose(); }}>
      <h3>{title}</h3>
      <button type="button" className="mp-x" aria-label={t('common.closeEsc')} onClick={onClose}><svg width="12" height="12" viewBox="0 0 12 12" stroke="currentColor" strokeWidth="1.5" aria-hidden="true"><path d="M2 2l8 8M10 2l-8 8" /></svg></button>
      {place?.district && <p className="note"><Uk>{place.district}</Uk></p>}
      {place && (
        <dl>
          {place.numbers.map(({ measure, num }) => (
            <div key={measure} className="mp-pair"><dt>{t(`map.measure.${measure}`)}</dt><dd><Num num={num} label={t(`map.measure.${measure}`)} unit bounds /></dd></div>
          ))}
        </dl>
      )}
      {place && (place.lat === null || place.middle || outside.has(place.id)) && <p className="note">{t('map.col.where')}: {whereText(place, outside, language)}</p>}
      {signs.length > 0 && (one ? <SignFacts view={view} sign={one} /> : (
        <ul>{signs.map((sign) => <li key={sign.id}><a href={href('capacity', { tab: 'providers', provider: sign.provider })}><Raw>{sign.name}</Raw></a> <span className="note">{stateText(sign, language)}</span>{sign.kind === 'facility' && onMove && <> · <button type="button" className="link" aria-label={t('map.card.putOf', { name: plainText(sign.name, language) })} onClick={() => onMove(sign.id)}>{t('map.card.onMap')}</button></>}</li>)}</ul>
      ))}
      <div className="bt">
        {place && <a className="ctl" href={cellHref(pageOf(place.cell), place.cell)}>{t('map.card.cell')}</a>}
        {place && onMove && !(place.middle && view.asked.level === 'districts') && <button type="button" className="ctl" onClick={() => onMove(place.id)}>{t('map.card.move')}</button>}
        {one?.kind === 'facility' && onMove && <button type="button" className="ctl" onClick={() => onMove(one.id)}>{t(one.own ? 'map.card.move' : 'map.card.put')}</button>}
        {one?.own && onBack && <button type="button" className="ctl" onClick={() => onBack(one.id)}>{t('map.card.back')}</button>}
        {one && <a className="ctl" href={href('capacity', { tab: 'providers', provider: one.provider })}>{t('map.card.provider')}</a>}
      </div>
    </div>
  );
}

/** What a provider or facility is, how it works and what of the chosen service it has. */
function SignFacts({ view, sign }: { readonly view: MapView; readonly sign: MapSign }) {
  const { t, language } = useText();
  const services = sign.services.flatMap((id) => view.services.find((row) => row.id === id) ?? []);
  return (
    <>
      <p className="note">{t(`capacity.kind.${sign.type}`)}{sign.of !== '' && <> · <Raw>{sign.of}</Raw></>} · {stateText(sign, language)}</p>
      {sign.numbers.length > 0 && <dl>{sign.numbers.map(({ measure, num }) => <div key={measure} className="mp-pair"><dt>{t(`measures.${measure}.short`)}</dt><dd><Num num={num} label={t(`measures.${measure}.short`)} unit /></dd></div>)}</dl>}
      {services.length > 0 && <ul>{services.map((service) => { const { label, lang } = serviceNamed(service, language); return <li key={service.id} lang={lang}>{label}</li>; })}</ul>}
    </>
  );
}
