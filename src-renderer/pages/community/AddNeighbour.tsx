import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import type { Output } from '#contract/api.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { plain } from '../../lib/text.ts';
import { change } from '../../plan/useChange.ts';
import { useView } from '../../plan/useView.ts';

type Hit = Output<'community.search'>['items'][number];

/** A search over all communities; arrows choose, Enter adds, Esc closes. */
export function AddNeighbour({ code, near, onAdded }: { readonly code: string | null; readonly near: Output<'community.view'>['neighbours']; readonly onAdded: (name: string) => void }) {
  const { t, language } = useText();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [error, setError] = useState<ApiError | null>(null);
  const query = useDeferredValue(text.trim());
  const found = useView('community.search', query.length < 2 ? null : { query, limit: 8 }, []);
  const hits = query.length < 2 ? [] : found.data?.items ?? [];
  const taken = (hit: Hit): 'own' | 'is' | null => (hit.code === code ? 'own' : near.some((row) => row.code === hit.code) ? 'is' : null);
  const active = hits[Math.min(at, hits.length - 1)];
  const add = async (hit: Hit): Promise<void> => {
    if (taken(hit) !== null) return;
    setError(null);
    try {
      await change('neighbour.add', { code: hit.code });
      setText('');
      onAdded(plain(hit.name, language));
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(Math.max(0, Math.min(hits.length - 1, Math.min(at, hits.length - 1) + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && active) { event.preventDefault(); void add(active); }
    else if (event.key === 'Escape' && text !== '') { event.stopPropagation(); setText(''); }
  };
  return (
    <div className="fld cm-find">
      <label htmlFor={`${id}i`}>{t('community.neighbours.find')}</label>
      <input id={`${id}i`} className="in" role="combobox" aria-expanded={hits.length > 0} aria-controls={`${id}l`} aria-autocomplete="list" aria-activedescendant={active ? `${id}${active.code}` : undefined} autoComplete="off" spellCheck={false}
        placeholder={t('community.neighbours.findHint')} value={text} onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={onKeyDown} />
      <ul id={`${id}l`} role="listbox" aria-label={t('community.neighbours.hits')} className={hits.length > 0 ? 'cm-hits' : undefined}>
        {hits.map((hit) => {
          const why = taken(hit);
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field steers the list by keys
            <li key={hit.code} id={`${id}${hit.code}`} role="option" aria-selected={hit === active} aria-disabled={why !== null} onMouseDown={(event) => event.preventDefault()} onClick={() => void add(hit)}>
              <span className="w5"><Uk>{hit.name}</Uk></span> <span className="note"><Uk>{hit.raion}</Uk>, <Uk>{hit.oblast}</Uk>{why && ` · ${t(`community.neighbours.${why}`)}`}</span>
            </li>
          );
        })}
      </ul>
      {query.length >= 2 && found.data && hits.length === 0 && <p className="note" role="status">{t('community.neighbours.nothing')}</p>}
      {(error ?? found.error) && <ErrorNotice error={error ?? found.error} />}
    </div>
  );
}
