import { useId, useState, type FormEvent } from 'react';
import type { SurveyInfo } from '#contract/api/surveys.ts';
import { formatDate, formatNumber } from '#contract/format.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { EmptyState, PageHead } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { useText } from '../../../i18n/index.ts';
import { href, navigate } from '../../../lib/route.ts';
import { hasCyrillic, plainText } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { useAct } from './useAct.ts';

const NONE: readonly SurveyInfo[] = [];

/** All surveys of the plan and how to begin one. */
export function SurveyList() {
  const { t, language } = useText();
  const view = useView('surveys.view', {}, ['surveys']);
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const [adding, setAdding] = useState(false);
  const surveys = view.data ?? NONE;
  const dates = ({ started, ended }: SurveyInfo): string => [...new Set([started, ended].filter((date) => date !== ''))].map((date) => formatDate(date, language)).join('–');
  const add = <button type="button" className="ctl pri" disabled={readOnly} onClick={() => setAdding(true)}>{t('surveys.add')}</button>;
  return (
    <>
      <PageHead title={t('surveys.title')} sub={t('surveys.sub')}>
        {surveys.length > 0 && (
          <TableActions table={() => ({
            title: t('surveys.title'), columns: [{ title: t('surveys.col.name'), kind: 'text' }, { title: t('surveys.col.dates'), kind: 'text' }, { title: t('surveys.col.selection'), kind: 'text' }, { title: t('surveys.col.questions'), kind: 'number' }, { title: t('surveys.col.answers'), kind: 'number' }],
            rows: surveys.map((one) => [one.name, dates(one), t(`surveys.select.${one.selection}`), one.questions, one.answers]),
          })} />
        )}
        {surveys.length > 0 && add}
      </PageHead>
      <Loaded view={view} lines={4}>
        {() => (surveys.length === 0 ? <EmptyState title={t('surveys.empty')} text={t('surveys.emptyText')}>{add}</EmptyState> : (
          <div className="su-wide" role="group" aria-label={t('surveys.title')} tabIndex={0}>
            <table className="tb">
              <thead><tr><th scope="col">{t('surveys.col.name')}</th><th scope="col">{t('surveys.col.dates')}</th><th scope="col">{t('surveys.col.selection')}</th><th scope="col" className="r">{t('surveys.col.questions')}</th><th scope="col" className="r">{t('surveys.col.answers')}</th></tr></thead>
              <tbody>
                {surveys.map((one) => (
                  <tr key={one.id}>
                    <td><a className="w5" href={href('needs', { tab: 'surveys', id: one.id })} lang={language === 'en' && hasCyrillic(one.name) ? 'uk' : undefined}>{one.name}</a></td>
                    <td>{dates(one)}</td><td>{t(`surveys.select.${one.selection}`)}</td><td className="r">{formatNumber(one.questions, language)}</td><td className="r">{formatNumber(one.answers, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      </Loaded>
      {adding && <AddDialog surveys={surveys} onClose={() => setAdding(false)} />}
    </>
  );
}

/** Name and questionnaire of a new survey: the built-in one, an empty one, or that of another survey. */
function AddDialog({ surveys, onClose }: { readonly surveys: readonly SurveyInfo[]; readonly onClose: () => void }) {
  const { t, language } = useText();
  const id = useId();
  const [name, setName] = useState('');
  const [from, setFrom] = useState('builtin');
  const { busy, error, act } = useAct();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await act(() => change('surveys.add', { name: name.trim(), language, ...(from === 'builtin' || from === 'empty' ? { from } : { from: 'copy', copy: from }) }));
    if (done) navigate('needs', { tab: 'surveys', id: done.id });
  };
  return (
    <Dialog title={t('surveys.addTitle')} onClose={onClose}>
      <form className="dlg" onSubmit={(event) => void submit(event)}>
        <div className="fld"><label htmlFor={`${id}n`}>{t('surveys.name')}</label><input id={`${id}n`} className="in" required maxLength={200} data-autofocus value={name} placeholder={t('surveys.nameHint')} onChange={(event) => setName(event.target.value)} /></div>
        <div className="fld">
          <label htmlFor={`${id}f`}>{t('surveys.from')}</label>
          <select id={`${id}f`} className="in" value={from} onChange={(event) => setFrom(event.target.value)}>
            <option value="builtin">{t('surveys.fromBuiltin')}</option>
            <option value="empty">{t('surveys.fromEmpty')}</option>
            {surveys.map((one) => <option key={one.id} value={one.id}>{t('surveys.fromCopy', { name: plainText(one.name, language) })}</option>)}
          </select>
          <p className="note">{t(from === 'builtin' ? 'surveys.aboutBuiltin' : from === 'empty' ? 'surveys.aboutEmpty' : 'surveys.aboutCopy')}</p>
        </div>
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={busy || name.trim() === ''}>{t('common.add')}</button></div>
      </form>
    </Dialog>
  );
}
