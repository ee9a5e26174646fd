import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ReferenceView } from '#contract/api/reference.ts';
import type { Label } from '#contract/models.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHead } from '../../components/Page.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { navigate, useRoute } from '../../lib/route.ts';
import { usePlan } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { creditColumns, criterionColumns, groupColumns, haystack, indicatorColumns, normColumns, serviceColumns, staffingColumns, travelColumns } from './columns.tsx';
import { useLoadPack } from './LoadPack.tsx';
import { PlanBook } from './Moves.tsx';
import { GroupPanel, NormPanel, Panel, ServicePanel } from './panels.tsx';
import { RefActions, RefTable, type RefColumn } from './table.tsx';
import { REFERENCE_TABS } from './tabs.ts';
import './reference.css';

type Tab = (typeof REFERENCE_TABS)[number];
/** Parameter of the route that names a row of a tab: links from elsewhere land on it. */
const PARAM = { services: 'service', norms: 'norm', acts: 'norm', groups: 'group' } as const;
interface Place { readonly tab: Tab; readonly row: string | null }

/** The tab and row a route asks for; a norm may stand among the acts. */
function placeOf(params: URLSearchParams, data: ReferenceView): Place {
  const norm = params.get('norm');
  if (norm !== null) return { tab: data.acts.some((act) => act.id === norm) ? 'acts' : 'norms', row: norm };
  const [service, group, tab] = [params.get('service'), params.get('group'), params.get('tab')];
  if (service !== null) return { tab: 'services', row: service };
  if (group !== null) return { tab: 'groups', row: group };
  return { tab: REFERENCE_TABS.find((each) => each === tab) ?? 'services', row: null };
}

/** Classifier, norms, acts, groups and sources with their confidence; the council's own norms; a newer book from a file. */
export default function ReferencePage() {
  const { t } = useText();
  const { view: plan } = usePlan();
  const view = useView('reference.view', {}, ['reference', 'plan']);
  const load = useLoadPack();
  const file = useRef<HTMLInputElement>(null);
  const data = view.data;
  const params = { version: data?.version ?? '', plan: data?.planVersion ?? '', date: plan?.calcDate ?? '' };
  return (
    <>
      <PageHead title={t('reference.title')} mark={null} sub={data ? t(data.version === data.planVersion ? 'reference.sub' : 'reference.subOther', params) : undefined}>
        <input ref={file} type="file" accept=".json,application/json" className="vh" tabIndex={-1} aria-hidden="true" onChange={(event) => { const chosen = event.target.files?.[0]; event.target.value = ''; if (chosen) void load.choose(chosen); }} />
        <button type="button" className="ctl" disabled={load.busy} onClick={() => file.current?.click()}>{t('reference.load')}</button>
      </PageHead>
      {load.below}
      {plan?.newerReference && <PlanBook />}
      <Loaded view={view} lines={10}>{(book) => <Book data={book} />}</Loaded>
    </>
  );
}

function Book({ data }: { readonly data: ReferenceView }) {
  const { t, language } = useText();
  const { params } = useRoute();
  const { info } = usePlan();
  const [search, setSearch] = useState('');
  const { tab, row } = placeOf(params, data);
  const readOnly = info?.readOnly ?? false;
  const open = (id: string): void => navigate('reference', tab === 'sources' || tab === 'staffing' || tab === 'accessibility' || tab === 'integration' || tab === 'travel' ? { tab } : { [PARAM[tab]]: id });
  const close = (): void => {
    navigate('reference', { tab });
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row ?? '')}"]`)?.focus();
  };
  useLanding(row);
  const codes = useMemo(() => new Map(data.services.map((service) => [service.id, service.code ?? service.id])), [data]);
  const words = search.trim().toLocaleLowerCase('uk').replace(/['’]/gu, '\u02BC');
  const find = <R,>(rows: readonly R[], parts: (row: R) => readonly (Label | string | null)[], id: (row: R) => string): readonly R[] =>
    (words === '' ? rows : rows.filter((each) => id(each) === row || haystack(parts(each), language).includes(words)));
  const table = <R,>(rows: readonly R[], parts: (row: R) => readonly (Label | string | null)[], columns: readonly RefColumn<R>[], rowId: (row: R) => string): ReactNode => {
    const found = find(rows, parts, rowId);
    return (
      <>
        <Tools found={found.length} all={rows.length} search={search} onSearch={setSearch}><RefActions title={t(`reference.table.${tab}`)} rows={found} columns={columns} /></Tools>
        <RefTable caption={t(`reference.table.${tab}`)} rows={found} all={rows.length} columns={columns} rowId={rowId} selected={row} onClear={() => setSearch('')} />
      </>
    );
  };
  const norms = tab === 'acts' ? data.acts : data.norms;
  const chosen = panelOf(tab, row, data, codes, readOnly);
  return (
    <>
      <Tabs name="reftab" label={t('reference.tabs')} tabs={REFERENCE_TABS.map((each) => ({ id: each, text: t(`reference.tab.${each}`) }))} tab={tab} onTab={(next) => navigate('reference', { tab: next })} />
      <div className={chosen ? 'ref open' : 'ref'} role="tabpanel" id="reftabpanel" aria-labelledby={`reftab-${tab}`}>
        <div className="rmain">
          {tab === 'services' && table(data.services, (each) => [each.code, each.name, each.short, each.recipients], serviceColumns(language, open), (each) => each.id)}
          {(tab === 'norms' || tab === 'acts') && table(norms, (each) => [each.subject, each.printed, each.act, each.article, each.source, ...each.appliesTo.map((id) => codes.get(id) ?? id)], normColumns(language, open, tab === 'acts'), (each) => each.id)}
          {tab === 'groups' && table(data.groups, (each) => [each.name, each.basis], groupColumns(language, open), (each) => each.id)}
          {tab === 'staffing' && table(data.staffing, (each) => [each.name, each.basis, each.own?.note ?? ''], staffingColumns(language), (each) => each.id)}
          {tab === 'integration' && table(data.integration, (each) => [each.dimension, each.name, each.numerator, each.denominator, each.framework, each.source], indicatorColumns(language), (each) => each.id)}
          {tab === 'accessibility' && table(data.accessibility, (each) => [each.area, each.question, each.ref, each.evidence, each.note], criterionColumns(language), (each) => each.id)}
          {tab === 'travel' && table(data.travel, (each) => [each.label, each.source, each.note], travelColumns(language), (each) => each.id)}
          {tab === 'sources' && table(data.credits, (each) => [each.what, each.credit, each.licence], creditColumns(language), (each) => each.what.uk)}
        </div>
        {chosen && <Panel key={row} title={<Uk>{chosen.title}</Uk>} onClose={close}>{chosen.content}</Panel>}
      </div>
    </>
  );
}

function panelOf(tab: Tab, row: string | null, data: ReferenceView, codes: ReadonlyMap<string, string>, readOnly: boolean): { readonly title: Label; readonly content: ReactNode } | null {
  if (row === null) return null;
  const norm = [...data.norms, ...data.acts].find((each) => each.id === row);
  if (tab !== 'services' && tab !== 'groups') return norm ? { title: norm.subject, content: <NormPanel norm={norm} codes={codes} readOnly={readOnly} /> } : null;
  const group = data.groups.find((each) => each.id === row);
  if (tab === 'groups') return group ? { title: group.name, content: <GroupPanel group={group} /> } : null;
  const service = data.services.find((each) => each.id === row);
  const code = service?.code ?? service?.id ?? '';
  return service ? { title: service.name ?? { uk: code, en: code }, content: <ServicePanel service={service} readOnly={readOnly} /> } : null;
}

/** A link from elsewhere lands on its row: it is brought into view and gets the focus. */
function useLanding(row: string | null): void {
  const landed = useRef<string | null>(null);
  useEffect(() => {
    if (row === null || landed.current === row) return;
    landed.current = row;
    const button = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
    // In a narrow window the details stand above the table: they stay in view.
    if (window.innerWidth > 900) button?.closest('tr')?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement?.closest('.rpn, .rt') === null || document.activeElement === document.body) button?.focus({ preventScroll: true });
  }, [row]);
}

function Tools({ found, all, search, onSearch, children }: { readonly found: number; readonly all: number; readonly search: string; readonly onSearch: (text: string) => void; readonly children: ReactNode }) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="row rtools">
      <label className="vh" htmlFor={id}>{t('reference.search')}</label>
      <input id={id} type="search" className="in" placeholder={t('reference.search')} value={search} onChange={(event) => onSearch(event.target.value)} />
      <span className="note" role="status">{t('reference.found', { n: found, all })}</span>
      <span className="sp" />
      {children}
    </div>
  );
}
