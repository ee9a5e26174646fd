import type { IntegrationAxis, IntegrationView } from '#contract/api/integration.ts';
import { formatShare } from '#contract/format.ts';
import { ChartCard, hasValue, MOST_AXES, Radar, type TwinTable } from '../../../charts/index.ts';
import { EmptyState } from '../../../components/Page.tsx';
import { useText } from '../../../i18n/index.ts';
import { hasCyrillic, plain, shown } from '../../../lib/text.ts';
import { goIntegration } from './go.ts';
import { dimensionOf, peopleOf } from './texts.ts';

/** The way done by dimension: as a star of axes, and as a table that says how many indicators stand behind each. */
export function AxesView({ view }: { readonly view: IntegrationView }) {
  const { t, language } = useText();
  const lang = (text: string): 'uk' | undefined => (language === 'en' && hasCyrillic(text) ? 'uk' : undefined);
  const known = view.axes.filter((axis) => hasValue(axis.progress));
  if (known.length === 0) return <EmptyState title={t('integration.axes.empty')} text={t('integration.axes.emptyText')}><button type="button" className="ctl" onClick={() => goIntegration()}>{t('integration.axes.toState')}</button></EmptyState>;
  const behind = (dimension: string): number => known.filter((axis) => axis.dimension === dimension).reduce((sum, axis) => sum + axis.known, 0);
  const dimensions = view.dimensions.filter(({ id }) => behind(id) > 0);
  const most = new Set(dimensions.toSorted((a, b) => behind(b.id) - behind(a.id)).slice(0, MOST_AXES).map(({ id }) => id));
  const drawn = dimensions.filter(({ id }) => most.has(id));
  const people = view.populations.filter(({ id }) => known.some((axis) => axis.population === id));
  const at = (dimension: string, population: string): IntegrationAxis | undefined => view.axes.find((axis) => axis.dimension === dimension && axis.population === population);
  const name = (label: { readonly uk: string; readonly en: string | null }) => { const text = shown(label, language); return { label: text, lang: lang(text) }; };
  const text = (words: string) => ({ kind: 'text' as const, label: words, lang: lang(words) });
  const table: TwinTable = {
    columns: [{ id: 'dimension', label: t('integration.col.dimension') }, { id: 'people', label: t('integration.col.people') }, { id: 'progress', label: t('integration.col.progress'), numeric: true }, { id: 'known', label: t('integration.col.known'), numeric: true }, { id: 'worse', label: t('integration.col.worse'), numeric: true }],
    rows: view.axes.map((axis) => ({
      id: `${axis.dimension} ${axis.population}`, cells: [text(shown(dimensionOf(view, axis.dimension), language)), text(shown(peopleOf(view, axis.population), language)), { kind: 'num', num: axis.progress }, text(t('integration.axes.known', { known: axis.known, of: axis.of })), { kind: 'bare', value: axis.worse }],
    })),
  };
  const list = drawn.map(({ id, name: label }) => t('integration.axes.axis', { name: plain(label, language), value: people.flatMap((each) => { const share = at(id, each.id)?.progress.value; return share == null ? [] : [`${plain(each.name, language)} ${formatShare(share, language, 0)}`]; }).join(', ') })).join('; ');
  return (
    <ChartCard title={t('integration.axes.title')} subtitle={t('integration.axes.sub')} table={table} note={<>{t('integration.axes.about')}{dimensions.length > drawn.length && ` ${t('integration.axes.most', { n: drawn.length })}`}</>}>
      {drawn.length < 3
        ? <p className="note">{t('integration.axes.few')}</p>
        : <Radar name={t('integration.axes.aria', { list })} axes={drawn.map((each) => ({ id: each.id, ...name(each.name) }))} series={people.map((each) => ({ id: each.id, ...name(each.name), nums: drawn.map(({ id }) => at(id, each.id)?.progress ?? null) }))} />}
    </ChartCard>
  );
}
