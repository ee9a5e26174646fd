import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useText } from '../i18n/index.ts';
import { plain } from '../lib/text.ts';
import { usePlan } from '../plan/store.ts';
import { Mark } from './Marks.tsx';
import { Raw, Uk } from './Text.tsx';

/** Names the window after the page and its plan. */
export function usePageTitle(title: string): void {
  const { t, language } = useText();
  const name = usePlan((state) => state.view?.title);
  const plan = name ? plain(name, language) : null;
  useEffect(() => {
    document.title = plan === null ? t('shell.titleBare', { page: title }) : t('shell.titleOf', { page: title, plan });
  }, [t, title, plan]);
}

/** Puts the focus on the heading when a page appears (not at the first load), so that screen readers start there. */
let pages = 0;
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    pages += 1;
    const inPage = document.activeElement?.closest('.page input, .page [role=grid], .page [role=gridcell]');
    if (pages > 1 && !inPage) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

/** Whose numbers a printed page shows, as the header of the window is not printed: the plan, its year, its scenario, and that they are invented. */
function Printed() {
  const { t } = useText();
  const { view, year, scenario } = usePlan();
  if (!view) return null;
  const named = scenario === 'base' ? null : view.scenarios.find((each) => each.id === scenario)?.name ?? scenario;
  return <p className="print-only"><Uk>{view.title}</Uk>, {year}{named !== null && <> · <Raw>{named}</Raw></>}{view.teaching && <> · {t(`shell.teachingMark.${view.teaching}`)}</>}</p>;
}

/** Head of a page: title, what it is about, a mark (the teaching mark stands by itself), at most three actions, one of them primary. */
export function PageHead({ title, sub, mark, children }: { readonly title: string; readonly sub?: ReactNode; readonly mark?: ReactNode; readonly children?: ReactNode }) {
  const { t } = useText();
  const teaching = usePlan((plan) => plan.view?.teaching);
  const heading = useHeadingFocus();
  usePageTitle(title);
  return (
    <div className="head">
      <Printed />
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      {sub !== undefined && <span className="sub">{sub}</span>}
      {mark === undefined ? teaching && <Mark kind="teaching" text={t(`shell.teachingMark.${teaching}`)} /> : mark}
      {children && <span className="acts">{children}</span>}
    </div>
  );
}

/** A card of a page: title, note beside it, an action at the right, content. */
export function Card({ title, note, action, className = '', children }: { readonly title?: ReactNode; readonly note?: ReactNode; readonly action?: ReactNode; readonly className?: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className="ch"><h2 id={id}>{title}</h2>{note !== undefined && <span className="note">{note}</span>}{action !== undefined && <span className="x">{action}</span>}</div>
      )}
      {children}
    </section>
  );
}

/** An empty list says what it is for and how to begin. */
export function EmptyState({ title, text, children }: { readonly title: string; readonly text?: ReactNode; readonly children?: ReactNode }) {
  return <div className="emp"><b className="w5">{title}</b>{text !== undefined && <p className="note text">{text}</p>}{children !== undefined && <div className="bt">{children}</div>}</div>;
}
