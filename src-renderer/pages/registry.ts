import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Output } from '#contract/api.ts';
import { CAPACITY_PARTS } from './capacity/tabs.ts';
import { CHECKS_TABS } from './checks/tabs.ts';
import { COLLECTION_TABS } from './collection/tabs.ts';
import { DOCUMENT_TABS } from './documents/tabs.ts';
import { GROUP_PARTS } from './groups/tabs.ts';
import { NEED_PARTS } from './needs/tabs.ts';
import { REFERENCE_TABS } from './reference/tabs.ts';

/** A page of the program. `number` is its place in the way through (1–14); tools have none. Its name stands in the locales under `shell.pages.<id>`. */
export interface PageEntry {
  readonly id: string;
  readonly number: number | null;
  readonly component: LazyExoticComponent<ComponentType>;
  /** Which count known/all of the plan stands beside its name. */
  readonly count?: keyof Output<'plan.view'>['counts'];
  /** Its tabs, for the search; their names stand under `<page>.<words>.<id>`. */
  readonly tabs?: { readonly words: 'part' | 'tab'; readonly ids: readonly string[] };
}

const parts = (first: string, more: readonly { readonly id: string }[]): PageEntry['tabs'] => ({ words: 'part', ids: [first, ...more.map(({ id }) => id)] });

/** Pages in the order of the way through; one line adds a page: its folder has a default export. */
export const PAGES: readonly PageEntry[] = [
  { id: 'overview', number: 1, component: lazy(() => import('./overview/OverviewPage.tsx')) },
  { id: 'community', number: 2, component: lazy(() => import('./community/CommunityPage.tsx')), count: 'community' },
  { id: 'groups', number: 3, component: lazy(() => import('./groups/GroupsPage.tsx')), count: 'groups', tabs: parts('list', GROUP_PARTS) },
  { id: 'needs', number: 4, component: lazy(() => import('./needs/NeedsPage.tsx')), count: 'needs', tabs: parts('services', NEED_PARTS) },
  { id: 'capacity', number: 5, component: lazy(() => import('./capacity/CapacityPage.tsx')), count: 'capacity', tabs: parts('services', CAPACITY_PARTS) },
  { id: 'gaps', number: 6, component: lazy(() => import('./gaps/GapsPage.tsx')) },
  { id: 'documents', number: 12, component: lazy(() => import('./documents/DocumentsPage.tsx')), tabs: { words: 'tab', ids: DOCUMENT_TABS } },
  { id: 'reference', number: 14, component: lazy(() => import('./reference/ReferencePage.tsx')), tabs: { words: 'tab', ids: REFERENCE_TABS } },
];

/** Tools beside the plan, under the line. */
export const TOOLS: readonly PageEntry[] = [
  { id: 'checks', number: null, component: lazy(() => import('./checks/ChecksPage.tsx')), tabs: { words: 'tab', ids: CHECKS_TABS } },
  { id: 'collection', number: null, component: lazy(() => import('./collection/CollectionPage.tsx')), tabs: { words: 'tab', ids: COLLECTION_TABS.map(({ id }) => id) } },
  { id: 'history', number: null, component: lazy(() => import('./history/HistoryPage.tsx')) },
  { id: 'settings', number: null, component: lazy(() => import('./settings/SettingsPage.tsx')) },
];

/** The page of an id, or undefined when there is none. */
export const pageById = (id: string): PageEntry | undefined => [...PAGES, ...TOOLS].find((page) => page.id === id);

/** Where an open plan begins. */
export const firstPage = (): string => PAGES[0]?.id ?? 'history';
