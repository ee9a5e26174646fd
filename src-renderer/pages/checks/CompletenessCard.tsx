import type { ChecksView } from '#contract/api/checks.ts';
import { Card } from '../../components/Page.tsx';
import { Num } from '../../components/Num.tsx';
import { useText } from '../../i18n/index.ts';
import { issueHref } from './Issues.tsx';

/** How complete the figures are, part by part, each with a way to what it lacks. */
export function CompletenessCard({ view }: { readonly view: ChecksView }) {
  const { t } = useText();
  const { score, parts } = view.completeness;
  return (
    <Card title={t('checks.completeness.title')} className="chk-full">
      <p className="chk-score"><Num num={score} /> <span className="note">{t('checks.completeness.note')}</span></p>
      <ul>
        {parts.filter((part) => part.of > 0).map((part) => {
          const name = t(`checks.completeness.part.${part.id}`);
          return (
            <li key={part.id}>
              <span>{name}</span>
              <span className="r">{t('checks.completeness.known', { known: part.known, of: part.of })}</span>
              <meter min={0} max={part.of} value={part.known} aria-label={name}>{part.known}</meter>
              {part.known < part.of && <a href={issueHref(part)} aria-label={t('checks.completeness.goOf', { part: name })}>{t('checks.completeness.go')}</a>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
