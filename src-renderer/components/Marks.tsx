import { useText } from '../i18n/index.ts';

/** The kinds of marks that stand beside a number, a norm or a page. */
export type MarkKind = 'assumption' | 'conflict' | 'recalled' | 'carried' | 'prefilled' | 'checked' | 'published' | 'teaching' | 'noProvider' | 'notInForce';

/** The violet triangle of a contradiction. */
export function Triangle() {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M5 .8 9.6 9.2H.4Z" fill="currentColor" /><path d="M5 3.6v2.8M5 7.4v.9" stroke="var(--conf-bg)" strokeWidth="1.1" />
    </svg>
  );
}

const CLASS: Record<MarkKind, string> = {
  assumption: 'as', conflict: 'cf', recalled: 'rc', carried: 'ty', prefilled: 'ty', checked: 'ok', published: 'ok', teaching: 'ed', noProvider: 'bd', notInForce: 'bd',
};

/** One mark: a sign or a word, with its meaning as a tooltip and for screen readers. `text` replaces the usual word. */
export function Mark({ kind, text, onClick }: { readonly kind: MarkKind; readonly text?: string; readonly onClick?: () => void }) {
  const { t } = useText();
  const meaning: string = kind === 'teaching' || kind === 'noProvider' || kind === 'notInForce' || kind === 'published'
    ? t(`states.mark.${kind}`) : kind === 'checked' ? t('states.checkedLong') : kind === 'recalled' ? t('states.recalledLong') : t(`states.${kind}`);
  const sign = text ?? (kind === 'assumption' || kind === 'carried' || kind === 'prefilled' ? t(`states.sign.${kind}`) : kind === 'conflict' ? null : t(`states.mark.${kind}`));
  const inside = sign === null ? <Triangle /> : sign;
  if (onClick) return <button type="button" className={`mk ${CLASS[kind]}`} title={meaning} onClick={onClick}>{inside}</button>;
  return (
    <span className={`mk ${CLASS[kind]}`} title={meaning}>
      {sign === null || kind === 'assumption' ? <><span aria-hidden="true">{inside}</span><span className="vh">{meaning}</span></> : inside}
    </span>
  );
}

/** Several marks in a row. */
export function Marks({ kinds }: { readonly kinds: readonly MarkKind[] }) {
  return <>{kinds.map((kind) => <Mark key={kind} kind={kind} />)}</>;
}
