import { useId, useState, type FormEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { editText, formatDate } from '#contract/format.ts';
import { FIGURE_METHODS, type Cell, type FigureMethod } from '#contract/models.ts';
import { parseDate, parseNumber } from '#contract/parse.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice, FieldError } from '../../components/Notice.tsx';
import { useText } from '../../i18n/index.ts';
import { hasCyrillic } from '../../lib/text.ts';
import { change } from '../../plan/useChange.ts';

interface Props {
  readonly cell: Cell;
  /** The present figure is not the community's own: the form begins empty. */
  readonly fresh: boolean;
  readonly valueField: RefObject<HTMLInputElement | null>;
  readonly onDone: () => void;
  /** Confirms the present figure instead; null when there is nothing to confirm. */
  readonly confirm: (() => Promise<void>) | null;
}
type Field = 'value' | 'low' | 'high' | 'asOf' | 'source';

/** The community's own population: number, bounds, method, date, source. */
export function PopulationForm({ cell, fresh, valueField, onDone, confirm }: Props) {
  const { t, language } = useText();
  const id = useId();
  const number = (value: number | null): string => (fresh || value === null ? '' : editText(value, 'person', language));
  const [texts, setTexts] = useState<Readonly<Record<Field, string>>>({
    value: number(cell.value), low: number(cell.low), high: number(cell.high), asOf: fresh || cell.asOf === '' ? '' : formatDate(cell.asOf, language), source: fresh ? '' : cell.source,
  });
  const [method, setMethod] = useState<FigureMethod>(fresh || cell.value === null ? 'register' : cell.method);
  const [wrong, setWrong] = useState<Partial<Record<Field, string>>>({});
  const [error, setError] = useState<ApiError | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    const read = { value: parseNumber(texts.value, { kind: 'whole', language }), low: parseNumber(texts.low, { kind: 'whole', language }), high: parseNumber(texts.high, { kind: 'whole', language }) };
    const asOf = parseDate(texts.asOf);
    const bad: Partial<Record<Field, string>> = {};
    for (const field of ['value', 'low', 'high'] as const) { const one = read[field]; if (!one.ok) bad[field] = t(`grid.parse.${one.reason}`); }
    if (read.value.ok && read.value.value === null) bad.value = t('community.question.needValue');
    if (asOf === null) bad.asOf = t('community.question.wrongDate');
    setWrong(bad);
    if (Object.keys(bad).length > 0 || !read.value.ok || !read.low.ok || !read.high.ok || asOf === null) {
      document.getElementById(`${id}${(['value', 'low', 'high', 'asOf'] as const).find((field) => bad[field])}`)?.focus();
      return;
    }
    const patch = { value: read.value.value, low: read.low.value, high: read.high.value, method: read.value.estimate ? 'estimate' as const : method, source: texts.source.trim(), asOf };
    try {
      await change('figures.set', { cells: [{ key: cell.key, patch }] });
      onDone();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const field = (name: Field, more: { readonly className?: string; readonly hint?: string; readonly ref?: RefObject<HTMLInputElement | null> } = {}): ReactNode => (
    <div className={`fld ${more.className ?? ''}`}>
      <label htmlFor={id + name}>{t(`community.question.${name}`)}</label>
      <input id={id + name} ref={more.ref} className="in" value={texts[name]} maxLength={400} placeholder={more.hint} lang={language === 'en' && hasCyrillic(texts[name]) ? 'uk' : undefined} autoComplete="off"
        inputMode={name === 'source' || name === 'asOf' ? undefined : 'numeric'} aria-invalid={wrong[name] !== undefined} aria-describedby={wrong[name] ? `${id}${name}e` : undefined}
        onChange={(event) => setTexts({ ...texts, [name]: event.target.value })} />
      {wrong[name] && <FieldError id={`${id}${name}e`}>{wrong[name]}</FieldError>}
    </div>
  );
  const onKeyDown = (event: KeyboardEvent): void => { if (event.key === 'Escape') { event.stopPropagation(); onDone(); } };
  return (
    <form className="cm-form" noValidate onKeyDown={onKeyDown} onSubmit={(event) => void submit(event)}>
      {field('value', { ref: valueField, hint: t('community.question.valueHint') })}
      {field('low', { className: 'cm-s' })}
      {field('high', { className: 'cm-s' })}
      <div className="fld"><label htmlFor={`${id}m`}>{t('community.question.method')}</label>
        <select id={`${id}m`} className="in" value={method} onChange={(event) => setMethod(event.target.value as FigureMethod)}>{FIGURE_METHODS.filter((one) => one !== 'default').map((one) => <option key={one} value={one}>{t(`methods.${one}`)}</option>)}</select></div>
      {field('asOf', { className: 'cm-s', hint: t('community.question.asOfHint') })}
      {field('source', { className: 'cm-w', hint: t('community.question.sourceHint') })}
      <div className="bt">
        <button type="submit" className="ctl pri tall">{t('community.question.save')}</button>
        {confirm && <button type="button" className="ctl tall" onClick={() => void confirm().then(onDone)}>{t('community.question.confirm')}</button>}
        <button type="button" className="ctl ghost tall" onClick={onDone}>{t('common.cancel')}</button>
      </div>
      {error && <ErrorNotice error={error} />}
    </form>
  );
}
