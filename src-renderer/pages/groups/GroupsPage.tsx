import './groups.css';
import { useWantedCell } from '../../components/figures/index.ts';
import { PageParts } from '../../components/PageParts.tsx';
import { GroupsTable } from './GroupsTable.tsx';
import { GROUP_PARTS } from './tabs.ts';

/** Target groups: their sizes, and how displaced people, veterans and returnees settle in. */
export default function GroupsPage() {
  const wanted = useWantedCell();
  return <PageParts page="groups" first="list" parts={GROUP_PARTS} wanted={wanted === null ? null : 'list'}><GroupsTable /></PageParts>;
}
