import { useRef, useState, type KeyboardEvent } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { asApiError, type ApiError } from '../../api.ts';
import { Icon } from '../../components/Icon.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Tx } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { hasCyrillic, shown } from '../../lib/text.ts';
import { openSample } from '../../plan/open.ts';
import { useView } from '../../plan/useView.ts';
import { CommunityCard } from './CommunityCard.tsx';
import { Hits, hitId, type Hit } from './Hits.tsx';
import { ManualCommunity } from './ManualCommunity.tsx';

/** A new plan: find the community, see what the plan will hold, create it. By keyboard: type, arrows, Enter, Enter. */
export function NewPlan({ communities }: { readonly communities: number | null }) {
  const { t } = useText();
  const [manual, setManual] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const sample = (which: 'sribne' | 'training') => (): void => { setError(null); openSample(which).catch((thrown: unknown) => setError(asApiError(thrown))); };
  return (
    <section className="new" aria-labelledby="new">
      <div className="head"><h1 id="new">{t('start.new')}</h1>{communities !== null && <span className="sub">{t('start.choose', { count: communities })}</span>}</div>
      {manual ? <ManualCommunity onBack={() => setManual(false)} /> : <Search />}
      {error && <ErrorNotice error={error} />}
      <p className="note foot row">
        {!manual && <>{t('start.notInList')} <button type="button" className="link" onClick={() => setManual(true)}>{t('start.manual')}</button></>}
        <button type="button" className="link" onClick={sample('sribne')}>{t('start.sampleSribne')}</button>
        <button type="button" className="link" onClick={sample('training')}>{t('start.sampleTraining')}</button>
      </p>
    </section>
  );
}

function Search() {
  const { t, language } = useText();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query, 50);
  const [active, setActive] = useState(0);
  const create = useRef<HTMLButtonElement>(null);
  const view = useView('community.search', settled.trim() === '' ? null : { query: settled.trim(), limit: 50 }, []);
  const hits: readonly Hit[] = view.data?.items ?? [];
  const hit = hits[Math.min(active, hits.length - 1)];
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : event.key === 'PageDown' ? 8 : event.key === 'PageUp' ? -8 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(hits.length - 1, active + step)));
    } else if (event.key === 'Enter' && hit) { event.preventDefault(); create.current?.focus(); }
  };
  const sameName = hits.length > 1 && hits.every((one) => one.name.uk === hits[0]?.name.uk);
  return (
    <>
      <label className="srl" htmlFor="q">{t('start.searchLabel')}</label>
      <div className="inp">
        <Icon name="search" />
        <input id="q" type="text" role="combobox" autoComplete="off" spellCheck={false} autoFocus={!window.matchMedia?.('(max-width: 900px)').matches} aria-expanded={hits.length > 0} aria-controls="hits" aria-haspopup="grid" aria-autocomplete="list"
          aria-activedescendant={hit ? hitId(hit) : undefined} lang={hasCyrillic(query) ? 'uk' : undefined} placeholder={t('start.searchPlaceholder')} value={query}
          onChange={(event) => { setQuery(event.target.value); setActive(0); }} onKeyDown={onKeyDown} />
        <span className="note" role="status">
          {view.data && (sameName ? <Tx k="start.sameName" p={{ count: view.data.total, name: hits[0] ? { uk: hits[0].name.uk, en: hits[0].name.en } : '' }} /> : view.data.total > 0 && t('start.found', { count: view.data.total }))}
        </span>
      </div>
      {view.error && <ErrorNotice error={view.error} retry={view.reload} />}
      {query.trim() === '' && <FirstSteps />}
      {query.trim() !== '' && view.data && hits.length === 0 && <p className="srcs">{t('start.nothing')}</p>}
      {hits.length > 0 && (
        <>
          <Hits hits={hits} active={hit ?? null} onPick={(one) => setActive(hits.indexOf(one))} onAccept={() => create.current?.focus()} />
          <p className="note srcs">{t('start.sources')}</p>
          {hit && <CommunityCard key={hit.code} hit={hit} hits={hits} number={hits.length > 1 && hits.length <= 20 ? hits.indexOf(hit) + 1 : null} createRef={create} name={shown(hit.name, language)} onPick={(at) => setActive(at)} />}
        </>
      )}
    </>
  );
}

/** What to do, as long as nothing is typed. */
function FirstSteps() {
  const { t } = useText();
  return (
    <>
      <p className="note srcs">{t('start.hint')}</p>
      <section className="card fst" aria-labelledby="fst">
        <h2 id="fst">{t('start.first.title')}</h2>
        <ol>{(['find', 'choose', 'create'] as const).map((step, at) => <li key={step}><span className="nthno" aria-hidden="true">{at + 1}</span><span>{t(`start.first.${step}`)}</span></li>)}</ol>
        <p className="note">{t('start.first.sample')}</p>
      </section>
    </>
  );
}
