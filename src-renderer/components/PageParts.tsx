import { Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import { useText } from '../i18n/index.ts';
import { navigate, useRoute } from '../lib/route.ts';
import { Waiting } from './Loaded.tsx';
import { Tabs } from './Tabs.tsx';

/** A part of a page; its name stands in the locales under `<page>.part.<id>`. */
export interface PagePart { readonly id: string; readonly component: LazyExoticComponent<ComponentType> }

/** A page of several parts: tabs above, the chosen part below. The part stands in the address as `tab`; without one the first (`children`) is shown. `wanted` wins over the address. */
export function PageParts({ page, first, parts, wanted, children }: { readonly page: string; readonly first: string; readonly parts: readonly PagePart[]; readonly wanted?: string | null; readonly children: ReactNode }) {
  const { t } = useText();
  const { params } = useRoute();
  const part = parts.find((each) => each.id === (wanted ?? params.get('tab')));
  const Part = part?.component;
  const tab = part?.id ?? first;
  return (
    <>
      <Tabs name={page} label={t(`${page}.parts`)} tabs={[first, ...parts.map(({ id }) => id)].map((id) => ({ id, text: t(`${page}.part.${id}`) }))} tab={tab} onTab={(next) => navigate(page, next === first ? {} : { tab: next })} />
      <div className="pagepart" role="tabpanel" id={`${page}panel`} aria-labelledby={`${page}-${tab}`}>
        {Part ? <Suspense fallback={<Waiting lines={8} />}><Part /></Suspense> : children}
      </div>
    </>
  );
}
