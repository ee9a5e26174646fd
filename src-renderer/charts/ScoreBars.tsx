import type { ReactNode } from 'react';
import type { Num } from '#contract/models.ts';
import { bySizeUnknownLast, hasValue, isEstimate, type Named, type OnTrace, type TwinTable } from './types.ts';
import { NumButton } from './NumButton.tsx';
import { useWords, type Words } from './words.ts';
import './charts.css';

/** One place of a ranking: score 0–100, its parts and the reason in words. */
export interface ScoreDatum extends Named {
  readonly id: string;
  readonly score: Num;
  /** Points of each part, in the order of the weights. */
  readonly parts: readonly number[];
  readonly reason: string;
  readonly reasonLang?: Named['lang'];
}

interface Props { readonly rows: readonly ScoreDatum[]; readonly onTrace?: OnTrace; readonly name: string; readonly max?: number; readonly mark?: ReactNode }

const order = (rows: readonly ScoreDatum[]) => bySizeUnknownLast(rows, (r) => r.score);
const sum = (parts: readonly number[], words: Words) => parts.map((p) => words.bare(p)).join(' + ');

/** Table twin of {@link ScoreBars}. */
export function scoreTable(rows: readonly ScoreDatum[], words: Words): TwinTable {
  const { t } = words;
  return {
    columns: [{ id: 'place', label: t('score.place'), numeric: true }, { id: 'name', label: t('score.name') }, { id: 'score', label: t('score.score'), numeric: true }, { id: 'parts', label: t('score.parts') }, { id: 'reason', label: t('score.reason') }],
    rows: order(rows).map((r, i) => ({
      id: r.id,
      cells: [{ kind: 'bare', value: i + 1 }, { kind: 'text', label: r.full ?? r.label, lang: r.lang }, { kind: 'num', num: r.score }, { kind: 'text', label: sum(r.parts, words) }, { kind: 'text', label: r.reason, lang: r.reasonLang }],
    })),
  };
}

/** A ranking: place, name, score, bar, reason and the sum of its parts. */
export function ScoreBars({ rows, onTrace, name, max = 100 }: Props) {
  const words = useWords();
  return (
    <ol className="sc" aria-label={name}>
      {order(rows).map((r, i) => (
        <li key={r.id}>
          <span className="q sc-place">{i + 1}</span>
          <div>
            <div className="sc-head">
              <span className="w5" lang={r.lang} title={r.full}>{r.label}</span>
              {isEstimate(r.score) && hasValue(r.score) && <span className="mk as" title={words.t('estimateWords')} aria-hidden="true">~</span>}
              <span className="sc-score"><NumButton num={r.score} words={words} onTrace={onTrace} name={isEstimate(r.score) && hasValue(r.score) ? `${words.num({ ...r.score, state: 'known', assumed: false })}, ${words.t('estimateWords')}` : undefined}>{hasValue(r.score) ? words.num({ ...r.score, state: 'known', assumed: false }) : undefined}</NumButton></span>
            </div>
            {hasValue(r.score)
              ? <div className="sc-bar" aria-hidden="true"><i style={{ width: `${Math.max(0, Math.min(100, (r.score.value / max) * 100))}%` }} /></div>
              : <div className="sc-bar nd" aria-hidden="true" />}
            <p className="note" lang={r.reasonLang}>{r.reason}</p>
            {r.parts.length > 0 && <p className="note sc-parts">{sum(r.parts, words)}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
