import { useState } from 'react';
import type { RateCheck, RatesView } from '#contract/api/rates.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { OverlapForm } from '../../../components/figures/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Num } from '../../../components/Num.tsx';
import { EmptyState } from '../../../components/Page.tsx';
import { Raw, Says } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { Ways } from '../survey/Ways.tsx';
import { serviceText, serviceWords } from './rows.ts';

/** Verdicts that ask for somebody's attention. */
const ODD: ReadonlySet<RateCheck['verdict']> = new Set<RateCheck['verdict']>(['registerMisses', 'registerAbove', 'servedAbove', 'units']);

/** Services of which something can be compared: those to look at first, those without groups last. */
export function compared(view: RatesView): readonly RateCheck[] {
  const place = (row: RateCheck): number => (ODD.has(row.verdict) ? 0 : row.verdict === 'noGroups' ? 2 : 1);
  return view.services.filter((row) => row.groupsIn.length > 0 || row.identified.value !== null || row.served.value !== null).toSorted((a, b) => place(a) - place(b));
}

/** By groups, identified, served: side by side for each service, what that means, and the three ways with the chosen one. */
export function CheckTable({ view, territory }: { readonly view: RatesView; readonly territory: string }) {
  const { t, language } = useText();
  const [open, setOpen] = useState<RateCheck | null>(null);
  const rows = compared(view);
  if (rows.length === 0) return <EmptyState title={t('rates.empty.check')} text={t('rates.emptyText.check')} />;
  const num = (row: RateCheck, id: string): string => `${t(`rates.checkCol.${id}`)}, ${serviceWords(row, language)}`;
  return (
    <div className="rt-wide" tabIndex={0} role="group" aria-label={t('rates.checkLabel')}>
      <table className="tb rt-check">
        <caption className="vh">{t('rates.checkLabel')}</caption>
        <thead><tr>{(['service', 'groups', 'identified', 'served', 'verdict', 'ways', 'more'] as const).map((id) => <th key={id} scope="col" className={['groups', 'identified', 'served'].includes(id) ? 'r' : undefined}>{t(`rates.checkCol.${id}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row"><Raw>{serviceText(row, language)}</Raw></th>
              <td className="r"><Num num={row.groups} label={num(row, 'groups')} bounds /></td>
              <td className="r"><Num num={row.identified} label={num(row, 'identified')} /></td>
              <td className="r"><Num num={row.served} label={num(row, 'served')} /></td>
              <td>{ODD.has(row.verdict) && <span className="mk as">{t('rates.look')}</span>} {row.text.map((sentence) => <span key={sentence.key}><Says>{sentence}</Says> </span>)}</td>
              <td className="rt-ways">
                <dl>{(['registry', 'survey', 'max'] as const).map((way) => <div key={way} data-on={row.method === way || undefined}><dt>{t(`needs.survey.way.${way}`)}</dt><dd><Num num={row.ways[way]} label={`${t(`needs.survey.way.${way}`)}, ${serviceWords(row, language)}`} /></dd></div>)}</dl>
                {row.reason !== '' && <p className="note"><Raw>{row.reason}</Raw></p>}
              </td>
              <td className="rt-more">
                <a className="link" href={href('needs', { tab: 'rates', service: row.id })} aria-label={`${t('rates.toCells')}: ${serviceWords(row, language)}`}>{t('rates.toCells')}</a>
                <button type="button" className="link" aria-label={`${t('rates.toWays')}: ${serviceWords(row, language)}`} onClick={() => setOpen(row)}>{t('rates.toWays')}</button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && <WaysDialog service={open} territory={territory} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** How the need of a service is found and how people in several groups are counted once: the same forms as on the page of the survey. */
function WaysDialog({ service, territory, onClose }: { readonly service: RateCheck; readonly territory: string; readonly onClose: () => void }) {
  const { t, language } = useText();
  const scope = useScope();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const view = useView('survey.view', { ...scope, service: service.id, territory }, ['needs', 'groups', 'plan']);
  return (
    <Dialog title={serviceText(service, language)} wide onClose={onClose}>
      <Loaded view={view} lines={6}>
        {(survey) => (
          <div className="stack">
            <Ways survey={survey} readOnly={readOnly} />
            <OverlapForm key={JSON.stringify(survey.overlap)} service={service.id} overlap={survey.overlap} readOnly={readOnly} groups={survey.rows.filter((row) => row.counted).map((row) => ({ id: row.group, name: row.name }))} />
            <p><a href={href('needs', { survey: service.id })}>{t('rates.toAnswers')}</a></p>
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}
