import { useEffect, useRef, useState } from 'react';
import { formatShare } from '#contract/format.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { PageHead } from '../../../components/Page.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { usePlan } from '../../../plan/store.ts';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { FileStep } from './FileStep.tsx';
import { PersonalStep } from './PersonalStep.tsx';
import { SheetStep } from './SheetStep.tsx';
import { cancelBusy, closeWizard, goTo, keepToPlan, STEPS, useWizard, type Step, type Wizard } from './wizard.ts';

const PARTS: Readonly<Record<Step, () => React.ReactNode>> = { file: FileStep, sheet: SheetStep, personal: PersonalStep, columns: ColumnsStep, check: CheckStep, done: DoneStep };

/** A table of somebody else becomes figures of the plan: step by step, with a dry run before anything is stored. */
export default function ImportTab() {
  const { t } = useText();
  const path = usePlan((plan) => plan.info?.path);
  useEffect(keepToPlan, [path]);
  const wizard = useWizard();
  const Part = PARTS[wizard.step];
  return (
    <>
      <PageHead title={t('collection.import.title')} sub={wizard.file === '' ? t('collection.import.sub') : <Raw>{wizard.file}</Raw>}>
        {wizard.importId !== null && <CloseButton wizard={wizard} key={wizard.importId} />}
      </PageHead>
      <StepList wizard={wizard} />
      {wizard.error && <ErrorNotice error={wizard.error} />}
      {wizard.busy && <Busy wizard={wizard} />}
      <Part />
    </>
  );
}

/** Closing asks only when something chosen by hand would be lost. */
function CloseButton({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useText();
  const [asks, setAsks] = useState(false);
  if (!asks) return <button type="button" className="ctl" onClick={() => (wizard.touched ? setAsks(true) : closeWizard())}>{t('collection.import.close')}</button>;
  return (
    <span className="row" role="group" aria-label={t('collection.import.closeAsk')}>
      <span>{t('collection.import.closeAsk')}</span>
      <button type="button" className="ctl" autoFocus onClick={closeWizard}>{t('collection.import.closeYes')}</button>
      <button type="button" className="ctl" onClick={() => setAsks(false)}>{t('collection.import.closeNo')}</button>
    </span>
  );
}

/** Where one is; steps already made can be gone back to. */
function StepList({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useText();
  const at = STEPS.indexOf(wizard.step);
  const here = useRef<HTMLLIElement>(null);
  const begun = useRef(false);
  // The button that was pressed is gone with its step: whoever works by keyboard or by ear goes on at the name of the new one.
  useEffect(() => {
    if (begun.current && wizard.busy === null && document.activeElement === document.body) here.current?.focus();
    begun.current = true;
  }, [wizard.step, wizard.busy]);
  const reachable = (index: number): boolean => wizard.step !== 'done' && wizard.busy === null && wizard.look !== null && index < at;
  return (
    <nav aria-label={t('collection.import.steps')}>
      <ol className="co-steps">
        {STEPS.map((step, index) => (
          <li key={step} ref={index === at ? here : undefined} tabIndex={index === at ? -1 : undefined} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
            {reachable(index) && step !== 'file' ? <button type="button" className="link" onClick={() => goTo(step)}>{t(`collection.step.${step}`)}</button> : <span>{t(`collection.step.${step}`)}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Busy({ wizard: { busy } }: { readonly wizard: Wizard }) {
  const { t, language } = useText();
  if (busy === null) return null;
  const share = busy.of > 0 ? Math.min(1, busy.done / busy.of) : 0;
  const stops = busy.what === 'read' || busy.what === 'check';
  return (
    <div className="card co-busy" role="status">
      <div className="bar" role="progressbar" aria-label={t(`collection.busy.${busy.what}`)} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)}><i style={{ width: `${Math.max(3, Math.round(share * 100))}%` }} /></div>
      <p className="note">{t(`collection.busy.${busy.what}`)}{busy.of > 0 && ` ${formatShare(share, language, 0)}`} {stops && <button type="button" className="link" onClick={cancelBusy}>{t('common.cancel')}</button>}</p>
    </div>
  );
}
