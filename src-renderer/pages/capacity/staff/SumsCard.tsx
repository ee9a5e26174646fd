import type { StaffSum, StaffView } from '#contract/api/staff.ts';
import { formatNumber } from '#contract/format.ts';
import { Mark } from '../../../components/Marks.tsx';
import { Num } from '../../../components/Num.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import type { Scope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { namesOf } from './names.ts';

const open = (sum: StaffSum): boolean => sum.state === 'differs' || sum.state === 'noFigure';

/** Sums of the staffing table beside the figures of posts; taken over only when somebody says so. */
export function SumsCard({ view, scope, readOnly, onRun }: { readonly view: StaffView; readonly scope: Scope; readonly readOnly: boolean; readonly onRun: (act: Promise<unknown>) => void }) {
  const { t, language } = useText();
  const names = namesOf(view, language);
  const number = (value: number | null): string => (value === null ? t('states.sign.unknown') : formatNumber(value, language, { digits: { min: 0, max: 2 } }));
  const waiting = view.sums.filter(open);
  const take = (sums: readonly StaffSum[]): void => onRun(change('staff.toFigures', { ...scope, pairs: sums.map(({ provider, service }) => ({ provider, service })) }));
  return (
    <>
      <p className="note text">{t('staff.sums.about')}</p>
      <div className="pj-scroll" role="group" aria-label={t('staff.sums.title')} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t('staff.sums.title')}</caption>
          <thead><tr>
            <th scope="col">{t('staff.table.col.provider')}</th><th scope="col">{t('staff.table.col.service')}</th>
            {(['posts', 'filled'] as const).flatMap((id) => (['table', 'figure'] as const).map((side) => <th key={`${id}${side}`} scope="col" className="r">{t(`staff.sums.${id}`)}, {t(`staff.sums.${side}`)}</th>))}
            <th scope="col">{t('staff.sums.verdict')}</th>
          </tr></thead>
          <tbody>
            {view.sums.map((sum) => {
              const name = `${names.unitPlain(sum.provider)}, ${names.servicePlain(sum.service)}`;
              return (
                <tr key={`${sum.provider} ${sum.service}`}>
                  <th scope="row"><Raw>{names.unit(sum.provider)}</Raw></th>
                  <td><Raw>{names.service(sum.service)}</Raw></td>
                  <td className="r">{number(sum.posts)}</td><td className="r"><Num num={sum.figurePosts} label={`${t('staff.sums.posts')}, ${name}`} /></td>
                  <td className="r">{number(sum.filled)}</td><td className="r"><Num num={sum.figureFilled} label={`${t('staff.sums.filled')}, ${name}`} /></td>
                  <td>{sum.state === 'differs' && <Mark kind="conflict" />} {t(`staff.sums.state.${sum.state}`)}{open(sum) && <> <button type="button" className="link" disabled={readOnly} aria-label={t('staff.sums.takeOf', { name })} onClick={() => take([sum])}>{t('staff.sums.take')}</button></>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {waiting.length > 1 && <div className="bt"><button type="button" className="ctl" disabled={readOnly} onClick={() => take(waiting)}>{t('staff.sums.takeAll', { count: waiting.length })}</button></div>}
    </>
  );
}
