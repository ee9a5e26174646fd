import { useId, useRef, useState, type ReactNode } from 'react';
import { CardMenu, type Command } from './CardMenu.tsx';
import { copyImage, copyTable, saveTable, type CopyResult } from './copy.ts';
import { TableTwin } from './TableTwin.tsx';
import type { OnTrace, TwinTable } from './types.ts';
import { useWords } from './words.ts';
import './charts.css';

export interface ChartCardProps {
  /** What is shown. */
  readonly title: string;
  /** Unit and year. */
  readonly subtitle?: string;
  /** The same data as a table. */
  readonly table: TwinTable;
  readonly onTrace?: OnTrace;
  /** A sentence under the chart. */
  readonly note?: ReactNode;
  /** Name of copied files without ending; the title when left out. */
  readonly fileName?: string;
  /** Word of the button that leads back from the table. */
  readonly back?: 'asChart' | 'asMap';
  /** Further commands of its menu. */
  readonly more?: readonly Command[];
  readonly className?: string;
  readonly children: ReactNode;
}

/** A card around a chart: title, switch to the table twin, copying as a picture and as a table. */
export function ChartCard({ title, subtitle, table, onTrace, note, fileName, back = 'asChart', more = [], className = '', children }: ChartCardProps) {
  const words = useWords();
  const { t } = words;
  const [asTable, setAsTable] = useState(false);
  const [said, setSaid] = useState('');
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const name = (fileName ?? title).replace(/[\\/:*?"<>|]+/g, ' ').trim();

  const report = (done: Promise<CopyResult>, copied: string) => {
    setSaid('');
    done.then((result) => setSaid(result.kind === 'copied' ? t(copied) : result.kind === 'downloaded' ? t('downloaded', { name: result.name }) : t('failed')),
      () => setSaid(t('failed')));
  };
  const commands = [
    { id: 'image', label: t('copyImage'), run: () => { if (card.current) report(copyImage(card.current, name), 'copiedImage'); } },
    ...more,
    { id: 'table', label: t('copyTable'), run: () => report(copyTable(table, words, name), 'copiedTable') },
    { id: 'save', label: t('saveTable'), run: () => report(saveTable(table, words, name), 'copiedTable') },
  ];
  const action = t(asTable ? back : 'asTable');

  return (
    <section className={`card ch-card ${className}`} ref={card} aria-labelledby={id}>
      <div className="ch-head">
        <h2 id={id}>{title}</h2>
        {subtitle && <span className="note">{subtitle}</span>}
        <span className="ch-tools" data-noimage>
          <button type="button" className="ch-link" aria-label={t('of', { action, title })} onClick={() => setAsTable(!asTable)}>{action}</button>
          <CardMenu name={t('of', { action: t('menu'), title })} commands={commands} />
        </span>
      </div>
      {asTable ? <TableTwin table={table} title={title} onTrace={onTrace} /> : children}
      {note && <p className="note ch-note">{note}</p>}
      <p role="status" className={said ? 'note ch-said' : 'vh'} data-noimage>{said}</p>
    </section>
  );
}
