import type { NextStep } from '#contract/api/gaps.ts';
import { Icon } from '../../components/Icon.tsx';
import { Card } from '../../components/Page.tsx';
import { Says } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { href } from '../../lib/route.ts';
import { target } from './links.ts';

/** What to enter next; each link lands on its cell. */
export function NextCard({ next }: { readonly next: readonly NextStep[] }) {
  const { t } = useText();
  return (
    <Card title={t('overview.next.title')} className="ov-next">
      {next.length === 0 && <><p>{t('overview.next.none')}</p><p className="note">{t('overview.next.noneText')}</p></>}
      <ol>
        {next.map((step, at) => (
          <li key={step.id}>
            <span className="q s" aria-hidden="true">{at + 1}</span>
            <div><a href={target(step)}><Says>{step.title}</Says></a><p className="note"><Says>{step.text}</Says></p></div>
            <Icon name="arrow" size={14} />
          </li>
        ))}
      </ol>
      <p><a href={href('checks', { tab: 'findOut' })}>{t('overview.next.swing')}</a></p>
    </Card>
  );
}
