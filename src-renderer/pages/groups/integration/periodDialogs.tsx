import { useState } from 'react';
import type { IntegrationSheet, IntegrationView } from '#contract/api/integration.ts';
import { formatNumber } from '#contract/format.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { periodText } from '../../../lib/period.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { SendError } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';
import { PeriodChooser } from './PeriodChooser.tsx';
import { peopleOf } from './texts.ts';

/** Numbers the plan knows: chosen ones go into the lines of the period. */
export function TakeDialog({ view, sheet, onClose }: { readonly view: IntegrationView; readonly sheet: IntegrationSheet; readonly onClose: () => void }) {
  const { t, language } = useText();
  const scope = useScope();
  const send = useSend();
  const offered = sheet.rows.filter((row) => row.offer !== null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = offered.filter((row) => !left.has(row.id));
  const toggle = (id: string): void => { const next = new Set(left); if (!next.delete(id)) next.add(id); setLeft(next); };
  return (
    <Dialog title={t('integration.values.takeTitle')} wide onClose={onClose}>
      <p className="note text">{t('integration.values.takeNote')}</p>
      <ul className="ig-offers">
        {offered.map(({ id, indicator, population, offer }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={!left.has(id)} onChange={() => toggle(id)} />
              <span><Uk>{view.indicators.find((each) => each.id === indicator)?.name ?? null}</Uk>, <Uk>{peopleOf(view, population)}</Uk>: <b className="w5">{[offer?.numerator ?? null, offer?.denominator ?? null].map((n) => (n === null ? '–' : formatNumber(n, language))).join(' ÷ ')}</b> <span className="note"><Raw>{offer?.source ?? ''}</Raw></span></span>
            </label>
          </li>
        ))}
      </ul>
      <SendError send={send} />
      <div className="bt">
        <button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button>
        <button type="button" className="ctl pri" data-autofocus disabled={chosen.length === 0 || send.busy} onClick={() => void send.send('integration.take', { ...scope, period: sheet.period, cells: chosen.map(({ indicator, population }) => ({ indicator, population })) }, onClose)}>{t('integration.values.takeDo', { count: chosen.length })}</button>
      </div>
    </Dialog>
  );
}

/** All values of a period go to another one. */
export function MoveDialog({ period, onClose, onMoved }: { readonly period: string; readonly onClose: () => void; readonly onMoved: (period: string) => void }) {
  const { t, language } = useText();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const send = useSend();
  const [to, setTo] = useState(period);
  return (
    <Dialog title={t('integration.values.moveTitle', { period: periodText(period, language) })} onClose={onClose}>
      <p className="note text">{t('integration.values.moveNote')}</p>
      <PeriodChooser period={to} onChange={(next) => { setTo(next); send.clear(); }} />
      <SendError send={send} />
      <div className="bt">
        <button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button>
        <button type="button" className="ctl pri" disabled={readOnly || to === period || send.busy} onClick={() => void send.send('integration.move', { from: period, to }, () => { onMoved(to); onClose(); })}>{t('integration.values.moveDo')}</button>
      </div>
    </Dialog>
  );
}
