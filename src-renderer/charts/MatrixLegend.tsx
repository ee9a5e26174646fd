import { Triangle } from '../components/Marks.tsx';
import type { MatrixMeasure } from './types.ts';
import type { Words } from './words.ts';

const CLASSES = ['h1', 'h2', 'h3', 'h4', 'h5', 'nd', 'h0'] as const;

/** What the grounds of the matrix mean, in words. */
export function MatrixLegend({ words, measure, conflict }: { readonly words: Words; readonly measure: MatrixMeasure; readonly conflict: boolean }) {
  const { t } = words;
  return (
    <div className="mx-foot">
      <ul className="mx-legend" aria-label={t('matrix.legend')}>
        <li className="w5" aria-hidden="true">{t('matrix.legend')}</li>
        {CLASSES.map((c) => <li key={c}><i className={c} aria-hidden="true">{c === 'nd' ? t('unknown') : c === 'h0' ? 0 : 12}</i>{t(`matrix.${c}`)}</li>)}
        {conflict && <li><i className="cfc" aria-hidden="true"><Triangle /></i>{t('conflictWords')}</li>}
      </ul>
      <p className="note">{t(`matrix.note.${measure}`)}</p>
    </div>
  );
}
