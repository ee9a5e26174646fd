import type { RestorationView, ServicePoint } from '#contract/api/restoration.ts';
import type { Input } from '#contract/api.ts';
import { POINT_KINDS } from '#contract/lists.ts';
import { Raw } from '../../../components/Text.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { shown } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { dayText } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';
import { typed } from '../../needs/projection/fields.tsx';
import { Entries, type EntryColumn } from './Entries.tsx';
import { EntryForm, type FormField } from './EntryForm.tsx';
import { choices, day, levelText, placeChoices, yesNo } from './words.ts';

const FLAGS = ['ramp', 'toilet', 'braille', 'pram'] as const;

/** Points of administrative services: kind, place, accessibility, visits, state now; those of the register wait to be taken. */
export function PointsView({ view }: { readonly view: RestorationView }) {
  const { t, language } = useText();
  const send = useSend();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const col = (id: string): string => t(`restoration.point.col.${id}`);
  const where = (point: ServicePoint): string => { const place = view.places.find((each) => each.id === point.territory); return place ? shown(place.name, language) : ''; };
  const now = (point: ServicePoint): string => levelText(view, view.rows.find((row) => row.point === point.id && row.territory === '')?.levels.now ?? null, language);
  const access = (point: ServicePoint): string => FLAGS.map((flag) => `${t(`restoration.point.flags.${flag}`)}: ${t(`places.yesNo.${point[flag] || 'unknown'}`)}`).join(' · ');
  const visits = (point: ServicePoint): string => [point.days === null ? '' : t('restoration.point.visitDays', { count: point.days }), point.schedule].filter((part) => part !== '').join(', ');
  const columns: readonly EntryColumn<ServicePoint>[] = [
    { title: col('name'), out: (point) => point.name, show: (point) => <><Raw>{point.name}</Raw><span className="note cy-under">{t(`restoration.point.kinds.${point.kind}`)}</span></> },
    { title: col('place'), out: (point) => where(point) || null, show: (point) => (where(point) === '' ? point.kind === 'mobile' ? '–' : <span className="q">{t('restoration.point.noPlace')}</span> : <Raw>{where(point)}</Raw>) },
    { title: col('now'), out: (point) => now(point) || null, show: (point) => now(point) || <span className="q">{t('states.sign.unknown')}</span> },
    { title: col('access'), out: access, show: (point) => <span className="note">{access(point)}</span> },
    { title: col('visits'), out: visits },
    { title: col('source'), out: (point) => point.source, show: (point) => <span className="note"><Raw>{point.source}</Raw>{point.asOf !== '' && `, ${day(point.asOf, language)}`}</span> },
    { title: col('checked'), out: (point) => t(`restoration.point.${point.checked ? 'checked' : 'unchecked'}`), show: (point) => <span className={`mk ${point.checked ? 'ok' : 'as'}`}>{t(`restoration.point.${point.checked ? 'checked' : 'unchecked'}`)}</span> },
  ];
  const { register } = view;
  const take = register && register.left > 0 && (
    <button type="button" className="ctl" disabled={readOnly || send.busy} title={t('restoration.point.takeNote', { source: shown(register.source, language) })} onClick={() => void send.send('restoration.points.take', {})}>{t('restoration.point.take', { count: register.left })}</button>
  );
  return (
    <>
      {send.error && <ErrorNotice error={send.error} />}
      <Entries title={t('restoration.point.title')} rows={view.points} columns={columns} name={(point) => point.name} empty={t('restoration.point.empty')} add={t('restoration.point.add')} extra={take || undefined}
        emptyText={register && register.left > 0 ? `${t('restoration.point.emptyText')} ${t('restoration.point.takeNote', { source: shown(register.source, language) })}` : t('restoration.point.emptyText')}
        onRemove={(remove, { id }) => void remove('restoration.point.remove', { id })} form={(point, onDone) => <PointForm view={view} point={point} onDone={onDone} />} />
    </>
  );
}

function PointForm({ view, point, onDone }: { readonly view: RestorationView; readonly point: ServicePoint | null; readonly onDone: () => void }) {
  const { t, language } = useText();
  const col = (id: string): string => t(`restoration.point.col.${id}`);
  const still = (draft: Readonly<Record<string, unknown>>): boolean => draft['kind'] !== 'mobile';
  const fields: readonly FormField[] = [
    { id: 'name', label: col('name'), kind: 'text', required: true }, { id: 'kind', label: col('kind'), kind: 'choice', options: choices(POINT_KINDS, 'restoration.point.kinds', language) },
    { id: 'territory', label: col('place'), kind: 'choice', options: placeChoices(view, t('restoration.point.noPlace'), language) },
    { id: 'days', label: col('days'), kind: 'number', most: 31, hidden: still }, { id: 'schedule', label: col('schedule'), kind: 'text', max: 400 },
    ...FLAGS.map((id): FormField => ({ id, label: col(id), kind: 'choice', options: yesNo(language) })),
    { id: 'source', label: col('source'), kind: 'text', max: 400 }, { id: 'asOf', label: col('asOf'), kind: 'day' },
    { id: 'checked', label: col('checked'), kind: 'choice', options: [['yes', t('restoration.point.checked')], ['no', t('restoration.point.unchecked')]] }, { id: 'note', label: col('note'), kind: 'words', max: 1000 },
  ];
  return (
    <EntryForm title={t(point ? 'restoration.point.edit' : 'restoration.point.add')} fields={fields} onDone={onDone}
      first={{ name: point?.name ?? '', kind: point?.kind ?? 'remote', territory: point?.territory ?? '', days: typed(point?.days ?? null, language), schedule: point?.schedule ?? '', ramp: point?.ramp ?? '', toilet: point?.toilet ?? '', braille: point?.braille ?? '', pram: point?.pram ?? '', source: point?.source ?? '', asOf: dayText(point?.asOf ?? ''), checked: point === null || point.checked ? 'yes' : 'no', note: point?.note ?? '' }}
      onSave={(send, { checked, ...values }, done) => void send('restoration.point.put', { ...(point ? { id: point.id } : {}), ...values, checked: checked === 'yes' } as Input<'restoration.point.put'>, done)} />
  );
}
