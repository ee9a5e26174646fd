import type { Cell, MeasureId, Unit } from '#contract/models.ts';
import { Num } from '../../components/Num.tsx';
import { Card, EmptyState } from '../../components/Page.tsx';
import { Raw } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { dated } from '../../lib/numbers.ts';
import { cellHref, href } from '../../lib/route.ts';

/** Facts with the same source and date stand together. */
function bySource(facts: readonly Cell[]): readonly (readonly [Cell, ...Cell[]])[] {
  const groups = Map.groupBy(facts, (fact) => `${fact.asOf}|${fact.source}`);
  return [...groups.values()].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []));
}

/** The short card beside the gaps: who lives where; money and the population, which stands at the head, are left to the page of the community. */
const BRIEF: ReadonlySet<MeasureId> = new Set<MeasureId>(['populationUrban', 'populationRural', 'area', 'settlements', 'neighbours', 'declarations', 'idpBalance', 'distanceToOblastCentre', 'cnapPoints']);

/** Units that the name of the figure says already. */
const NAMED: ReadonlySet<Unit> = new Set<Unit>(['settlement', 'neighbour', 'point']);

/** What is known from the first minute: each figure with its date and source. `brief` leaves the sources to the explanations. */
export function FactsCard({ facts, brief }: { readonly facts: readonly Cell[]; readonly brief: boolean }) {
  const { t } = useText();
  const known = facts.filter((fact) => fact.value !== null);
  const [population] = facts;
  if (known.length === 0) {
    return (
      <Card title={t('overview.facts.title')} className="ov-facts">
        <EmptyState title={t('overview.facts.empty')} text={t('overview.facts.emptyText')}>
          {population && <a className="ctl" href={cellHref('community', population.key)}>{t('overview.facts.enter')}</a>}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t('overview.facts.title')} note={t('overview.facts.note')} action={<a href={href('community')}>{t('overview.facts.all', { count: known.length })}</a>} className="ov-facts">
      <div className={brief ? 'ov-brief' : 'ov-srcs'}>
        {brief ? known.filter((fact) => BRIEF.has(fact.key.measure)).map((fact) => <Fact key={fact.key.measure} fact={fact} withDate />) : bySource(known).map((group) => (
          <div className="ov-src" key={group[0].key.measure}>
            {group.map((fact) => <Fact key={fact.key.measure} fact={fact} withDate={false} />)}
            <Source fact={group[0]} />
          </div>
        ))}
      </div>
    </Card>
  );
}

function Fact({ fact, withDate }: { readonly fact: Cell; readonly withDate: boolean }) {
  const { t, language } = useText();
  return (
    <div className="ov-fact">
      <span>{t(`measures.${fact.key.measure}.short`)}{withDate && <span className="q s"> {dated(fact, language)}</span>}</span>
      <Num num={fact} label={t(`measures.${fact.key.measure}.full`)} unit={!NAMED.has(fact.unit)} marks="all" />
    </div>
  );
}

function Source({ fact }: { readonly fact: Cell }) {
  const { t, language } = useText();
  const date = dated(fact, language);
  return <p className="note">{date !== '' && `${date} · `}{fact.source === '' ? t('overview.facts.noSource') : <Raw>{fact.source}</Raw>}</p>;
}
