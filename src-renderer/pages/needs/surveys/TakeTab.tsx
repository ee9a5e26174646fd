import { useState } from 'react';
import type { TakeBy, TakeRow, TakeView } from '#contract/api/surveys.ts';
import { formatNumber } from '#contract/format.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { EmptyState } from '../../../components/Page.tsx';
import { Raw, Tx, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { useOneStop } from '../../../lib/oneStop.ts';
import { href } from '../../../lib/route.ts';
import { plain } from '../../../lib/text.ts';
import { useScope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useUndone } from '../../../plan/useUndone.ts';
import { useView } from '../../../plan/useView.ts';
import { ShareText } from './ShareText.tsx';
import { useAct } from './useAct.ts';

const keyOf = ({ service, group, territory }: Pick<TakeRow, 'service' | 'group' | 'territory'>): string => `${service} ${group} ${territory}`;

/** Without a choice of the person only shares are taken that rest on 30 answers and more of people chosen by chance, or on everybody's. */
const isSure = ({ share }: TakeRow): boolean => share.kind === 'rate' || share.kind === 'exact';

/** Territories: how many answers, how many cells can be taken, why none. */
function Places({ places }: { readonly places: TakeView['places'] }) {
  const { t, language } = useText();
  return (
    <ul className="su-places" aria-label={t('surveys.take.places')}>
      {places.map((place) => (
        <li key={place.id}><Uk>{place.name}</Uk> · {t('surveys.answersOf', { count: place.answers, n: formatNumber(place.answers, language) })} · {place.why === null ? t('surveys.take.cells', { count: place.cells }) : <span className="note">{t(`surveys.take.why.${place.why}`)}</span>}</li>
      ))}
    </ul>
  );
}

/** Which rows are not chosen by themselves, and why. */
function NotTicked({ rows }: { readonly rows: readonly TakeRow[] }) {
  const { t } = useText();
  const reasons = (['few', 'indicative', 'conflict'] as const).flatMap((why) => {
    const count = rows.filter((row) => (row.blocked ?? row.share.kind) === why).length;
    return count === 0 ? [] : [t(`surveys.take.left.${why}`, { count })];
  });
  return reasons.length === 0 ? null : <p className="note text">{t('surveys.take.left.about')} {reasons.join('; ')}.</p>;
}

/** What was taken over, until it is taken back. */
function Taken({ count, revision, service }: { readonly count: number; readonly revision: number; readonly service: string }) {
  const { t } = useText();
  if (useUndone(revision)) return <Notice kind="ok">{t('surveys.take.takenBack')}</Notice>;
  return <Notice kind="ok">{t('surveys.take.done', { count })} <a href={href('needs', { survey: service })}>{t('surveys.take.look')}</a></Notice>;
}

/** Which results go to the needs: one row a service and a group, with what stands there now; for the whole community or by territory. */
export function TakeTab({ survey, readOnly }: { readonly survey: string; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const scope = useScope();
  const [weighted, setWeighted] = useState(false);
  const [by, setBy] = useState<TakeBy>('whole');
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState<{ readonly count: number; readonly revision: number; readonly service: string } | null>(null);
  const view = useView('surveys.take.view', { ...scope, survey, weighted, by }, ['surveys', 'groups', 'needs']);
  const { busy, error, act } = useAct();
  const table = useOneStop<HTMLTableElement>('tr');
  const n = (value: number | null): string => (value === null ? t('states.sign.unknown') : formatNumber(value, language));
  return (
    <Loaded view={view} lines={6}>
      {(take) => {
        if (take.rows.length === 0 && by === 'whole') return <EmptyState title={t('surveys.take.empty')} text={t('surveys.take.emptyText')} />;
        const ready = take.rows.filter((row) => row.blocked === null);
        const on = (row: TakeRow): boolean => row.blocked === null && isSure(row) !== off.has(keyOf(row));
        const chosen = ready.filter(on);
        const flip = (rows: readonly TakeRow[]): void => { const next = new Set(off); for (const row of rows) { const key = keyOf(row); if (next.has(key)) next.delete(key); else next.add(key); } setOff(next); };
        const store = async (): Promise<void> => {
          const done = await act(() => change('surveys.take', { ...scope, survey, weighted: take.weighted, cells: chosen.map(({ service, group, territory }) => ({ service, group, territory })) }));
          if (done) setTaken({ count: chosen.length, revision: done.revision, service: chosen[0]?.service ?? '' });
        };
        const replaced = chosen.filter((row) => row.now.answered !== null && row.now.source !== take.source).length;
        return (
          <>
            <p className="note text"><Tx k="surveys.take.about" p={{ source: take.source, year: scope.year }} /></p>
            <div className="fg-tools">
              <span className="seg" role="group" aria-label={t('surveys.take.by')}>
                {(['whole', 'territory'] as const).map((one) => <button key={one} type="button" aria-pressed={by === one} onClick={() => { setBy(one); setTaken(null); }}>{t(`surveys.take.${one}`)}</button>)}
              </span>
              {take.canWeight && <label className="row"><input type="checkbox" className="su-check" checked={weighted} onChange={(event) => setWeighted(event.target.checked)} />{t('surveys.take.weighted')}</label>}
              <button type="button" className="ctl" onClick={() => flip(ready.filter((row) => !on(row)))}>{t('surveys.take.all')}</button>
              <button type="button" className="ctl" onClick={() => flip(chosen)}>{t('surveys.take.none')}</button>
              <span className="sp" />
              {replaced > 0 && <span className="note">{t('surveys.take.replaces', { count: replaced })}</span>}
              <button type="button" className="ctl pri" disabled={readOnly || busy || chosen.length === 0} onClick={() => void store()}>{t('surveys.take.store', { count: chosen.length })}</button>
            </div>
            {take.weighted && <p className="note text">{t('surveys.take.weightedAbout')}</p>}
            {by === 'territory' && (take.places.length === 0 ? <Notice kind="wn">{t('surveys.take.noPlaces')}</Notice> : <Places places={take.places} />)}
            {by === 'whole' && ready.every((row) => row.share.rate === null) ? <Notice kind="wn">{t('surveys.take.few')}</Notice> : <NotTicked rows={take.rows} />}
            {error && <ErrorNotice error={error} />}
            {taken && <Taken {...taken} />}
            {take.rows.length > 0 && <div className="su-wide su-tall su-take" role="group" aria-label={t('surveys.step.take')} tabIndex={0}>
              <table ref={table} className="tb">
                <thead><tr><th scope="col">{t('surveys.take.take')}</th><th scope="col">{t('surveys.col.service')}</th>{by === 'territory' && <th scope="col">{t('surveys.take.place')}</th>}<th scope="col">{t('surveys.take.group')}</th><th scope="col" className="r">{t('surveys.take.yes')}</th><th scope="col" className="r">{t('surveys.take.answered')}</th><th scope="col" className="r">{t('surveys.take.population')}</th><th scope="col" className="r">{t('surveys.col.share')}</th><th scope="col">{t('surveys.take.now')}</th></tr></thead>
                <tbody>
                  {take.rows.map((row) => {
                    const service = row.serviceName === null ? row.code ?? '' : plain(row.serviceName, language);
                    const name = t('surveys.take.of', { service, group: [row.groupName, row.territoryName].flatMap((each) => (each === null ? [] : plain(each, language))).join(', ') });
                    return (
                      <tr key={keyOf(row)}>
                        <td><input type="checkbox" className="su-check" aria-label={name} checked={on(row)} disabled={readOnly || row.blocked !== null} onChange={() => flip([row])} /></td>
                        <th scope="row">{row.code !== null && <span className="mono">{row.code} </span>}<Uk>{row.serviceName}</Uk></th>{by === 'territory' && <td><Uk>{row.territoryName}</Uk></td>}<td><Uk>{row.groupName}</Uk></td>
                        <td className="r">{n(row.yes)}</td><td className="r">{n(row.answered)}</td><td className="r">{n(row.population)}</td><td className="r"><ShareText share={row.share} /></td>
                        <td className="note">{row.now.answered === null ? '' : <>{t('surveys.share.counts', { yes: n(row.now.yes), n: n(row.now.answered) })} · <Raw>{row.now.source === '' ? t('figures.noSource') : row.now.source}</Raw></>}</td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>}
          </>
        );
      }}
    </Loaded>
  );
}
