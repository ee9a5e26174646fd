import type { TraceRef } from '#contract/models.ts';
import { useOneStop } from '../lib/oneStop.ts';
import type { Named, OnTrace, TwinTable } from './types.ts';
import { useWords, type Words } from './words.ts';
import './charts.css';

/** Looks of a part: full = there and known, half = a step less, soft = there but not confirmed, lack = missing, unknown = hatched. */
export type SegmentLook = 'full' | 'half' | 'soft' | 'lack' | 'unknown';

/** A part of a fixed list, with what belongs to it in words. */
export interface Segment extends Named {
  readonly id: string;
  readonly look: SegmentLook;
  /** Code (or short name) shown in the list; `full` is its whole name. */
  readonly items: readonly (Named & { readonly id: string; readonly ref?: TraceRef | null })[];
}

interface Props { readonly parts: readonly Segment[]; readonly onTrace?: OnTrace; readonly onItem?: (id: string) => void; readonly name?: string }

/** Table twin of {@link SegmentedBar}. */
export function segmentTable(parts: readonly Segment[], { t }: Words): TwinTable {
  return {
    columns: [{ id: 'name', label: t('segment.name') }, { id: 'count', label: t('segment.count'), numeric: true }, { id: 'list', label: t('segment.list') }],
    rows: parts.map((p) => ({
      id: p.id,
      cells: [{ kind: 'text', label: p.label, lang: p.lang }, { kind: 'bare', value: p.items.length }, { kind: 'text', label: p.items.map((i) => i.label).join(', '), lang: p.items.find((i) => i.lang)?.lang }],
    })),
  };
}

/** How many of a fixed list: one bar in parts with counts, and below it what each part holds. */
export function SegmentedBar({ parts, onTrace, onItem, name }: Props) {
  const { t } = useWords();
  const list = useOneStop<HTMLUListElement>();
  const total = parts.reduce((n, p) => n + p.items.length, 0);
  const label = name ?? t('segment.aria', { total, parts: parts.filter((p) => !p.lang).map((p) => t('segment.part', { label: p.label, count: p.items.length })).join('; ') });
  const open = (item: Segment['items'][number]) => {
    const { ref } = item;
    if (ref && onTrace) return () => onTrace(ref);
    return onItem ? () => onItem(item.id) : undefined;
  };
  return (
    <div className="sg">
      <div className="sg-bar" role="img" aria-label={label}>
        {parts.filter((p) => p.items.length > 0).map((p) => <span key={p.id} className={`sg-${p.look}`} style={{ flexGrow: p.items.length }}>{p.items.length}</span>)}
      </div>
      <ul ref={list}>
        {parts.map((p) => (
          <li key={p.id} className="sg-part">
            <span className={`sg-key sg-${p.look}`} aria-hidden="true" />
            <div>
              <span className="w5" lang={p.lang}>{p.label} – {p.items.length}</span>
              {p.items.length > 0 && (
                <div className="sg-items">
                  {p.items.map((item) => {
                    const run = open(item);
                    return run
                      ? <button key={item.id} type="button" className="n" lang={item.lang} title={item.full} onClick={run}>{item.label}</button>
                      : <span key={item.id} lang={item.lang} title={item.full}>{item.label}</span>;
                  })}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
