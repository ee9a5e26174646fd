import type { ChecksView, FindOutView } from '#contract/api/checks.ts';
import { formatValueRange, type Language } from '#contract/format.ts';
import type { TableOut } from '../../components/TableActions.tsx';
import { sentenceText } from '../../i18n/sentence.ts';
import type { useText } from '../../i18n/index.ts';
import { plain } from '../../lib/text.ts';

type T = ReturnType<typeof useText>['t'];

/** The findings as they are copied and saved, accepted ones with their reason. */
export const issuesTable = (view: ChecksView, t: T, language: Language): TableOut => ({
  title: t('checks.tab.issues'),
  columns: (['severity', 'rule', 'what', 'count', 'accepted'] as const).map((id) => ({ title: t(`checks.col.${id}`), kind: id === 'count' ? 'number' : 'text' })),
  rows: view.issues.map((issue) => {
    const label = view.rules.find((rule) => rule.id === issue.rule)?.label;
    return [t(`checks.severity.${issue.severity}`), label ? plain(label, language) : issue.rule, sentenceText(issue.text, language), issue.count, issue.accepted?.holds ? issue.accepted.reason : ''];
  }),
});

/** What to find out next, with the bounds as text and the swing as a number. */
export const findOutTable = (view: FindOutView, t: T, language: Language): TableOut => ({
  title: t('checks.findOut.title'),
  columns: (['what', 'why', 'bounds', 'unmet', 'swing', 'services'] as const).map((id) => ({ title: t(`checks.findOut.col.${id}`), kind: id === 'swing' || id === 'services' ? 'number' : 'text' })),
  rows: view.rows.map((row) => [
    sentenceText(row.what, language), sentenceText(row.why, language), formatValueRange(row.bounds.low ?? 0, row.bounds.high ?? 0, row.boundsUnit, language),
    formatValueRange(row.unmet.low ?? 0, row.unmet.high ?? 0, row.unit, language), row.swing, row.services,
  ]),
});

/** The rules with what they found. */
export const rulesTable = (view: ChecksView, t: T, language: Language): TableOut => ({
  title: t('checks.tab.rules'),
  columns: (['rule', 'why', 'severity', 'limit', 'found'] as const).map((id) => ({ title: t(`checks.rules.col.${id}`), kind: id === 'limit' || id === 'found' ? 'number' : 'text' })),
  rows: view.rules.map((rule) => [plain(rule.label, language), plain(rule.why, language), t(`checks.severity.${rule.severity}`), rule.limit, rule.found]),
});
