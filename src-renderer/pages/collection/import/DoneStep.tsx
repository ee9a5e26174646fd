import { useEffect, useRef } from 'react';
import { Notice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { usePlan } from '../../../plan/store.ts';
import { undo } from '../../../plan/useChange.ts';
import { useUndone } from '../../../plan/useUndone.ts';
import { checkAgain, chooseArea, closeWizard, tableOf, useWizard } from './wizard.ts';

/** What was stored, where to see it, and how to take it back. */
export function DoneStep() {
  const { t } = useText();
  const { stored, check, sheets, area, mapping, revision } = useWizard();
  const isLast = usePlan((plan) => plan.revision === revision);
  const undone = useUndone(revision);
  if (undone) return <TakenBack />;
  const measures = new Set(mapping?.columns.flatMap((column) => column.measure ?? []).concat(mapping.rest.measure ?? []));
  const others = sheets.filter((sheet) => sheet.index !== area?.sheet && !sheet.hidden && tableOf(sheet) && !mapping?.alsoSheets.some((also) => also.sheet === sheet.index));
  const pages = [['needs', measures.size === 0 || [...measures].some((id) => id !== 'groupSize' && id !== 'population')], ['groups', measures.size === 0 || measures.has('groupSize')], ['community', measures.has('population')], ['history', true]] as const;
  return (
    <div className="stack">
      <Notice kind="ok">{t('collection.done.stored', { count: stored })} {check !== null && check.counts.rejected > 0 && t('collection.done.rejected', { count: check.counts.rejected })}</Notice>
      <p>{t('collection.done.where')} {pages.filter(([, shown]) => shown).map(([page], n) => <span key={page}>{n > 0 && ' · '}<a href={href(page)}>{t(`shell.pages.${page}`)}</a></span>)}</p>
      <div className="bt">
        <button type="button" className="ctl pri" onClick={closeWizard}>{t('collection.done.another')}</button>
        {others[0] && <button type="button" className="ctl" onClick={() => { const next = others[0] && tableOf(others[0]); if (next) void chooseArea(next, 'sheet'); }}>{t('collection.done.otherSheet', { count: others.length })}</button>}
        {isLast && <button type="button" className="ctl" onClick={() => { void undo().then(closeWizard, () => undefined); }}>{t('collection.done.undo')}</button>}
      </div>
    </div>
  );
}

/** Ctrl+Z took the numbers back: nothing of the file is in the plan, and it can be stored again. */
function TakenBack() {
  const { t } = useText();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (document.activeElement === document.body) first.current?.focus(); }, []);
  return (
    <div className="stack">
      <Notice kind="ok">{t('collection.done.takenBack')}</Notice>
      <div className="bt">
        <button ref={first} type="button" className="ctl" onClick={checkAgain}>{t('collection.done.again')}</button>
        <button type="button" className="ctl" onClick={closeWizard}>{t('collection.done.another')}</button>
      </div>
    </div>
  );
}
