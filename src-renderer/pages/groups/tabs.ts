import { lazy } from 'react';
import type { PagePart } from '../../components/PageParts.tsx';

/** Parts after the table of groups; one line adds a part. */
export const GROUP_PARTS: readonly PagePart[] = [
  { id: 'integration', component: lazy(() => import('./integration/IntegrationPart.tsx')) },
];
