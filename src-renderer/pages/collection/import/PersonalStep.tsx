import { useId } from 'react';
import type { ImportColumn, ImportLook } from '#contract/api/imports.ts';
import { formatShare } from '#contract/format.ts';
import { Notice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { StepButtons } from './StepButtons.tsx';
import { goTo, setColumn, setMapping, useWizard } from './wizard.ts';

/** What in the file is about single persons, and what happens to it: left out, or counted. */
export function PersonalStep() {
  const { t } = useText();
  const { look, mapping } = useWizard();
  const id = useId();
  if (!look || !mapping) return null;
  const columns = look.findings.filter((finding) => finding.where === 'column');
  const cells = look.findings.filter((finding) => finding.where === 'cells');
  const personal = new Set(columns.map((finding) => finding.column));
  const counting = mapping.how === 'count';
  /** What was proposed for a column before it told people apart. */
  const before = (column: number): ImportColumn['role'] => { const role = look.mapping.columns.find((each) => each.column === column)?.role ?? 'skip'; return role === 'distinct' ? 'skip' : role; };
  const distinct = mapping.columns.find((column) => column.role === 'distinct')?.column ?? -1;
  const kept = mapping.columns.filter((column) => personal.has(column.column) && ['value', 'low', 'high', 'source', 'note'].includes(column.role));
  const tellApart = (column: number): void => {
    setMapping({ columns: mapping.columns.map((each) => (each.role === 'distinct' && each.column !== column ? { ...each, role: before(each.column) } : each.column === column ? { ...each, role: 'distinct' as const } : each)) });
  };
  return (
    <>
      {look.findings.length === 0 && <Notice kind="ok">{t('collection.personal.none')}</Notice>}
      {look.findings.length > 0 && (
        <Card title={t('collection.personal.title')}>
          <p className="text">{t('collection.personal.why')}</p>
          <div className="co-wide"><table className="tb">
            <thead><tr>{(['column', 'what', 'share', 'examples', 'fate'] as const).map((name) => <th key={name} scope="col">{t(`collection.personal.${name}`)}</th>)}</tr></thead>
            <tbody>
              {[...columns, ...cells].map((finding) => (
                <tr key={`${finding.column} ${finding.class} ${finding.where}`}>
                  <th scope="row"><ColumnName look={look} column={finding.column} /></th>
                  <td>{t(`collection.class.${finding.class}`)}</td>
                  <td>{finding.where === 'column' ? <WholeColumn share={finding.share} /> : t('collection.personal.cells', { count: finding.count, rows: `${finding.rows.slice(0, 5).join(', ')}${finding.rows.length > 5 ? '…' : ''}` })}</td>
                  <td className="note"><Raw>{finding.examples.slice(0, 3).join(' · ')}</Raw></td>
                  <td>{finding.where === 'cells' ? t('collection.personal.fateCells') : t(`collection.personal.${distinct === finding.column ? 'fateDistinct' : kept.some((column) => column.column === finding.column) ? 'fateKept' : 'fateDropped'}`)}</td>
                </tr>
              ))}
            </tbody>
          </table></div>
        </Card>
      )}
      <Card title={t('collection.how.title')} className="co-how">
        {(['values', 'count'] as const).map((how) => (
          <label key={how}><input type="radio" name={`${id}how`} checked={mapping.how === how} onChange={() => setMapping({ how })} /><span className="w5">{t(`collection.how.${how}`)}</span> <span className="note">{t(`collection.how.${how}Note`)}</span></label>
        ))}
        {counting && (
          <div className="fld co-narrow"><label htmlFor={`${id}d`}>{t('collection.how.distinct')}</label>
            <select id={`${id}d`} className="in" value={distinct} onChange={(event) => tellApart(Number(event.target.value))}>
              {/* Names and numbers tell people apart best: their columns stand first. */}
              <option value={-1}>{t('collection.how.everyRow')}</option>
              {look.columns.filter((column) => column.filled > 0).toSorted((a, b) => Number(personal.has(b.column)) - Number(personal.has(a.column))).map((column) => <option key={column.column} value={column.column}>{`${column.letter} · ${column.head.at(-1) ?? ''}`}</option>)}
            </select>
          </div>
        )}
      </Card>
      {kept.length > 0 && <Notice><span>{t('collection.personal.keptNote', { columns: kept.map((column) => look.columns.find((each) => each.column === column.column)?.letter).join(', ') })}</span><div className="bt"><button type="button" className="ctl" onClick={() => kept.forEach((column) => setColumn(column.column, { role: 'skip' }))}>{t('collection.personal.drop')}</button></div></Notice>}
      <StepButtons back="sheet" next={() => goTo('columns')} label={t('collection.next.columns')} blocked={kept.length > 0 ? t('collection.personal.blocked') : null} />
    </>
  );
}

/** Letter and name of a column. */
export function ColumnName({ look, column }: { readonly look: ImportLook; readonly column: number }) {
  const found = look.columns.find((each) => each.column === column);
  return <><span className="mono">{found?.letter}</span> <Raw>{found?.head.join(' / ') ?? ''}</Raw></>;
}

function WholeColumn({ share }: { readonly share: number }) {
  const { t, language } = useText();
  return t('collection.personal.whole', { share: formatShare(share, language) });
}
