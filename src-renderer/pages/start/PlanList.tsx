import { useState, type ReactNode } from 'react';
import type { Output } from '#contract/api.ts';
import type { Label } from '#contract/models.ts';
import { formatDate, formatTime, type Language } from '#contract/format.ts';
import { Icon } from '../../components/Icon.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Mark } from '../../components/Marks.tsx';
import { ErrorText } from '../../components/Notice.tsx';
import { EmptyState } from '../../components/Page.tsx';
import { Raw, Uk } from '../../components/Text.tsx';
import { translate, useText } from '../../i18n/index.ts';
import { usePlan } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { Backups, LastBackup } from './Backups.tsx';
import { bare } from './Hits.tsx';

type PlanFile = Output<'library.list'>[number];

/** Plans of the library folder, newest first; what is wrong with one stands under its name. */
export function PlanList({ library, message, onOpenFile, onChangeFolder, onOpen }: {
  readonly library: string;
  readonly message: ReactNode;
  readonly onOpenFile: () => void;
  readonly onChangeFolder: () => void;
  readonly onOpen: (path: string, readOnly?: boolean) => void;
}) {
  const { t } = useText();
  const { info } = usePlan();
  const plans = useView('library.list', {}, ['library', 'plan']);
  const [backups, setBackups] = useState<PlanFile | null>(null);
  return (
    <section className="lib" aria-labelledby="plans">
      <div className="head"><h1 id="plans">{t('start.title')}</h1><span className="sp" /><button type="button" className="ctl" onClick={onOpenFile}>{t('start.openFile')}</button></div>
      <p className="pth"><span className="mono"><Raw>{library}</Raw></span><button type="button" className="link" onClick={onChangeFolder}>{t('start.changeFolder')}</button></p>
      {message}
      <Loaded view={plans} lines={6}>
        {(list) => (list.length === 0 ? <EmptyState title={t('start.emptyTitle')} text={t('start.emptyText')} /> : (
          <ul className="pls">{list.map((plan) => <Row key={plan.path} plan={plan} current={plan.path === info?.path} onOpen={onOpen} onBackups={() => setBackups(plan)} />)}</ul>
        ))}
      </Loaded>
      {plans.data?.[0] && <LastBackup plan={plans.data.find((plan) => plan.path === info?.path) ?? plans.data[0]} onShow={setBackups} />}
      {backups && <Backups plan={backups} onClose={() => setBackups(null)} />}
    </section>
  );
}

function Row({ plan, current, onOpen, onBackups }: { readonly plan: PlanFile; readonly current: boolean; readonly onOpen: (path: string, readOnly?: boolean) => void; readonly onBackups: () => void }) {
  const { t, language } = useText();
  const { problem } = plan;
  const readable = problem?.code === 'plan.locked' || problem?.code === 'plan.readOnly';
  return (
    <li className={current ? 'cur' : ''}>
      <div className="c">
        <button type="button" className="nm" onClick={() => onOpen(plan.path, readable)}>{plan.title ? <Uk>{plan.title}</Uk> : t('start.unreadable')}</button>
        <span className="note">{plan.place && <Uk>{shortPlace(plan.place)}</Uk>}</span>
      </div>
      <div className="c"><b className="w5">{yearsText(plan.years)}</b>{plan.needsAll > 0 && <span className="note">{t('start.needsKnown', { known: plan.needsKnown, all: plan.needsAll })}</span>}</div>
      <div className="c d"><span>{when(plan.modified, language)}</span><span className="note"><Raw>{plan.file}</Raw></span></div>
      {(plan.teaching || problem) && (
        <div className="z">
          {plan.teaching && <Mark kind="teaching" />}
          {problem && <span className="stt"><Icon name={readable ? 'lock' : 'flag'} size={14} /><span><ErrorText error={problem} /></span></span>}
          {problem && !readable && <button type="button" className="link note" onClick={onBackups}>{t('start.showBackups')}</button>}
        </div>
      )}
    </li>
  );
}

/** «Прилуцький р-н, Чернігівська»: the list is narrow. A place that is not "raion, oblast" stays as it is. */
function shortPlace(place: Label): Label {
  const short = (text: string, language: Language): string => {
    const [raion, oblast, ...rest] = text.split(', ');
    if (!raion || !oblast || rest.length > 0) return text;
    const label = { uk: raion, en: raion };
    return translate('start.raionShort', { lng: language, raion: bare(label, 'raion')[language], oblast: bare({ uk: oblast, en: oblast }, 'oblast')[language] });
  };
  return { uk: short(place.uk, 'uk'), en: place.en === null ? null : short(place.en, 'en') };
}

/** «2020» or «2026–2028». */
function yearsText(years: readonly number[]): string {
  const sorted = [...years].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined ? '' : first === last ? String(first) : `${first}\u2013${last}`;
}

/** «сьогодні, 14:32», «вчора, 16:05» or the date. */
export function when(iso: string, language: Language): string {
  const day = (date: Date): string => date.toDateString();
  const at = new Date(iso);
  const now = new Date();
  if (day(at) === day(now)) return translate('start.today', { lng: language, time: formatTime(iso) });
  now.setDate(now.getDate() - 1);
  if (day(at) === day(now)) return translate('start.yesterday', { lng: language, time: formatTime(iso) });
  return formatDate(iso, language);
}
