import { useWords } from '../charts/words.ts';

/** Buttons over a map: nearer, farther, as at first. */
export function MapKeys({ zoom, reset, moved }: { readonly zoom: (factor: number) => void; readonly reset: () => void; readonly moved: boolean }) {
  const { t } = useWords();
  return (
    <div className="mp-keys no-print" role="presentation" data-noimage onPointerDown={(event) => event.stopPropagation()} onClick={(event) => event.stopPropagation()} onKeyDown={(event) => { if (event.key === 'Enter') event.stopPropagation(); }}>
      <button type="button" aria-label={t('map.zoomIn')} onClick={() => zoom(1.4)}><Sign d="M3 8h10M8 3v10" /></button>
      <button type="button" aria-label={t('map.zoomOut')} onClick={() => zoom(1 / 1.4)}><Sign d="M3 8h10" /></button>
      {moved && <button type="button" aria-label={t('map.reset')} onClick={reset}><Sign d="M3 6.5V3h3.5M13 6.5V3H9.5M3 9.5V13h3.5M13 9.5V13H9.5" /></button>}
    </div>
  );
}

function Sign({ d }: { readonly d: string }) {
  return <svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true"><path d={d} /></svg>;
}
