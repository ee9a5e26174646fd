import { useState } from 'react';
import type { StaffCompare, StaffCompareView } from '#contract/api/staff.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice, FieldError } from '../../../components/Notice.tsx';
import { Num } from '../../../components/Num.tsx';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Raw, Says } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { sentencePlain } from '../../../i18n/sentence.ts';
import { comeBackTo, leaveAt } from '../../../lib/formFocus.ts';
import { href } from '../../../lib/route.ts';
import type { Scope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { cellOf, readNumber, TextField } from '../../needs/projection/fields.tsx';
import { namesOf } from './names.ts';

const NUMBERS = ['served', 'norm', 'workload', 'actual', 'posts', 'difference', 'ratio'] as const;

interface Props { readonly scope: Scope; readonly readOnly: boolean; readonly onWork: (row: StaffCompare) => void }

/** Posts by norm, by workload and filled, with the reasons they differ. */
export function CompareView({ scope, readOnly, onWork }: Props) {
  const { t } = useText();
  const view = useView('staffCompare.view', scope, ['capacity', 'reference', 'needs']);
  return <Loaded view={view} lines={10}>{(data) => (data.rows.length === 0 ? <EmptyState title={t('staff.compare.empty')} text={t('staff.compare.emptyText')}><a className="ctl" href={href('capacity', { tab: 'staff' })}>{t('staff.compare.toTable')}</a></EmptyState> : <Table view={data} scope={scope} readOnly={readOnly} onWork={onWork} />)}</Loaded>;
}

function Table({ view, scope, readOnly, onWork }: Props & { readonly view: StaffCompareView }) {
  const { t, language } = useText();
  const names = namesOf(view, language);
  const [norm, setNorm] = useState<string | null>(null);
  const table = (): TableOut => ({
    title: t('staff.compare.title'), note: t('staff.compare.outNote', { year: scope.year }),
    columns: [...['provider', 'service', 'category'].map((id) => ({ title: t(`staff.table.col.${id}`), kind: 'text' as const })), ...NUMBERS.map((id) => ({ title: t(`staff.compare.${id}`), kind: 'number' as const })), { title: t('staff.compare.why'), kind: 'text' as const }],
    rows: view.rows.map((row) => [names.unit(row.provider), names.service(row.service), names.category(row.category), ...NUMBERS.map((id) => cellOf(row[id])), row.reasons.map((reason) => sentencePlain(reason, language)).join(' ')]),
  });
  return (
    <Card title={t('staff.compare.title')} action={<span className="row"><TableActions table={table} /></span>}>
      <p className="note text">{t('staff.compare.about')}</p>
      <div className="pj-scroll" role="group" aria-label={t('staff.compare.title')} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t('staff.compare.title')}</caption>
          <thead><tr>
            <th scope="col">{t('staff.compare.who')}</th>
            {NUMBERS.map((id) => <th key={id} scope="col" className="r">{t(`staff.compare.${id}`)}</th>)}<th scope="col">{t('staff.compare.why')}</th>
          </tr></thead>
          <tbody>
            {view.rows.map((row) => {
              const name = `${names.categoryPlain(row.category)}, ${names.servicePlain(row.service)}, ${names.unitPlain(row.provider)}`;
              const [first, ...rest] = row.reasons;
              return (
                <tr key={`${row.provider} ${row.service} ${row.category}`}>
                  {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the head is no control, and it holds three texts */}
                  <th scope="row"><b className="w5"><Raw>{names.category(row.category)}</Raw></b><span className="pj-b"><Raw>{names.service(row.service)}</Raw></span><span className="pj-b"><Raw>{names.unit(row.provider)}</Raw></span></th>
                  {NUMBERS.map((id) => <td key={id} className="r"><Num num={row[id]} label={`${t(`staff.compare.${id}`)}, ${name}`} /></td>)}
                  <td className="st-wrap">
                    {first && <p className="note"><Says>{first}</Says></p>}
                    {rest.length > 0 && <details className="st-why"><summary className="note">{t('staff.compare.more')}</summary><ul className="lst">{rest.map((reason, at) => <li key={at} className="note"><Says>{reason}</Says></li>)}</ul></details>}
                    <span className="pj-acts">
                      <button type="button" className="link" ref={comeBackTo(name)} aria-label={t('staff.compare.workOf', { name })} onClick={() => { leaveAt(name); onWork(row); }}>{t('staff.compare.work')}</button>
                      {row.askNorm !== '' && <button type="button" className="link" disabled={readOnly} aria-label={t('common.colon', { what: t('staff.compare.enterNorm'), value: name })} onClick={() => setNorm(row.askNorm)}>{t('staff.compare.enterNorm')}</button>}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {norm !== null && <NormDialog norm={norm} onClose={() => setNorm(null)} />}
    </Card>
  );
}

/** A norm the reference book does not know, entered by decision. */
function NormDialog({ norm, onClose }: { readonly norm: string; readonly onClose: () => void }) {
  const { t, language } = useText();
  const [value, setValue] = useState('');
  const [decision, setDecision] = useState('');
  const [wrong, setWrong] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const save = (): void => {
    const read = readNumber(value, language);
    if (read === null || read <= 0 || decision.trim() === '') { setWrong(true); return; }
    change('norm.setLocal', { norm, value: read, decision: decision.trim() }).then(onClose, (thrown: unknown) => setError(asApiError(thrown)));
  };
  return (
    <Dialog title={t('staff.norm.title')} onClose={onClose}>
      <form className="dlg" onSubmit={(event) => { event.preventDefault(); save(); }}>
        <TextField label={t('staff.norm.value')} value={value} onChange={setValue} numeric max={10} />
        <TextField label={t('staff.norm.decision')} value={decision} onChange={setDecision} max={300} />
        {wrong && <FieldError>{t('staff.norm.needed')}</FieldError>}
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="submit" className="ctl pri">{t('common.save')}</button><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button></div>
      </form>
    </Dialog>
  );
}
