import type { ReactNode } from 'react';
import { formatDateTime, formatTime } from '#contract/format.ts';
import { asApiError, type ApiError } from '../api.ts';
import { useText } from '../i18n/index.ts';
import { Icon } from './Icon.tsx';
import { Tx } from './Text.tsx';

/** A message that matters; it stays until its cause is gone. */
export function Notice({ kind = 'bd', children }: { readonly kind?: 'ok' | 'bd' | 'wn'; readonly children: ReactNode }) {
  return <div className={`ms ${kind}`} role={kind === 'bd' ? 'alert' : 'status'}><Icon name={kind === 'ok' ? 'check' : 'flag'} /><div>{children}</div></div>;
}

type ErrorLike = Pick<ApiError, 'code' | 'details'>;

/** The sentence of an error: what happened and what to do. */
export function ErrorText({ error }: { readonly error: ErrorLike }) {
  const { language } = useText();
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(error.details)) {
    if (typeof value === 'number') params[name] = value;
    else if (typeof value === 'string') params[name] = name === 'at' ? formatDateTime(value, language) : name === 'since' ? (isToday(value) ? formatTime(value) : formatDateTime(value, language)) : value;
    else if (name === 'backup' && typeof value === 'object' && value !== null && 'at' in value) params[name] = formatDateTime(String(value.at), language);
  }
  const key = keyOf(error, params);
  return <Tx k={`errors.${key}`} p={params} />;
}
function keyOf({ code }: ErrorLike, params: Readonly<Record<string, unknown>>): string {
  if (code === 'plan.damaged' && params['backup']) return 'plan.damagedBackup';
  if (code === 'bug' && !params['id']) return 'windowBug';
  return code === 'input.value' && typeof params['reason'] === 'string' && VALUE_REASONS.has(params['reason']) ? `value.${params['reason']}` : code;
}
/** Reasons of a refused value that have a sentence of their own. */
const VALUE_REASONS = new Set(['weights', 'notWhole', 'negative', 'tooSmall', 'unknown', 'notQuarter', 'notShare', 'tooLarge', 'bounds', 'unknownId']);
const asLike = (error: unknown): ErrorLike => (typeof error === 'object' && error !== null && 'code' in error && 'details' in error ? (error as ErrorLike) : asApiError(error));
const isToday = (iso: string): boolean => new Date(iso).toDateString() === new Date().toDateString();

/** An error on a page, with a way to try again. */
export function ErrorNotice({ error, retry, children }: { readonly error: unknown; readonly retry?: () => void; readonly children?: ReactNode }) {
  const { t } = useText();
  return (
    <Notice>
      <ErrorText error={asLike(error)} />
      {(retry !== undefined || children !== undefined) && <div className="bt">{retry && <button type="button" className="ctl" onClick={retry}>{t('common.retry')}</button>}{children}</div>}
    </Notice>
  );
}

/** The sentence under a field that was filled wrongly. */
export function FieldError({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return <p className="err" id={id} role="alert"><Icon name="flag" size={14} /><span>{children}</span></p>;
}
