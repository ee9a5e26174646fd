import { useEffect, useRef } from 'react';
import type { Output } from '#contract/api.ts';
import { formatNumber } from '#contract/format.ts';
import type { Label } from '#contract/models.ts';
import { Raw, Uk } from '../../components/Text.tsx';
import { translate, useText } from '../../i18n/index.ts';

/** One community the search found. */
export type Hit = Output<'community.search'>['items'][number];
/** Id of its row, for the search field. */
export const hitId = (hit: Hit): string => `hit-${hit.code}`;

/** A raion or oblast without its common word: «Прилуцький», «Чернігівська». */
export function bare(label: Label, kind: 'raion' | 'oblast'): Label {
  const cut = (text: string, language: 'uk' | 'en'): string => {
    const end: string = translate(`start.cut.${kind}`, { lng: language });
    return text.endsWith(end) ? text.slice(0, -end.length) : text;
  };
  return { uk: cut(label.uk, 'uk'), en: label.en === null ? null : cut(label.en, 'en') };
}

/** The communities found, as a table that the search field steers: several share a name, so raion and oblast stand beside it. */
export function Hits({ hits, active, onPick, onAccept }: { readonly hits: readonly Hit[]; readonly active: Hit | null; readonly onPick: (hit: Hit) => void; readonly onAccept: () => void }) {
  const { t, language } = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }); }, [active]);
  const numbered = hits.length > 1 && hits.length <= 20;
  return (
    <div className="hits" ref={box} tabIndex={0} role="group" aria-label={t('start.results')}>
      <table className="tb" role="grid" id="hits" aria-label={t('start.results')}>
        <colgroup><col style={{ width: 38 }} /><col style={{ width: '21%' }} /><col style={{ width: '14%' }} /><col /><col style={{ width: '18%' }} /><col style={{ width: '12%' }} /><col style={{ width: '14%' }} /></colgroup>
        <thead><tr role="row"><th scope="col"><span className="vh">{t('start.col.number')}</span></th><th scope="col">{t('start.col.community')}</th><th scope="col">{t('start.col.center')}</th><th scope="col">{t('start.col.raion')}</th><th scope="col">{t('start.col.oblast')}</th><th scope="col" className="r">{t('start.col.population')}</th><th scope="col">{t('start.col.status')}</th></tr></thead>
        <tbody>
          {hits.map((hit, at) => (
            <tr key={hit.code} id={hitId(hit)} role="row" aria-selected={hit === active} onMouseDown={(event) => event.preventDefault()} onClick={() => onPick(hit)} onDoubleClick={onAccept}>
              <td role="gridcell">{numbered && <span className="nthno">{at + 1}</span>}</td>
              <th scope="row"><Name hit={hit} /> <span className="m">{t(`start.type.${hit.type}`)}</span></th>
              <td role="gridcell"><Uk>{hit.center}</Uk></td>
              <td role="gridcell"><Uk>{bare(hit.raion, 'raion')}</Uk></td>
              <td role="gridcell" className="w5"><Uk>{bare(hit.oblast, 'oblast')}</Uk></td>
              <td role="gridcell" className="r">{hit.population === null ? <span className="note">{t('common.notKnown')}</span> : formatNumber(hit.population, language)}</td>
              <td role="gridcell" className="note"><span className={hit.status === 'rear' ? 'q' : ''}>{t(`start.status.${hit.status}`)}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The name with the matching part underlined (the match is counted in the Ukrainian name). */
function Name({ hit }: { readonly hit: Hit }) {
  const { language } = useText();
  if (language !== 'uk' || !hit.match) return <Uk>{hit.name}</Uk>;
  const [from, to] = hit.match;
  return <><Raw>{hit.name.uk.slice(0, from)}</Raw><mark>{hit.name.uk.slice(from, to)}</mark>{hit.name.uk.slice(to)}</>;
}
