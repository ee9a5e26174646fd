import { navigate } from '../../../lib/route.ts';

/** Goes to a view of integration; without parameters to the table. */
export const goIntegration = (params: Readonly<Record<string, string>> = {}): void => navigate('groups', { tab: 'integration', ...params });
