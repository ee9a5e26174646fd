import type { RestorationView, ScheduledTask } from '#contract/api/restoration.ts';
import { TASK_KINDS, TASK_STATES } from '#contract/lists.ts';
import type { Input } from '#contract/api.ts';
import { Help } from '../../../components/figures/index.ts';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { dayText } from '../../needs/cycle/parts.tsx';
import { typed } from '../../needs/projection/fields.tsx';
import { Entries, type EntryColumn } from './Entries.tsx';
import { EntryForm, type FormField } from './EntryForm.tsx';
import { choices, day, hryvnias, named, placeChoices, serviceChoices, typedMoney } from './words.ts';

/** Tasks with what they wait for and their earliest days. */
export function TasksView({ view }: { readonly view: RestorationView }) {
  const { t, language } = useText();
  const { plan } = view;
  const col = (id: string): string => t(`restoration.task.col.${id}`);
  const names = new Map(view.tasks.map((task) => [task.id, task.name]));
  const namesOf = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? '').join('; ');
  const dates = (task: ScheduledTask): string => { if (task.days === null) return t('restoration.task.noDays', { start: day(task.start, language) }); const text = t('restoration.task.dates', { start: day(task.start, language), end: day(task.end, language) }); return task.sure ? text : t('restoration.task.notBefore', { day: text }); };
  const facilityOf = (task: ScheduledTask) => view.facilities.find((each) => each.id === task.facility);
  const columns: readonly EntryColumn<ScheduledTask>[] = [
    { title: col('name'), out: (task) => task.name, show: (task) => <><Raw>{task.name}</Raw><span className="note cy-under">{t(`restoration.task.kinds.${task.kind}`)}{facilityOf(task) && <> · <Raw>{facilityOf(task)?.name ?? ''}</Raw>{facilityOf(task)?.state === 'destroyed' && ` (${t('restoration.task.destroyed')})`}</>}</span></> },
    { title: col('state'), out: (task) => t(`restoration.task.states.${task.state}`), show: (task) => <>{t(`restoration.task.states.${task.state}`)}{task.canStart && <span className="mk ok cyc-mk">{t('restoration.task.canStart')}</span>}</> },
    {
      title: col('earliest'), out: dates,
      show: (task) => (task.state === 'done' ? day(task.done, language) : task.days === null ? <>{dates(task)}{task.lateDays > 0 && <span className="cy-no cy-under">{t('restoration.task.late', { count: task.lateDays })}</span>}</> : <>{!task.sure && `${t('restoration.task.notBefore', { day: '' })} `}<span className="rs-nb">{day(task.start, language)} –</span> <span className="rs-nb">{day(task.end, language)}</span>{task.critical && task.sure && <span className="note cy-under">{t('restoration.task.critical')}</span>}{task.lateDays > 0 && <span className="cy-no cy-under">{t('restoration.task.late', { count: task.lateDays })}</span>}</>),
    },
    { title: col('after'), out: (task) => namesOf(task.blockedBy) },
    { title: col('held'), out: (task) => namesOf(task.heldBy.filter((id) => !task.blockedBy.includes(id))) },
    { title: col('responsible'), out: (task) => task.responsible, show: (task) => <><Raw>{task.responsible}</Raw>{task.donor !== '' && <span className="note cy-under">{col('donor')}: <Raw>{task.donor}</Raw></span>}</> },
    { title: col('due'), kind: 'date', out: (task) => task.due || null, show: (task) => <span className="rs-nb">{day(task.due, language)}</span> },
    { title: col('slack'), kind: 'number', right: true, out: (task) => task.slack },
    { title: col('cost'), kind: 'number', right: true, out: (task) => (task.costKop === null ? null : task.costKop / 100), show: (task) => (task.costKop === null ? <span className="q">{t('states.sign.unknown')}</span> : hryvnias(task.costKop, language)) },
  ];
  const end = plan.end === '' ? '–' : plan.sure ? day(plan.end, language) : t('restoration.task.notBefore', { day: day(plan.end, language) });
  return (
    <Entries title={t('restoration.task.title')} rows={view.tasks} columns={columns} name={(task) => task.name} empty={t('restoration.task.empty')} emptyText={t('restoration.task.emptyText')} add={t('restoration.task.add')}
      lead={<div className="note">{t('restoration.task.sum', { canStart: plan.canStart, blocked: plan.blocked, end, cost: hryvnias(plan.costKop, language) })}{plan.costUnknown > 0 && t('restoration.task.costUnknown', { count: plan.costUnknown })} <Help text={t('restoration.task.basis')} /></div>}
      onRemove={(send, { id }) => void send('restoration.task.remove', { id })} form={(task, onDone) => <TaskForm view={view} task={task} onDone={onDone} />} />
  );
}

function TaskForm({ view, task, onDone }: { readonly view: RestorationView; readonly task: ScheduledTask | null; readonly onDone: () => void }) {
  const { t, language } = useText();
  const col = (id: string): string => t(`restoration.task.col.${id}`);
  const fields: readonly FormField[] = [
    { id: 'name', label: col('name'), kind: 'text', required: true }, { id: 'kind', label: col('kind'), kind: 'choice', options: choices(TASK_KINDS, 'restoration.task.kinds', language) },
    { id: 'state', label: col('state'), kind: 'choice', options: choices(TASK_STATES, 'restoration.task.states', language) }, { id: 'days', label: col('days'), kind: 'number', least: 1, most: 3650 },
    { id: 'from', label: col('from'), kind: 'day' }, { id: 'due', label: col('due'), kind: 'day' }, { id: 'done', label: col('done'), kind: 'day', hidden: (draft) => draft['state'] !== 'done' },
    { id: 'responsible', label: col('responsible'), kind: 'text', note: t('restoration.task.responsibleNote') }, { id: 'donor', label: col('donor'), kind: 'text' }, { id: 'costKop', label: col('cost'), kind: 'money' },
    { id: 'service', label: col('service'), kind: 'choice', options: serviceChoices(view, t('restoration.task.noService'), language) }, { id: 'point', label: col('point'), kind: 'choice', options: named(view.points, t('restoration.task.noPoint'), language) },
    ...(view.facilities.length === 0 ? [] : [{ id: 'facility', label: col('facility'), kind: 'choice' as const, options: named(view.facilities, t('restoration.task.noFacility'), language) }]),
    { id: 'territory', label: col('place'), kind: 'choice', options: placeChoices(view, t('restoration.state.wholeCommunity'), language) },
    { id: 'after', label: col('after'), kind: 'many', options: view.tasks.filter((each) => each.id !== task?.id).map((each) => [each.id, each.name]) }, { id: 'note', label: col('note'), kind: 'words', max: 1000 },
  ];
  return (
    <EntryForm title={t(task ? 'restoration.task.edit' : 'restoration.task.add')} fields={fields} onDone={onDone}
      first={{
        name: task?.name ?? '', kind: task?.kind ?? 'premises', state: task?.state ?? 'planned', days: typed(task?.days ?? null, language), from: dayText(task?.from ?? ''), due: dayText(task?.due ?? ''), done: dayText(task?.done ?? ''), responsible: task?.responsible ?? '', donor: task?.donor ?? '',
        costKop: typedMoney(task?.costKop ?? null, language), service: task?.service ?? '', point: task?.point ?? '', territory: task?.territory ?? '', facility: task?.facility ?? '', after: task?.after ?? [], note: task?.note ?? '',
      }}
      onSave={(send, values, done) => void send('restoration.task.put', { ...(task ? { id: task.id } : {}), ...values } as Input<'restoration.task.put'>, done)} />
  );
}
