import { useState } from 'react';
import { ChartCard, GapDumbbell, GapMatrix, gapTable, useWords, type MatrixMeasure } from '../../charts/index.ts';
import { useNarrow } from '../../components/figures/index.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHead } from '../../components/Page.tsx';
import { TableActions } from '../../components/TableActions.tsx';
import { openTrace } from '../../components/trace/store.ts';
import { useText } from '../../i18n/index.ts';
import { cellHref, href, navigate, useRoute } from '../../lib/route.ts';
import { useScope } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { filledTerritories, firstMissing, gapRows, hasAnything, matrixRows, placeNamed, type Gaps } from './data.ts';
import './gaps.css';
import { RankCard } from './RankCard.tsx';
import { Sizes } from './Sizes.tsx';
import { matrixOut, sizesOut } from './tables.ts';

const VIEWS = ['matrix', 'sizes', 'chart'] as const;
type View = (typeof VIEWS)[number];
const MEASURES: readonly MatrixMeasure[] = ['unmet', 'coverage', 'posts'];

/** Where people are left without a service, how many, and which gap comes first. */
export default function GapsPage() {
  const { t, language } = useText();
  const scope = useScope();
  const narrow = useNarrow();
  const { params } = useRoute();
  const [measure, setMeasure] = useState<MatrixMeasure>('unmet');
  const view = useView('gaps.view', scope, ['gaps', 'plan']);
  const asked = params.get('view');
  const shown: View = VIEWS.find((id) => id === asked) ?? 'matrix';
  const { data } = view;
  const actions = data && <TableActions table={() => (shown === 'matrix' ? matrixOut(data, measure, scope.year, language) : sizesOut(data, scope.year, language))} />;
  return (
    <>
      <PageHead title={t('gaps.title')} mark={narrow ? null : undefined} sub={(
        <span className="row">
          <span className="seg" role="group" aria-label={t('gaps.views')}>
            {VIEWS.map((id) => <button key={id} type="button" aria-pressed={shown === id} onClick={() => navigate('gaps', id === 'matrix' ? {} : { view: id }, true)}>{t(`gaps.view.${id}`)}</button>)}
          </span>
          {shown === 'matrix' && (
            <span className="seg" role="group" aria-label={t('gaps.measures')}>
              {MEASURES.map((id) => <button key={id} type="button" aria-pressed={measure === id} onClick={() => setMeasure(id)}>{t(`gaps.switch.${id}`)}</button>)}
            </span>
          )}
        </span>
      )}>
        {!narrow && actions}
      </PageHead>
      <Loaded view={view} lines={10}>
        {(gaps) => (
          <div className={`gp${shown === 'sizes' ? ' gp-wide' : ''}`}>
            <div className="gp-main">
              {shown === 'matrix' && <Matrix view={gaps} measure={measure} year={scope.year} />}
              {shown === 'sizes' && <Sizes view={gaps} />}
              {shown === 'chart' && <Chart view={gaps} year={scope.year} />}
              {narrow && <div className="fg-tools">{actions}</div>}
            </div>
            {shown !== 'sizes' && <RankCard view={gaps} />}
          </div>
        )}
      </Loaded>
    </>
  );
}

/** Service × territory; without figures by territory only the community, the way to the rest, and the chart in the room that is left. */
function Matrix({ view, measure, year }: { readonly view: Gaps; readonly measure: MatrixMeasure; readonly year: number }) {
  const { t, language } = useText();
  const [all, setAll] = useState(false);
  const filled = filledTerritories(view);
  const few = view.territories.length <= 12;
  const shown = view.territories.filter((place) => filled.size > 0 && (all || few || filled.has(place.id)));
  const hidden = view.territories.length - shown.length;
  const first = firstMissing(view);
  const matrix = (
    <section className="gp-mx" aria-label={t('gaps.matrixName')}>
      <GapMatrix territories={shown.map((place) => ({ id: place.id, ...placeNamed(place.name, language) }))} rows={matrixRows(view, shown.map((place) => place.id), language)} measure={measure} onTrace={(ref) => openTrace(ref)} name={t('gaps.matrixName')} legend={filled.size > 0} />
      {filled.size > 0 && hidden > 0 && <p className="note">{t('gaps.hiddenPlaces', { count: hidden })} <button type="button" className="link" onClick={() => setAll(true)}>{t('gaps.showPlaces')}</button></p>}
      {filled.size > 0 && all && !few && <p className="note"><button type="button" className="link" onClick={() => setAll(false)}>{t('gaps.onlyFilled')}</button></p>}
    </section>
  );
  if (filled.size > 0) return matrix;
  return (
    <>
      <p className="gp-hint note">
        {view.rank.length === 0 && first && <>{t('gaps.nothing')} <a href={cellHref('needs', first)}>{t('gaps.enterFirst')}</a>. </>}
        {view.territories.length > 0 ? <>{t('gaps.noPlaces')} <a href={href('needs')}>{t('gaps.enterPlaces')}</a></> : <>{t('gaps.noTerritories')} <a href={href('community')}>{t('gaps.enterTerritories')}</a></>}
      </p>
      <div className="gp-one">{matrix}{hasAnything(view) && <Chart view={view} year={year} />}</div>
    </>
  );
}

function Chart({ view, year }: { readonly view: Gaps; readonly year: number }) {
  const { t, language } = useText();
  const words = useWords();
  const rows = gapRows(view, language);
  return (
    <ChartCard title={t('gaps.chart.title')} subtitle={t('gaps.chart.sub', { year })} table={gapTable(rows, words)} onTrace={(ref) => openTrace(ref)} className="gp-chart" note={t('gaps.chart.note')}>
      <GapDumbbell rows={rows} onTrace={(ref) => openTrace(ref)} width={820} />
    </ChartCard>
  );
}
