import { useMemo } from 'react';
import type { Output } from '#contract/api.ts';
import type { Label, Num } from '#contract/models.ts';
import { ChartCard, useWords } from '../../charts/index.ts';
import { Card } from '../../components/Page.tsx';
import { useText } from '../../i18n/index.ts';
import { CommunityMap, communityTable, type MapCommunity } from '../../maps/index.ts';
import { named } from './names.ts';

interface Props { readonly code: string | null; readonly name: Label; readonly population: Num | null; readonly neighbours: Output<'overview.view'>['neighbours'] }

/** The community among its neighbours. */
export function NeighboursCard({ code, name, population, neighbours }: Props) {
  const { t, language } = useText();
  const words = useWords();
  const value = population?.value ?? null;
  const own = useMemo((): MapCommunity => ({ code: code ?? '', ...named(name, language), population: value }), [code, name, language, value]);
  const near = useMemo(() => neighbours.map((row): MapCommunity => ({ ...row, ...named(row.name, language) })), [neighbours, language]);
  if (code === null) return <Card title={t('overview.map.title')}><p className="note">{t('overview.map.none')} {t('overview.map.add')}</p></Card>;
  return (
    <ChartCard title={t('overview.map.title')} subtitle={t('overview.map.note')} back="asMap" table={communityTable(own, near, words)}>
      <CommunityMap own={own} neighbours={near} credit={t('overview.map.credit')} />
    </ChartCard>
  );
}
