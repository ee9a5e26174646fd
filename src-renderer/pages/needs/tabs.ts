import { lazy } from 'react';
import type { PagePart } from '../../components/PageParts.tsx';

/** Parts after the table of services, in the order of the work; one line adds a part. */
export const NEED_PARTS: readonly PagePart[] = [
  { id: 'rates', component: lazy(() => import('./rates/RatesPage.tsx')) },
  { id: 'surveys', component: lazy(() => import('./surveys/SurveysPart.tsx')) },
  { id: 'projection', component: lazy(() => import('./projection/ProjectionPage.tsx')) },
  { id: 'cycle', component: lazy(() => import('./cycle/CyclePage.tsx')) },
];
