import type { StaffRisksView } from '#contract/api/staff.ts';
import { formatNumber } from '#contract/format.ts';
import { ChartCard, hasValue, LineRange, lineTable, MOST_LINES, useWords } from '../../../charts/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Num } from '../../../components/Num.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Raw, Says } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { useText } from '../../../i18n/index.ts';
import { sentencePlain } from '../../../i18n/sentence.ts';
import { boundsText, numText } from '../../../lib/numbers.ts';
import type { Scope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { langOf } from '../../needs/projection/fields.tsx';
import { short } from '../../needs/projection/GroupLines.tsx';
import { NumberField } from '../../needs/surveys/NumberField.tsx';
import { namesOf } from './names.ts';

/** Vacancies, what ages take away by year, and what stops when one thing drops out. */
export function RisksView({ scope, readOnly }: { readonly scope: Scope; readonly readOnly: boolean }) {
  const view = useView('staffRisks.view', scope, ['capacity', 'needs', 'reference']);
  return <Loaded view={view} lines={10}>{(data) => <><Points view={data} scope={scope} /><Cliff view={data} readOnly={readOnly} /><Vacancies view={data} /></>}</Loaded>;
}

function Points({ view, scope }: { readonly view: StaffRisksView; readonly scope: Scope }) {
  const { t, language } = useText();
  const names = namesOf(view, language);
  const table = () => ({
    title: t('staff.risks.points'), note: t('staff.risks.outNote', { year: scope.year }),
    columns: [{ title: t('staff.risks.what'), kind: 'text' as const }, { title: t('staff.risks.services'), kind: 'text' as const }, { title: t('staff.risks.people2'), kind: 'text' as const }],
    rows: view.points.map((point) => [sentencePlain(point.name, language), point.services.map((each) => `${names.service(each.service)}: ${numText(each.people, language)}`).join('; '), boundsText(point.atRisk, language) ?? numText(point.atRisk, language)]),
  });
  return (
    <Card title={t('staff.risks.points')} action={<span className="row"><TableActions table={table} /></span>}>
      <p className="note text">{t('staff.risks.pointsAbout')} {t('staff.risks.overlap')}</p>
      {view.points.length === 0 ? <p className="note text">{t('staff.risks.noPoints')}</p> : (
        <div className="pj-scroll pj-tall" role="group" aria-label={t('staff.risks.points')} tabIndex={0}>
          <table className="tb">
            <caption className="vh">{t('staff.risks.points')}</caption>
            <thead><tr><th scope="col">{t('staff.risks.what')}</th><th scope="col">{t('staff.risks.services')}</th><th scope="col" className="r">{t('staff.risks.people2')}</th></tr></thead>
            <tbody>
              {view.points.map((point) => (
                <tr key={point.id}>
                  <th scope="row" className="st-wrap"><Says>{point.name}</Says></th>
                  <td className="st-wrap">{point.services.map((each) => <div key={`${each.provider} ${each.service}`}><Raw>{names.service(each.service)}</Raw>: <Num num={each.people} label={names.servicePlain(each.service)} unit /></div>)}</td>
                  <td className="r">{boundsText(point.atRisk, language) ?? <Num num={point.atRisk} label={t('staff.risks.people2')} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function Cliff({ view, readOnly }: { readonly view: StaffRisksView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const words = useWords();
  const names = namesOf(view, language);
  const known = view.cliff.filter((row) => row.left.some(hasValue)).toSorted((a, b) => (b.filled ?? 0) - (a.filled ?? 0));
  const series = known.slice(0, MOST_LINES).map((row) => ({ id: row.category, label: short(names.category(row.category)), full: names.category(row.category), lang: langOf(names.category(row.category), language), nums: row.left }));
  const years = [0, 1, 3, 5, 10].filter((at) => at < view.years.length);
  const out = () => ({
    title: t('staff.risks.cliffOut'), columns: [{ title: t('staff.risks.category'), kind: 'text' as const }, ...view.years.map((year) => ({ title: String(year), kind: 'number' as const }))],
    rows: view.cliff.map((row) => [names.category(row.category), ...row.left.map((num) => num.value)]),
  });
  return (
    <>
      {series.length > 0 && (
        <ChartCard title={t('staff.risks.cliff')} subtitle={t('staff.risks.cliffAbout', { leave: view.leave })} table={lineTable(series, view.years, words, t('projection.people.year'))} onTrace={openTrace}>
          <LineRange years={view.years} series={series} axisNote={t('projection.line.axis')} name={`${t('staff.risks.cliff')}: ${known.slice(0, MOST_LINES).map((row) => names.categoryPlain(row.category)).join('; ')}`} height={220} />
        </ChartCard>
      )}
      <Card title={t('staff.risks.cliffOut')} action={<span className="row"><TableActions table={out} /></span>}>
        <div className="row pj-bar"><NumberField label={t('staff.risks.leave')} value={view.leave} low={50} high={80} whole disabled={readOnly} onSet={(value) => { change('staff.setParameters', { values: [{ parameter: 'age.leave', value }] }).catch(() => undefined); }} onEmpty={() => { change('staff.setParameters', { values: [{ parameter: 'age.leave', value: null }] }).catch(() => undefined); }} /></div>
        {known.length < view.cliff.length || view.cliff.length === 0 ? <p className="note text">{t('staff.risks.noAges')}</p> : null}
        {view.cliff.length > 0 && (
          <div className="pj-scroll" role="group" aria-label={t('staff.risks.cliff')} tabIndex={0}>
            <table className="tb">
              <caption className="vh">{t('staff.risks.cliff')}</caption>
              <thead><tr><th scope="col">{t('staff.risks.category')}</th><th scope="col" className="r">{t('staff.risks.people')}</th>{years.map((at) => <th key={at} scope="col" className="r">{view.years[at]}</th>)}</tr></thead>
              <tbody>
                {view.cliff.map((row) => (
                  <tr key={row.category}>
                    <th scope="row"><Raw>{names.category(row.category)}</Raw></th>
                    <td className="r">{row.people ?? t('states.sign.unknown')}</td>
                    {years.map((at) => { const num = row.left[at]; return <td key={at} className="r">{num && <><Num num={num} label={`${names.categoryPlain(row.category)}, ${view.years[at]}`} marks="none" /><span className="pj-b">{boundsText(num, language)}</span></>}</td>; })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
    </>
  );
}

function Vacancies({ view }: { readonly view: StaffRisksView }) {
  const { t, language } = useText();
  const names = namesOf(view, language);
  const number = (value: number): string => formatNumber(value, language, { digits: { min: 0, max: 2 } });
  const heads = ['provider', 'service', 'category', 'posts', 'filled', 'vacant'] as const;
  const table = () => ({ title: t('staff.risks.vacancies'), columns: heads.map((id, at) => ({ title: t(`staff.table.col.${id}`), kind: at > 2 ? 'number' as const : 'text' as const })), rows: view.vacancies.map((row) => [names.unit(row.provider), names.service(row.service), names.category(row.category), row.posts, row.filled, row.vacant]) });
  return (
    <Card title={t('staff.risks.vacancies')} action={<span className="row"><TableActions table={table} /></span>}>
      {view.vacancies.length === 0 ? <p className="note text">{t('staff.risks.noVacancies')}</p> : (
        <div className="pj-scroll" role="group" aria-label={t('staff.risks.vacancies')} tabIndex={0}>
          <table className="tb">
            <caption className="vh">{t('staff.risks.vacancies')}</caption>
            <thead><tr>{heads.map((id, at) => <th key={id} scope="col" className={at > 2 ? 'r' : undefined}>{t(`staff.table.col.${id}`)}</th>)}</tr></thead>
            <tbody>{view.vacancies.map((row) => (
              <tr key={`${row.provider} ${row.service} ${row.category}`}>
                <th scope="row"><Raw>{names.unit(row.provider)}</Raw></th><td className="st-wrap"><Raw>{names.service(row.service)}</Raw></td><td className="st-wrap"><Raw>{names.category(row.category)}</Raw></td>
                <td className="r">{number(row.posts)}</td><td className="r">{number(row.filled)}</td><td className="r">{number(row.vacant)}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
