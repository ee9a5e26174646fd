import './collection.css';
import { Suspense } from 'react';
import { Waiting } from '../../components/Loaded.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useText } from '../../i18n/index.ts';
import { navigate, useRoute } from '../../lib/route.ts';
import { COLLECTION_TABS } from './tabs.ts';

/** Gathering figures: tables of others come in here. */
export default function CollectionPage() {
  const { t } = useText();
  const { params } = useRoute();
  const tab = COLLECTION_TABS.find((each) => each.id === params.get('tab')) ?? COLLECTION_TABS[0];
  if (!tab) return null;
  const Part = tab.component;
  return (
    <>
      <Tabs name="collection" label={t('collection.tabs')} tabs={COLLECTION_TABS.map(({ id }) => ({ id, text: t(`collection.tab.${id}`) }))} tab={tab.id} onTab={(id) => navigate('collection', { tab: id })} />
      <div className="co-part" role="tabpanel" id="collectionpanel" aria-labelledby={`collection-${tab.id}`}>
        <Suspense fallback={<Waiting />}><Part /></Suspense>
      </div>
    </>
  );
}
