import { useMemo } from 'react';
import type { Output } from '#contract/api.ts';
import { ChartCard, useWords } from '../../charts/index.ts';
import { Card } from '../../components/Page.tsx';
import { useText } from '../../i18n/index.ts';
import { CommunityMap, communityTable, type MapCommunity, type MapPlace } from '../../maps/index.ts';
import { named } from '../overview/names.ts';

/** The community among its neighbours, with its settlements as points. */
export function MapCard({ view }: { readonly view: Output<'community.view'> }) {
  const { t, language } = useText();
  const words = useWords();
  const { code, name, neighbours, territories, center } = view;
  const population = view.population.cell.value;
  const own = useMemo((): MapCommunity => ({ code: code ?? '', ...named(name, language), population }), [code, name, language, population]);
  const near = useMemo(() => neighbours.map((row): MapCommunity => ({ code: row.code, ...named(row.name, language), population: row.population, borderKm: row.borderKm })), [neighbours, language]);
  const places = useMemo(() => territories.flatMap((row): readonly MapPlace[] => (row.kind === 'settlement' && row.lat !== null && row.lon !== null
    ? [{ id: row.id, lat: row.lat, lon: row.lon, ...named(row.name, language), centre: center !== null && row.name.uk === center.uk }] : [])), [territories, center, language]);
  if (code === null) return <Card title={t('community.map.title')}><p className="note">{t('community.map.none')}</p></Card>;
  return (
    <ChartCard title={t('community.map.title')} subtitle={t('community.map.note')} back="asMap" table={communityTable(own, near, words)}>
      <CommunityMap own={own} neighbours={near} places={places} height={300} credit={t('community.map.credit')} />
    </ChartCard>
  );
}
