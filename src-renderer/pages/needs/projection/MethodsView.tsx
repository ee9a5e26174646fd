import { useState, type FormEvent } from 'react';
import type { Output } from '#contract/api.ts';
import { formatShare } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plain, shown } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { ChoiceField, readNumber, TextField, typed } from './fields.tsx';

type Group = Output<'projection.setup'>['groups'][number];
const METHODS = ['cohort', 'generation', 'trend', 'growth', 'constant', 'none'] as const;

/** How each group is projected, why, and the way to choose otherwise. */
export function MethodsView({ year, readOnly }: { readonly year: number; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const [editing, setEditing] = useState<string | null>(null);
  const view = useView('projection.setup', { year }, ['projection', 'groups']);
  const detail = (group: Group): string => {
    if (group.method === 'generation') return t('projection.methods.born', { year: group.bornUntil });
    if (group.method === 'growth') return t('projection.methods.growth', { base: formatShare(group.growth.base ?? 0, language) });
    if (group.method !== 'cohort') return '';
    const ages = group.from === 0 && group.to >= 100 ? t('projection.methods.allAges') : group.to >= 100 ? t('projection.methods.agesOpen', { from: group.from }) : t('projection.methods.ages', { from: group.from, to: group.to });
    return group.sex === 'all' ? ages : `${ages}, ${t(`projection.sex.${group.sex}`)}`;
  };
  const said = (group: Group): string => [t(`projection.method.${group.method}`), detail(group)].filter(Boolean).join(': ');
  return (
    <Loaded view={view} lines={8}>
      {(setup) => (
        <Card title={t('projection.methods.title')} note={t('projection.methods.note')} action={<span className="row"><TableActions table={() => ({ title: t('projection.methods.title'), columns: [t('projection.groups.group'), t('projection.groups.method'), t('projection.methods.reason')].map((title) => ({ title, kind: 'text' as const })), rows: setup.groups.map((group) => [shown(group.name, language), said(group), shown(group.reason, language)]) })} /></span>}>
          <div className="pj-scroll" role="group" aria-label={t('projection.methods.title')} tabIndex={0}>
            <table className="tb">
              <caption className="vh">{t('projection.methods.title')}</caption>
              <thead><tr><th scope="col">{t('projection.groups.group')}</th><th scope="col">{t('projection.groups.method')}</th><th scope="col">{t('projection.methods.reason')}</th><th scope="col"><span className="vh">{t('projection.methods.edit')}</span></th></tr></thead>
              <tbody>
                {setup.groups.map((group) => (
                  <tr key={group.group}>
                    <th scope="row"><Uk>{group.name}</Uk></th>
                    {editing === group.group ? <td colSpan={3}><MethodForm group={group} year={year} onDone={() => setEditing(null)} /></td> : (
                      <>
                        <td>{said(group)}{group.own && <span className="pj-b">{t('projection.methods.own')}</span>}</td>
                        <td className="note"><Uk>{group.reason}</Uk></td>
                        <td className="r"><button type="button" className="link" disabled={readOnly} aria-label={t('projection.methods.editOf', { name: plain(group.name, language) })} onClick={() => setEditing(group.group)}>{t('projection.methods.edit')}</button></td>
                      </>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      )}
    </Loaded>
  );
}

function MethodForm({ group, year, onDone }: { readonly group: Group; readonly year: number; readonly onDone: () => void }) {
  const { t, language } = useText();
  const [method, setMethod] = useState(group.method);
  const [sex, setSex] = useState(group.sex);
  const percent = (share: number | null): string => typed(share === null ? null : Math.round(share * 1e8) / 1e6, language);
  const [text, setText] = useState({ from: String(group.from), to: group.to >= 200 ? '' : String(group.to), born: String(group.bornUntil ?? year - 40), low: percent(group.growth.low), base: percent(group.growth.base), high: percent(group.growth.high), reason: group.own ? group.reason.uk : '' });
  const [error, setError] = useState<ApiError | null>(null);
  const put = (field: keyof typeof text) => (value: string): void => setText((before) => ({ ...before, [field]: value }));
  const store = async (choice: Parameters<typeof change<'projection.setGroup'>>[1]['choice']): Promise<void> => {
    setError(null);
    try { await change('projection.setGroup', { group: group.group, choice }); onDone(); } catch (thrown) { setError(asApiError(thrown)); }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = (value: string, otherwise: number): number => (value.trim() === '' ? otherwise : readNumber(value, language) ?? -1);
    const share = (value: string): number | null => { const n = readNumber(value, language); return n === null ? null : n / 100; };
    void store({
      method, sex, from: method === 'cohort' ? read(text.from, 0) : 0, to: method === 'cohort' ? read(text.to, 200) : 200, bornUntil: method === 'generation' ? read(text.born, year) : null,
      growth: method === 'growth' ? { low: share(text.low), base: share(text.base), high: share(text.high) } : undefined, reason: text.reason.trim(),
    });
  };
  return (
    <form className="pj-form" onSubmit={submit}>
      <ChoiceField label={t('projection.groups.method')} value={method} options={METHODS.map((each) => [each, t(`projection.method.${each}`)])} onChange={setMethod} />
      {method === 'cohort' && <><TextField label={t('projection.methods.from')} value={text.from} onChange={put('from')} max={4} numeric /><TextField label={t('projection.methods.to')} value={text.to} onChange={put('to')} max={4} numeric /></>}
      {method === 'generation' && <TextField label={t('projection.methods.bornUntil')} value={text.born} onChange={put('born')} max={4} numeric />}
      {(method === 'cohort' || method === 'generation') && <ChoiceField label={t('projection.methods.sex')} value={sex} options={(['all', 'female', 'male'] as const).map((each) => [each, t(`projection.sex.${each}`)])} onChange={setSex} />}
      {method === 'growth' && (['low', 'base', 'high'] as const).map((side) => <TextField key={side} label={t(`projection.methods.${side}`)} value={text[side]} onChange={put(side)} max={12} numeric />)}
      <div className="pj-wide"><TextField label={t('projection.methods.reason')} value={text.reason} onChange={put('reason')} max={1000} /></div>
      {error && <div className="pj-wide"><ErrorNotice error={error} /></div>}
      <div className="bt pj-wide">
        <button type="submit" className="ctl pri">{t('common.save')}</button>
        {group.own && <button type="button" className="ctl" onClick={() => void store(null)}>{t('projection.methods.reset')}</button>}
        <button type="button" className="ctl" onClick={onDone}>{t('common.cancel')}</button>
      </div>
    </form>
  );
}
