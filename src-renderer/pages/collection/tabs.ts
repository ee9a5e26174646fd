import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A part of the page of data collection; its name stands in the locales under `collection.tab.<id>`. One line adds a part. */
export interface CollectionTab { readonly id: string; readonly component: LazyExoticComponent<ComponentType> }

/** Parts in the order of the work; the first is shown when none is asked for. */
export const COLLECTION_TABS: readonly CollectionTab[] = [
  { id: 'import', component: lazy(() => import('./import/ImportTab.tsx')) },
  { id: 'sheets', component: lazy(() => import('./sheets/SheetsTab.tsx')) },
  { id: 'indicators', component: lazy(() => import('./indicators/IndicatorsTab.tsx')) },
];
