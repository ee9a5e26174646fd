import type { IndicatorInfo, IndicatorPoint, IndicatorRow, IntegrationView, Population } from '#contract/api/integration.ts';
import type { Language } from '#contract/format.ts';
import type { Label } from '#contract/models.ts';
import { translate } from '../../../i18n/index.ts';
import { plain } from '../../../lib/text.ts';

const NONE: Label = { uk: '', en: '' };
/** Name of a population. */
export const peopleOf = (view: IntegrationView, population: Population): Label => view.populations.find((each) => each.id === population)?.name ?? NONE;
/** Name of a dimension. */
export const dimensionOf = (view: IntegrationView, dimension: string): Label => view.dimensions.find((each) => each.id === dimension)?.name ?? NONE;
/** What the value of an indicator is written in. */
export const unitName = (indicator: IndicatorInfo, language: Language): string => (indicator.unitText === '' ? translate(`integration.unit.${indicator.unit}`, { lng: language }) : plain({ uk: indicator.unitText, en: null }, language));
/** The value of a period; undefined = there is none. */
export const pointOf = (row: IndicatorRow, period: string | null): IndicatorPoint | undefined => row.points.find((point) => point.period === period);
