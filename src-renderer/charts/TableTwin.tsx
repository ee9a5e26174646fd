import { formatNumber } from '#contract/format.ts';
import { hasValue, type OnTrace, type TwinCell, type TwinTable } from './types.ts';
import { NumButton } from './NumButton.tsx';
import { useWords } from './words.ts';
import './charts.css';

/** The same data as a chart in a table that people can read, copy and walk through; the first column heads its row. */
export function TableTwin({ table, title, onTrace }: { readonly table: TwinTable; readonly title: string; readonly onTrace?: OnTrace }) {
  const words = useWords();
  const content = (cell: TwinCell) => {
    if (cell.kind === 'text') return cell.label;
    if (cell.kind === 'bare') return cell.value === null ? words.t('unknown') : formatNumber(cell.value, words.lang, { digits: cell.digits ?? 0 });
    return <NumButton num={cell.num} words={words} onTrace={onTrace} digits={cell.digits} className={cell.num.state === 'carried' ? 'ty' : ''} />;
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable by keys
    <div className="ch-twin" role="group" aria-label={title} tabIndex={0}>
      <table className="tb">
        <caption className="vh">{title}</caption>
        <thead><tr>{table.columns.map((c) => <th key={c.id} scope="col" lang={c.lang} className={c.numeric ? 'r' : undefined}>{c.label}</th>)}</tr></thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, i) => {
                const column = table.columns[i];
                const lang = cell.kind === 'text' ? cell.lang : undefined;
                const key = column?.id ?? i;
                return i === 0
                  ? <th key={key} scope="row" lang={lang}>{content(cell)}</th>
                  : <td key={key} lang={lang} className={`${column?.numeric ? 'r' : ''} ${unknownClass(cell)}`.trim() || undefined}>{content(cell)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function unknownClass(cell: TwinCell): string {
  if (cell.kind === 'text') return '';
  if (cell.kind === 'bare') return cell.value === null ? 'nd' : '';
  if (cell.num.state === 'na') return 'na';
  return !hasValue(cell.num) || cell.num.state === 'partial' ? 'nd' : '';
}
