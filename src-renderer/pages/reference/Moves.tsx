import { useState } from 'react';
import type { MovedResult, PlanReference, ResultMoves } from '#contract/api/reference.ts';
import type { Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Card } from '../../components/Page.tsx';
import { Tx, Uk } from '../../components/Text.tsx';
import { translate as t, useText } from '../../i18n/index.ts';
import { boundsText, numText, unitAfter } from '../../lib/numbers.ts';
import { shown } from '../../lib/text.ts';
import { usePlan } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';
import { useView } from '../../plan/useView.ts';
import { differenceColumns } from './columns.tsx';
import { RefActions, RefTable, type RefColumn } from './table.tsx';

/** «60 осіб, від 55 до 70», with the unit in its right form. */
function told(num: Num, language: Language): string {
  const range = boundsText(num, language);
  const unit = num.value === null ? '' : unitAfter(num.value, num.unit, language);
  return `${numText(num, language)}${unit === '' ? '' : ` ${unit}`}${range === null ? '' : `, ${t('common.bounds', { range })}`}`;
}

function columnsOf(language: Language): readonly RefColumn<MovedResult>[] {
  const whole = (lng: Language): string => t('reference.moves.whole', { lng });
  const name = (row: MovedResult) => row.of?.name ?? { uk: whole('uk'), en: whole('en') };
  const because = (row: MovedResult): string => row.because.map((entry) => shown(entry.name, language)).join('; ');
  const result = (row: MovedResult): string => t(`traces.what.${row.result}`);
  return [
    { id: 'of', width: 24, title: t('reference.moves.of'), cell: (row) => <Uk>{name(row)}</Uk>, out: (row) => shown(name(row), language) },
    { id: 'code', title: t('reference.col.code'), out: (row) => row.of?.code ?? '' },
    { id: 'result', width: 16, title: t('reference.moves.result'), cell: result, out: result },
    { id: 'before', width: 16, title: t('reference.diff.before'), align: 'right', cell: (row) => told(row.before, language), out: (row) => told(row.before, language) },
    { id: 'after', width: 16, title: t('reference.diff.after'), align: 'right', cell: (row) => <b className="w5">{told(row.after, language)}</b>, out: (row) => told(row.after, language) },
    { id: 'because', title: t('reference.moves.because'), cell: (row) => row.because.map((entry, at) => <span key={`${entry.table} ${entry.id}`}>{at > 0 && '; '}<Uk>{entry.name}</Uk></span>), out: because },
  ];
}

/** Which results of the plan another book changes and why; a sentence when it changes none. */
export function Moves({ moves }: { readonly moves: ResultMoves }) {
  const { language } = useText();
  const { moved, unmoved, year } = moves;
  const columns = columnsOf(language);
  if (moved.length === 0) return <p>{t('reference.moves.none', { n: unmoved })}</p>;
  return (
    <>
      <div className="row"><h3 className="w5">{t('reference.moves.title', { count: moved.length, year })}</h3><span className="note">{unmoved > 0 && t('reference.moves.unmoved', { count: unmoved })}</span><span className="sp" /><RefActions title={t('reference.moves.table', { year })} rows={moved} columns={columns} /></div>
      <RefTable caption={t('reference.moves.table', { year })} rows={moved} all={moved.length} columns={columns} rowId={(row) => `${row.of?.id ?? ''}.${row.result}`} selected={null} />
    </>
  );
}

/** A plan computed with an older book than the one of this computer: what the newer one changes, and accepting it for this plan. */
export function PlanBook() {
  const view = useView('reference.plan', {}, ['reference', 'plan', 'needs', 'capacity', 'groups']);
  return <Loaded view={view} lines={4}>{(book) => (book.state === 'older' ? <Waiting book={book} /> : null)}</Loaded>;
}

function Waiting({ book }: { readonly book: PlanReference }) {
  const { language } = useText();
  const { info } = usePlan();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const adopt = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try { await change('reference.adopt', {}); } catch (thrown) { setError(asApiError(thrown)); }
    setBusy(false);
  };
  const { differences } = book;
  const columns = differenceColumns(language);
  return (
    <Card title={t('reference.plan.title')} note={<Tx k="reference.plan.versions" p={{ own: book.own, present: book.present }} />} className="dfc">
      {error && <ErrorNotice error={error} />}
      <p>{t(book.kept ? 'reference.plan.kept' : 'reference.plan.lost')}</p>
      {book.kept && <Moves moves={book.moves} />}
      <div className="bt"><button type="button" className="ctl pri" disabled={busy || info?.readOnly !== false} onClick={() => void adopt()}>{t('reference.plan.adopt')}</button></div>
      {differences.length > 0 && (
        <details>
          <summary>{t('reference.plan.differences', { count: differences.length })}</summary>
          <RefTable caption={t('reference.table.differences')} rows={differences} all={differences.length} columns={columns} rowId={(row) => `${row.table}.${row.id}.${row.field}`} selected={null} />
        </details>
      )}
    </Card>
  );
}
