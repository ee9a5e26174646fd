import { useEffect, useRef, useState } from 'react';
import type { Output } from '#contract/api.ts';
import { formatDate } from '#contract/format.ts';
import type { Cell, Num as NumData } from '#contract/models.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { useWantedCell } from '../../components/figures/index.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Num } from '../../components/Num.tsx';
import { Card } from '../../components/Page.tsx';
import { Raw } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { navigate } from '../../lib/route.ts';
import { usePlan, useScope } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';
import { useView } from '../../plan/useView.ts';
import { PopulationForm } from './PopulationForm.tsx';

type View = Output<'community.view'>;

/** The first question of a plan: how many people live here now. What rests on the answer waits for its confirmation. */
export function PopulationCard({ view }: { readonly view: View }) {
  const { t } = useText();
  const { info } = usePlan();
  const { cell } = view.population;
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const valueField = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const unconfirmed = cell.state === 'prefilled' || cell.state === 'carried';
  const readOnly = info?.readOnly === true;
  useLanding(view, readOnly, open, setOpen, valueField);
  const close = (): void => { setOpen(false); window.setTimeout(() => opener.current?.focus(), 0); };
  const confirm = async (): Promise<void> => {
    setError(null);
    try { await change('figures.confirm', { keys: [cell.key] }); opener.current?.focus(); } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Card title={t('community.question.title')} className="cm-pop" note={cell.value === null ? undefined : unconfirmed
      ? <span className="mk ed">{t('community.question.unconfirmed')}</span> : <span className="mk ok">{t('community.question.confirmed')}</span>}>
      <div className="cm-ask">
        <div className="stack">
          <p className="cm-big"><Num num={cell} label={t('community.question.value')} unit bounds /></p>
          <Words view={view} />
          <Rests unconfirmed={unconfirmed} />
          {!open && !readOnly && (
            <div className="bt">
              {unconfirmed && <button type="button" className="ctl pri" onClick={() => void confirm()}>{t('community.question.confirm')}</button>}
              <button type="button" ref={opener} className={`ctl${cell.value === null ? ' pri' : ''}`} aria-expanded={false} onClick={() => { setOpen(true); window.setTimeout(() => valueField.current?.focus(), 0); }}>{t(cell.value === null || unconfirmed ? 'community.question.enter' : 'community.question.change')}</button>
            </div>
          )}
        </div>
        <Compare view={view} />
      </div>
      {open && <PopulationForm cell={cell} fresh={unconfirmed} valueField={valueField} onDone={close} confirm={unconfirmed ? confirm : null} />}
      {error && <ErrorNotice error={error} />}
    </Card>
  );
}

/** A link to the population lands in the field for the number. */
function useLanding(view: View, readOnly: boolean, open: boolean, setOpen: (open: boolean) => void, valueField: React.RefObject<HTMLInputElement | null>): void {
  const wanted = useWantedCell();
  const { key } = view.population.cell;
  const mine = wanted?.measure === 'population' && wanted.territory === key.territory && wanted.year === key.year;
  useEffect(() => {
    if (!mine || readOnly) return;
    if (!open) { setOpen(true); return; }
    valueField.current?.focus();
    navigate('community', {}, true);
  }, [mine, readOnly, open, setOpen, valueField]);
}

/** What the number is: pre-war, last year's, the community's own, or not known. */
function Words({ view }: { readonly view: View }) {
  const { t } = useText();
  const { cell } = view.population;
  if (cell.value === null) return <p className="text">{t(view.status.value === 'occupied' ? 'community.question.unknownOccupied' : 'community.question.unknown')}</p>;
  const text = cell.state === 'prefilled' ? t('community.question.prewar', { asOf: cell.asOf }) : cell.state === 'carried' ? t('community.question.carried')
    : t('community.question.known', { asOf: cell.asOf === '' ? '' : t('community.question.knownAsOf', { asOf: cell.asOf }) });
  return (
    <>
      <p className="text">{text}</p>
      <p className="note">{cell.source === '' ? t('community.war.unknownSource') : <Raw>{cell.source}</Raw>} · {t(`methods.${cell.method}`)}</p>
    </>
  );
}

/** How many group estimates rest on the population. */
function Rests({ unconfirmed }: { readonly unconfirmed: boolean }) {
  const { t } = useText();
  const groups = useView('groups.view', { ...useScope(), territory: '' }, ['groups', 'community']);
  const count = groups.data?.rows.filter((row) => row.share !== null && row.size.ref?.kind === 'result' && row.size.value !== null).length ?? 0;
  if (count === 0) return null;
  return <p className="note">{t('community.question.rests', { count })}{unconfirmed && <> {t('community.question.marked')}</>}</p>;
}

/** The pre-war figure, declarations and the IDP balance side by side. */
function Compare({ view: { facts, population } }: { readonly view: View }) {
  const { t } = useText();
  const fact = (measure: string): Cell | undefined => facts.find((one) => one.key.measure === measure);
  const urban = fact('populationUrban') ?? fact('populationRural');
  const prewar: NumData = { ...population.prewar, low: null, high: null, ref: population.cell.state === 'prefilled' ? population.cell.ref : null };
  return (
    <div className="cm-cmp">
      <h3>{t('community.question.compare')}</h3>
      <dl>
        <Row label={t('community.question.prewarLabel')} num={prewar} asOf={urban?.asOf ?? ''} source={urban?.source ?? ''} />
        <Row label={t('community.question.declarationsLabel')} num={population.declarations} asOf={(fact('declarations')?.asOf ?? '').slice(0, 7)} source={fact('declarations')?.source ?? ''} />
        <Row label={t('community.question.idpLabel')} num={population.idpBalance} asOf={fact('idpBalance')?.asOf ?? ''} source={fact('idpBalance')?.source ?? ''} />
      </dl>
    </div>
  );
}

function Row({ label, num, asOf, source }: { readonly label: string; readonly num: NumData; readonly asOf: string; readonly source: string }) {
  const { language } = useText();
  return (
    <div>
      <dt>{label}{asOf !== '' && <span className="q s"> {formatDate(asOf, language)}</span>}</dt>
      <dd><Num num={num} label={label} /></dd>
      {source !== '' && <dd className="note"><Raw>{source}</Raw></dd>}
    </div>
  );
}
