import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Output } from '#contract/api.ts';

/** A page of the program. `number` is its place in the way through (1–14); tools have none. Its name stands in the locales under `shell.pages.<id>`. */
export interface PageEntry {
  readonly id: string;
  readonly number: number | null;
  readonly component: LazyExoticComponent<ComponentType>;
  /** Which count known/all of the plan stands beside its name. */
  readonly count?: keyof Output<'plan.view'>['counts'];
}

/** Pages in the order of the way through; one line adds a page: its folder has a default export. */
export const PAGES: readonly PageEntry[] = [
  { id: 'overview', number: 1, component: lazy(() => import('./overview/OverviewPage.tsx')) },
  { id: 'community', number: 2, component: lazy(() => import('./community/CommunityPage.tsx')), count: 'community' },
  { id: 'groups', number: 3, component: lazy(() => import('./groups/GroupsPage.tsx')), count: 'groups' },
  { id: 'needs', number: 4, component: lazy(() => import('./needs/NeedsPage.tsx')), count: 'needs' },
  { id: 'capacity', number: 5, count: 'capacity', component: lazy(() => import('./capacity/CapacityPage.tsx')) },
  { id: 'gaps', number: 6, component: lazy(() => import('./gaps/GapsPage.tsx')) },
  { id: 'documents', number: 12, component: lazy(() => import('./documents/DocumentsPage.tsx')) },
  { id: 'reference', number: 14, component: lazy(() => import('./reference/ReferencePage.tsx')) },
];

/** Tools beside the plan, under the line. */
export const TOOLS: readonly PageEntry[] = [
  { id: 'checks', number: null, component: lazy(() => import('./checks/ChecksPage.tsx')) },
  { id: 'collection', number: null, component: lazy(() => import('./collection/CollectionPage.tsx')) },
  { id: 'history', number: null, component: lazy(() => import('./history/HistoryPage.tsx')) },
  { id: 'settings', number: null, component: lazy(() => import('./settings/SettingsPage.tsx')) },
];

/** The page of an id, or undefined when there is none. */
export const pageById = (id: string): PageEntry | undefined => [...PAGES, ...TOOLS].find((page) => page.id === id);

/** Where an open plan begins. */
export const firstPage = (): string => PAGES[0]?.id ?? 'history';
