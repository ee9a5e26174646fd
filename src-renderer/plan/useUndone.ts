import { useView } from './useView.ts';

/** Whether the change that made a revision of the plan was taken back, by whatever way. */
export function useUndone(revision: number): boolean {
  const { data } = useView('history.view', { limit: 1000 }, ['history']);
  return data !== null && !data.some((entry) => entry.revision === revision && !entry.undone);
}
