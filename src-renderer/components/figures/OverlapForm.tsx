import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { editText } from '#contract/format.ts';
import type { OverlapMode } from '#contract/api/groups.ts';
import type { Label } from '#contract/models.ts';
import { parseNumber, type ParsedNumber } from '#contract/parse.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { useText } from '../../i18n/index.ts';
import { langOfText, plain } from '../../lib/text.ts';
import { change } from '../../plan/useChange.ts';
import { Icon } from '../Icon.tsx';
import { ErrorNotice, FieldError } from '../Notice.tsx';
import { Uk } from '../Text.tsx';

const MODES: readonly OverlapMode[] = ['unknown', 'share', 'priority'];

interface Props {
  /** '' = all groups of the community; else the service whose survey need is put together. */
  readonly service: string;
  readonly overlap: { readonly mode: OverlapMode; readonly share: number | null; readonly order: readonly string[]; readonly adds: Readonly<Record<string, number>>; readonly source?: string };
  /** Groups to put in order, in the order they would count now. */
  readonly groups: readonly { readonly id: string; readonly name: Label }[];
  readonly readOnly: boolean;
  readonly onDone?: () => void;
}

/** How people in several groups are counted once: not known (a range), an entered share, or an order of groups. */
export function OverlapForm({ service, overlap, groups, readOnly, onDone }: Props) {
  const { t, language } = useText();
  const id = useId();
  const [mode, setMode] = useState(overlap.mode);
  const [share, setShare] = useState(overlap.share === null ? '' : editText(overlap.share, 'share', language));
  const [source, setSource] = useState(overlap.source ?? '');
  const [order, setOrder] = useState<readonly string[]>(() => [...overlap.order.filter((one) => groups.some((group) => group.id === one)), ...groups.map((group) => group.id).filter((one) => !overlap.order.includes(one))]);
  const [adds, setAdds] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(Object.entries(overlap.adds).map(([one, value]) => [one, editText(value, 'share', language)])));
  const [wrong, setWrong] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const [said, setSaid] = useState('');

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    setSaid('');
    const parsed = parseNumber(share, { kind: 'share', language });
    if (mode === 'share' && (!parsed.ok || parsed.value === null)) { setWrong(parsed.ok ? t('figures.overlap.shareNeeded') : t(`grid.parse.${parsed.reason}`)); return; }
    const added: Readonly<Record<string, ParsedNumber>> = Object.fromEntries(order.slice(1).flatMap((one) => {
      const read = parseNumber(adds[one] ?? '', { kind: 'share', language });
      return read.ok && read.value === null ? [] : [[one, read]];
    }));
    const bad = Object.values(added).find((read) => !read.ok);
    if (mode === 'priority' && bad?.ok === false) { setWrong(t(`grid.parse.${bad.reason}`)); return; }
    setWrong('');
    try {
      await change('overlap.set', { service, mode, share: mode === 'share' && parsed.ok ? parsed.value : null, order: mode === 'priority' ? [...order] : [], adds: mode === 'priority' ? numbersOf(added) : {}, source });
      setSaid(t('figures.overlap.saved'));
      onDone?.();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <fieldset className="fg-modes" disabled={readOnly}>
        <legend className="w5">{t('figures.overlap.title')}</legend>
        {MODES.map((one) => (
          <div key={one} className="fg-mode">
            <input id={id + one} type="radio" name={id} value={one} checked={mode === one} aria-describedby={`${id}${one}about`} onChange={() => setMode(one)} />
            <span><label htmlFor={id + one} className="w5">{t(`figures.overlap.mode.${one}`)}</label><br /><span className="note" id={`${id}${one}about`}>{t(`figures.overlap.about.${one}`)}</span></span>
          </div>
        ))}
      </fieldset>
      {mode === 'share' && (
        <div className="fld fg-short">
          <label htmlFor={`${id}s`}>{t('figures.overlap.share')}</label>
          <input id={`${id}s`} className="in" value={share} disabled={readOnly} aria-invalid={wrong !== '' || undefined} aria-describedby={wrong === '' ? undefined : `${id}e`} onChange={(event) => setShare(event.target.value)} />
          {wrong !== '' && <FieldError id={`${id}e`}>{wrong}</FieldError>}
        </div>
      )}
      {mode === 'priority' && <Order order={order} groups={groups} disabled={readOnly} adds={adds} onAdds={setAdds} onOrder={setOrder} />}
      {mode === 'priority' && wrong !== '' && <FieldError>{wrong}</FieldError>}
      {service === '' && mode !== 'unknown' && (
        <div className="fld fg-short"><label htmlFor={`${id}o`}>{t('figures.overlap.source')}</label><input id={`${id}o`} className="in" maxLength={400} value={source} lang={langOfText(source)} disabled={readOnly} onChange={(event) => setSource(event.target.value)} /></div>
      )}
      {error && <ErrorNotice error={error} />}
      <div className="bt"><button type="submit" className="ctl" disabled={readOnly}>{t('common.save')}</button><span className="note" role="status">{said}</span></div>
    </form>
  );
}

const numbersOf = (read: Readonly<Record<string, ParsedNumber>>): Record<string, number> =>
  Object.fromEntries(Object.entries(read).flatMap(([one, number]) => (number.ok && number.value !== null ? [[one, number.value]] : [])));

/** The order of groups; buttons, or Alt with an arrow on a button, move one. */
function Order({ order, groups, disabled, adds, onAdds, onOrder }: { readonly order: readonly string[]; readonly groups: Props['groups']; readonly disabled: boolean; readonly adds: Readonly<Record<string, string>>; readonly onAdds: (adds: Readonly<Record<string, string>>) => void; readonly onOrder: (order: readonly string[]) => void }) {
  const { t, language } = useText();
  const [said, setSaid] = useState('');
  const shown = order.flatMap((one) => groups.find((group) => group.id === one) ?? []);
  const moveBy = (at: number, by: number): void => {
    const to = at + by;
    const next = shown.map((group) => group.id);
    const [moved] = next.splice(at, 1);
    if (moved === undefined || to < 0 || to > next.length) return;
    next.splice(to, 0, moved);
    onOrder(next);
    const name = groups.find((group) => group.id === moved)?.name;
    setSaid(t('figures.overlap.moved', { name: name ? plain(name, language) : moved, place: to + 1 }));
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    if (event.target instanceof HTMLInputElement || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    moveBy(at, event.key === 'ArrowUp' ? -1 : 1);
  };
  if (shown.length === 0) return <p className="note">{t('figures.overlap.noGroups')}</p>;
  return (
    <div>
      <p className="note text" id="fg-order">{t('figures.overlap.orderNote')}</p>
      <ol className="fg-order" aria-describedby="fg-order">
        {shown.map((group, at) => (
          <li key={group.id} onKeyDown={(event) => onKeyDown(event, at)}>
            <span className="q r">{at + 1}</span><span className="fg-name"><Uk>{group.name}</Uk></span>
            {at > 0 && <input className="in fg-adds" value={adds[group.id] ?? ''} disabled={disabled} placeholder={t('figures.overlap.addsHint')} aria-label={t('figures.overlap.adds', { name: plain(group.name, language) })} onChange={(event) => onAdds({ ...adds, [group.id]: event.target.value })} />}
            <button type="button" className="ctl ico ghost" disabled={disabled} aria-disabled={at === 0} aria-label={t('figures.overlap.up', { name: plain(group.name, language) })} onClick={() => moveBy(at, -1)}><Icon name="up" /></button>
            <button type="button" className="ctl ico ghost fg-down" disabled={disabled} aria-disabled={at === shown.length - 1} aria-label={t('figures.overlap.down', { name: plain(group.name, language) })} onClick={() => moveBy(at, 1)}><Icon name="up" /></button>
          </li>
        ))}
      </ol>
      <span className="vh" role="status">{said}</span>
    </div>
  );
}
