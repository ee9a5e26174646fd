import type { NumState } from '#contract/models.ts';
import { useText } from '../i18n/index.ts';
import { Mark } from './Marks.tsx';

const ORDER: readonly NumState[] = ['unknown', 'partial', 'na', 'computed', 'assumption', 'conflict', 'carried', 'prefilled'];

/** What the signs on this page mean; only the states that are present. */
export function Legend({ states, approved = false }: { readonly states: readonly NumState[]; readonly approved?: boolean }) {
  const { t } = useText();
  return (
    <ul className="lgds">
      {ORDER.filter((state) => states.includes(state)).map((state) => (
        <li className="lgd" key={state}><span aria-hidden="true"><Sign state={state} /></span>{t(`states.legend.${state}`)}</li>
      ))}
      {approved && <li className="lgd"><s aria-hidden="true">12</s>{t('states.legend.approved')}</li>}
    </ul>
  );
}

function Sign({ state }: { readonly state: NumState }) {
  const { t } = useText();
  if (state === 'assumption' || state === 'conflict' || state === 'carried' || state === 'prefilled') return <Mark kind={state} />;
  const text = state === 'unknown' ? t('states.sign.unknown') : state === 'partial' ? t('states.sign.partial', { value: 2 }) : '';
  return <i className={`sw ${state === 'na' ? 'na' : state === 'computed' ? 'cp' : 'nd'}`} style={{ fontStyle: 'normal' }}>{text}</i>;
}
