import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { CapacityView, Provider } from '#contract/api/capacity.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { useCellRoute, useFigures, type Place } from '../../../components/figures/index.ts';
import { Icon } from '../../../components/Icon.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { EmptyState } from '../../../components/Page.tsx';
import { Raw, Tx } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { Grid, type ActiveCell, type GridHandle } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { focusBack, opener } from '../../../lib/focus.ts';
import { href } from '../../../lib/route.ts';
import { todayText } from '../../../lib/today.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { change, undo } from '../../../plan/useChange.ts';
import { limitColumns, limitId, limitName, limitRows, LIMIT_FIGURES, LIMITS, type LimitRow, type Limits } from './limits.tsx';
import { PastePanel } from './PastePanel.tsx';
import { ProviderForm } from './ProviderForm.tsx';
import { ProviderList } from './ProviderList.tsx';

/** What stands in the panel beside the list. */
type Panel = { readonly kind: 'none' } | { readonly kind: 'paste' } | { readonly kind: 'form'; readonly provider: Provider | null; readonly parent?: string };
const CLOSED: Panel = { kind: 'none' };
const idOf = (row: LimitRow): string => row.id;
const titleOf = (names: ReadonlyMap<string, string>) => (id: string): ReactNode => <Raw>{names.get(id) ?? ''}</Raw>;
const providerOf = (row: LimitRow): string => row.provider.id;

/** Who provides services, with what: the list, the limits of each service, adding, changing, removing. */
export function ProvidersView({ view, place, actions }: { readonly view: CapacityView; readonly place: Place; readonly actions: ReactNode }) {
  const { t } = useText();
  const { info } = usePlan();
  const [panel, setPanel] = useState<Panel>(CLOSED);
  const [removed, setRemoved] = useState<{ readonly name: string; readonly revision: number } | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const readOnly = info?.readOnly === true;
  const revision = usePlan().revision;

  const from = useRef<Element | null>(null);
  const open = (next: Panel): void => { from.current = opener(); setPanel(next); };
  const close = (): void => {
    setPanel(CLOSED);
    window.setTimeout(() => { focusBack(from.current?.isConnected ? from.current : add.current); document.activeElement?.scrollIntoView?.({ block: 'nearest' }); }, 0);
  };
  const remove = async (provider: Provider): Promise<void> => {
    setError(null);
    try {
      const done = await change('provider.remove', { id: provider.id });
      setRemoved({ name: provider.name, revision: done.revision });
      window.setTimeout(() => back.current?.focus(), 0);
      if (panel.kind === 'form' && panel.provider?.id === provider.id) setPanel(CLOSED);
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const buttons = (primary: boolean): ReactNode => (
    <>
      <button type="button" ref={add} className={`ctl${primary ? ' pri' : ''}`} disabled={readOnly} aria-expanded={panel.kind === 'form'} onClick={() => open({ kind: 'form', provider: null })}>{t('capacity.providers.add')}</button>
      <button type="button" className="ctl" disabled={readOnly} aria-expanded={panel.kind === 'paste'} onClick={() => open({ kind: 'paste' })}>{t('capacity.providers.paste')}</button>
      <a className="ctl" href={href('capacity', { tab: 'providers', register: '1' })}>{t('places.fromRegister')}</a>
    </>
  );
  const empty = view.providers.length === 0;
  return (
    <>
      {(!empty || actions) && <div className="fg-tools">{!empty && buttons(panel.kind === 'none')}<span className="sp" />{actions}</div>}
      {error && <ErrorNotice error={error} />}
      {/* The way back stands while the removal is the last change: afterwards it would take back something else. */}
      {removed && removed.revision === revision && <Notice kind="ok"><Tx k="capacity.providers.removed" p={{ name: removed.name }} /> <button type="button" ref={back} className="link" onClick={() => { setRemoved(null); focusBack(add.current); undo().catch((thrown: unknown) => setError(asApiError(thrown))); }}>{t('capacity.providers.undo')}</button></Notice>}
      <div className={`cy-split${panel.kind === 'none' ? '' : ' open'}`}>
        <div className="cy-left">
          {empty
            ? <EmptyState title={t('capacity.providers.empty')} text={t('capacity.providers.emptyText')}>{buttons(panel.kind === 'none')}</EmptyState>
            : <>
              <ProviderList view={view} territories={place.all} readOnly={readOnly} current={panel.kind === 'form' ? panel.provider?.id ?? null : null} onUnit={(whole) => open({ kind: 'form', provider: null, parent: whole.id })} onEdit={(provider) => open({ kind: 'form', provider })} onRemove={(provider) => void remove(provider)} />
              <LimitsGrid view={view} />
            </>}
        </div>
        {panel.kind !== 'none' && (
          <section className="card cy-panel" aria-label={t(panel.kind === 'paste' ? 'capacity.paste.title' : panel.provider ? 'capacity.form.edit' : panel.parent ? 'places.newUnit' : 'capacity.form.add')} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.stopPropagation(); close(); } }}>
            <div className="ch">
              <h2>{t(panel.kind === 'paste' ? 'capacity.paste.title' : panel.provider ? 'capacity.form.edit' : panel.parent ? 'places.newUnit' : 'capacity.form.add')}</h2>
              <span className="x"><button type="button" className="ctl ico ghost" aria-label={t('common.closeEsc')} onClick={close}><Icon name="close" /></button></span>
            </div>
            {panel.kind === 'paste'
              ? <PastePanel view={view} territories={place.all} />
              : <ProviderForm key={panel.provider?.id ?? panel.parent ?? ''} provider={panel.provider} parent={panel.parent ?? ''} view={view} territories={place.all} onDone={close} />}
          </section>
        )}
      </div>
    </>
  );
}

/** Places, posts and vehicles of each service at each provider. */
function LimitsGrid({ view }: { readonly view: CapacityView }) {
  const { t, language } = useText();
  const scope = useScope();
  const { info } = usePlan();
  const grid = useRef<GridHandle>(null);
  const rows = useMemo(() => limitRows(view, language), [view, language]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const names = useMemo(() => { const own = new Map(view.providers.map((provider) => [provider.id, provider.name])); return new Map(view.providers.map((provider) => [provider.id, provider.parent === '' ? provider.name : `${own.get(provider.parent) ?? ''} › ${provider.name}`])); }, [view]);
  const columns = useMemo(() => limitColumns(language), [language]);
  const figures = useFigures<LimitRow>({ rowOf: (id) => byId.get(id), columns: LIMIT_FIGURES });
  useCellRoute('capacity', grid, rows.length > 0, (key) => ({ row: limitId(key.provider, key.service), col: key.measure }), (key) => key.provider !== '');
  const onTrace = ({ row, column }: ActiveCell<LimitRow>): boolean => {
    const id = LIMITS.find((one) => one === column.id);
    return openTrace(id && row.limits[id satisfies Limits].ref);
  };
  const keep = `providers ${info?.path ?? ''} ${scope.year} ${scope.scenario}`;
  if (rows.length === 0) return <p className="note text">{t('capacity.providers.noServices')}</p>;
  return (
    <>
      <h2 className="cy-h">{t('capacity.providers.limits')} <span className="note">{t('capacity.providers.limitsNote')}</span></h2>
      <div className="fg-grid">
        <Grid<LimitRow>
          key={keep} keep={keep} ref={grid} label={t('capacity.providers.limits')} columns={columns} rows={rows} rowId={idOf} rowName={(row) => limitName(row, language)}
          groups={{ of: providerOf, title: titleOf(names) }} onChange={figures.onChange} describe={figures.describe} onTrace={onTrace}
          today={todayText(language)} readOnly={figures.readOnly}
        />
      </div>
    </>
  );
}
