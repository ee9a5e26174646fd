import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A part of the page of needs; its name stands in the locales under `needs.part.<id>`. One line adds a part. */
export interface NeedPart { readonly id: string; readonly component: LazyExoticComponent<ComponentType> }

/** Parts after the table of services, in the order of the work. */
export const NEED_PARTS: readonly NeedPart[] = [
  { id: 'rates', component: lazy(() => import('./rates/RatesPage.tsx')) },
  { id: 'surveys', component: lazy(() => import('./surveys/SurveysPart.tsx')) },
  { id: 'projection', component: lazy(() => import('./projection/ProjectionPage.tsx')) },
  { id: 'cycle', component: lazy(() => import('./cycle/CyclePage.tsx')) },
];
