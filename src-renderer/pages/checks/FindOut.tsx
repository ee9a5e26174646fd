import { useMemo, useState } from 'react';
import type { FindOutRow, FindOutView } from '#contract/api/checks.ts';
import { formatValueRange } from '#contract/format.ts';
import { ChartCard, SwingBars, type SwingDatum, type TwinTable } from '../../charts/index.ts';
import { EmptyState } from '../../components/Page.tsx';
import { Says } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { sentencePlain, sentenceText } from '../../i18n/sentence.ts';
import { hasCyrillic } from '../../lib/text.ts';
import { unitHead } from '../../lib/numbers.ts';
import { issueHref } from './Issues.tsx';

/** So many are shown before «Показати всі». */
const SHOWN = 12;

/** What to find out next: a tornado of the swings, and the same in words with a way to each cell. */
export function FindOut({ view }: { readonly view: FindOutView }) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  if (view.rows.length === 0) return <EmptyState title={t('checks.findOut.empty')} text={t('checks.findOut.emptyText')} />;
  const shown = all ? view.rows : view.rows.slice(0, SHOWN);
  return (
    <div className="chk-next">
      {(['person', 'family'] as const).map((unit) => {
        const rows = shown.filter((row) => row.unit === unit);
        return rows.length > 0 && <Swings key={unit} rows={rows} family={unit === 'family'} />;
      })}
      <Rows rows={shown} />
      {view.rows.length > SHOWN && <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('checks.findOut.less') : t('checks.findOut.all', { n: view.rows.length })}</button>}
      <p className="note">{t('checks.findOut.people')} {view.unbounded > 0 && t('checks.findOut.unbounded', { count: view.unbounded })}</p>
    </div>
  );
}

function Swings({ rows, family }: { readonly rows: readonly FindOutRow[]; readonly family: boolean }) {
  const { t, language } = useText();
  const data = useMemo(() => rows.map((row): SwingDatum => {
    const label = sentenceText(row.what, language);
    return { id: JSON.stringify(row.key), label, result: row.unmet, unit: row.unit, ...(language === 'en' && hasCyrillic(label) ? { lang: 'uk' as const } : {}) };
  }), [rows, language]);
  const table: TwinTable = {
    columns: [{ id: 'what', label: t('checks.findOut.col.what') }, ...(['low', 'high', 'now'] as const).map((id) => ({ id, label: t(`checks.findOut.${id}`), numeric: true }))],
    rows: data.map((row) => ({ id: row.id, cells: [{ kind: 'text', label: row.label, lang: row.lang }, { kind: 'bare', value: row.result.low }, { kind: 'bare', value: row.result.high }, { kind: 'bare', value: row.result.base }] })),
  };
  return (
    <ChartCard title={t('checks.findOut.chart')} subtitle={t(family ? 'checks.findOut.chartFamilies' : 'checks.findOut.chartNote')} table={table} note={t('checks.findOut.note')}>
      <SwingBars rows={data} name={t('checks.findOut.chart')} />
    </ChartCard>
  );
}

function Rows({ rows }: { readonly rows: readonly FindOutRow[] }) {
  const { t, language } = useText();
  return (
    <div className="chk-table">
      <table className="tb">
        <caption className="vh">{t('checks.findOut.title')}</caption>
        <thead><tr>{(['what', 'why', 'bounds', 'unmet', 'swing', 'go'] as const).map((id) => <th key={id} scope="col" className={id === 'bounds' || id === 'unmet' || id === 'swing' ? 'r' : undefined}>{t(`checks.findOut.col.${id}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row.key)}>
              <th scope="row"><Says>{row.what}</Says></th><td className="note"><Says>{row.why}</Says></td>
              <td className="r">{formatValueRange(row.bounds.low ?? 0, row.bounds.high ?? 0, row.boundsUnit, language)}</td>
              <td className="r">{formatValueRange(row.unmet.low ?? 0, row.unmet.high ?? 0, row.unit, language)}</td>
              <td className="r">{formatValueRange(row.swing, row.swing, row.unit, language)} <span className="q">{unitHead(row.unit, language)}</span></td>
              <td><a href={issueHref({ page: row.page, link: row.key })} aria-label={t('checks.goTo', { what: sentencePlain(row.what, language) })}>{t('checks.go')}</a></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
