import { useState } from 'react';
import type { RedFlag } from '#contract/api/gaps.ts';
import { Icon } from '../../components/Icon.tsx';
import { Card } from '../../components/Page.tsx';
import { Says } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { sentencePlain } from '../../i18n/sentence.ts';
import { href } from '../../lib/route.ts';
import { kindOf, target } from './links.ts';

/** So many flags are shown before «Показати ще». */
const SHOWN = 4;
const LOOKS = { bad: 'bd', conflict: 'cf', warn: 'wn' } as const;

/** Warnings that must be seen, the gravest first, each with a way to what it speaks of. */
export function FlagsCard({ flags: found }: { readonly flags: readonly RedFlag[] }) {
  const { t, language } = useText();
  const flags = found.filter((flag) => !flag.accepted);
  const [all, setAll] = useState(false);
  const rest = flags.length - SHOWN;
  return (
    <Card title={t('overview.flags.title')} note={flags.length > 0 ? flags.length : undefined} className="ov-flags">
      {flags.length === 0 && <p className="note">{t('overview.flags.none')}</p>}
      <ul>
        {flags.slice(0, all ? undefined : SHOWN).map((flag) => (
          <li key={flag.id}>
            <span className={`ov-fi ${LOOKS[flag.level]}`}><Icon name="flag" size={14} /><span className="vh">{t(`overview.flags.level.${flag.level}`)}</span></span>
            <div>
              <h3><Says>{flag.title}</Says></h3>
              <p className="note"><Says>{flag.text}</Says> <a href={target(flag)} aria-label={`${t(`flags.${kindOf(flag)}.link`)}: ${sentencePlain(flag.title, language)}`}>{t(`flags.${kindOf(flag)}.link`)}</a></p>
            </div>
          </li>
        ))}
      </ul>
      {flags.length < found.length && <p className="note"><a href={href('checks')}>{t('overview.flags.accepted', { count: found.length - flags.length })}</a></p>}
      {rest > 0 && <button type="button" className="link s" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('overview.flags.less') : t('overview.flags.more', { count: rest })}</button>}
    </Card>
  );
}
