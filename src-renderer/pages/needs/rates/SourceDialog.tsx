import { useId, useState, type FormEvent } from 'react';
import type { Input } from '#contract/api.ts';
import type { RateOffer } from '#contract/api/rates.ts';
import { editText, formatDate } from '#contract/format.ts';
import { MEASURES } from '#contract/measures.ts';
import type { Cell } from '#contract/models.ts';
import { parseDate, parseNumber } from '#contract/parse.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ownFigure } from '../../../components/figures/index.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice, FieldError } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { langOfText } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';

type Patch = Input<'figures.set'>['cells'][number]['patch'];

/** The figure behind a source of a share: its number, bounds, where and when. Emptied, it is not known again. */
export function SourceDialog({ offer, onClose }: { readonly offer: RateOffer; readonly onClose: () => void }) {
  const { t, language } = useText();
  const id = useId();
  const [cell] = offer.cells as readonly [Cell];
  const kind = MEASURES[cell.key.measure].value;
  const own = ownFigure(cell);
  const text = (n: number | null): string => (own && n !== null ? editText(n, cell.unit, language) : '');
  const [fields, setFields] = useState({ value: text(cell.value), low: text(cell.low), high: text(cell.high), source: own ? cell.source : '', asOf: own && cell.asOf !== '' ? formatDate(cell.asOf, language) : '', note: own ? cell.note : '' });
  const [wrong, setWrong] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const bounds = kind === 'share';
  const set = (name: keyof typeof fields, value: string): void => setFields({ ...fields, [name]: value });

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    setWrong('');
    const numbers = (['value', ...(bounds ? ['low', 'high'] as const : [])] as const).map((name) => [name, parseNumber(fields[name], { kind, language })] as const);
    const bad = numbers.find(([, read]) => !read.ok)?.[1];
    if (bad?.ok === false) { setWrong(t(`grid.parse.${bad.reason}`)); return; }
    const asOf = parseDate(fields.asOf);
    if (asOf === null) { setWrong(t('grid.parse.date')); return; }
    const values = Object.fromEntries(numbers.map(([name, read]) => [name, read.ok ? read.value : null])) as Pick<Patch, 'value' | 'low' | 'high'>;
    // What somebody else published is not measured here: it is no register of ours.
    const method = offer.source === 'register' ? 'register' : offer.source === 'published' ? 'statistics' : 'estimate';
    try {
      await change('figures.set', { cells: [{ key: cell.key, patch: { ...values, method, source: fields.source.trim(), asOf, note: fields.note.trim() } }], label: 'edit' });
      onClose();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const field = (name: keyof typeof fields, label: string, more: { readonly short?: boolean; readonly hint?: string; readonly max?: number } = {}) => (
    <div className={`fld${more.short ? ' fg-short' : ''}`}>
      <label htmlFor={id + name}>{label}</label>
      <input id={id + name} className="in" maxLength={more.max ?? 40} placeholder={more.hint} data-autofocus={name === 'value' || undefined} value={fields[name]} lang={langOfText(fields[name])} onChange={(event) => set(name, event.target.value)} />
    </div>
  );
  return (
    <Dialog title={t(`rates.form.${offer.source}`)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p className="note text">{t(`rates.formAbout.${offer.source}`)}</p>
        {field('value', t(`measures.${cell.key.measure}.full`), { short: true, hint: bounds ? t('rates.shareHint') : undefined })}
        {bounds && <div className="row">{field('low', t('rates.low'), { short: true })}{field('high', t('rates.high'), { short: true })}</div>}
        {field('source', t(`rates.whence.${offer.source}`), { max: 400 })}
        {field('asOf', t('rates.asOf'), { short: true })}
        {field('note', t('rates.note'), { max: 1000 })}
        {wrong !== '' && <FieldError>{wrong}</FieldError>}
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri">{t('common.save')}</button></div>
      </form>
    </Dialog>
  );
}
