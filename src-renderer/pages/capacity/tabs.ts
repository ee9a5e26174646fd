import { lazy } from 'react';
import type { PagePart } from '../../components/PageParts.tsx';

/** Parts after the table of services, in the order of the work; one line adds a part. */
export const CAPACITY_PARTS: readonly PagePart[] = [
  { id: 'providers', component: lazy(() => import('./providers/ProvidersPart.tsx')) },
  { id: 'staff', component: lazy(() => import('./staff/StaffPart.tsx')) },
  { id: 'package', component: lazy(() => import('./package/PackagePart.tsx')) },
  { id: 'reach', component: lazy(() => import('./reach/ReachPart.tsx')) },
  { id: 'map', component: lazy(() => import('./map/MapPart.tsx')) },
  { id: 'access', component: lazy(() => import('./access/AccessPart.tsx')) },
  { id: 'restoration', component: lazy(() => import('./restoration/RestorationPart.tsx')) },
];
