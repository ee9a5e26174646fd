import type { AidView as Help, RestorationView } from '#contract/api/restoration.ts';
import type { Input } from '#contract/api.ts';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { dayText } from '../../needs/cycle/parts.tsx';
import { Entries, type EntryColumn } from './Entries.tsx';
import { EntryForm, type FormField } from './EntryForm.tsx';
import { day, hryvnias, named, serviceChoices, typedMoney } from './words.ts';

/** Help of donors, what ends without anybody after it first. */
export function AidView({ view }: { readonly view: RestorationView }) {
  const { t, language } = useText();
  const col = (id: string): string => t(`restoration.aid.col.${id}`);
  const task = (help: Help): string => view.tasks.find((each) => each.id === help.task)?.name ?? '';
  const risk = (help: Help): string => `${t(`restoration.aid.risk.${help.risk}`)}${help.daysLeft !== null && help.daysLeft >= 0 ? `, ${t('restoration.aid.daysLeft', { count: help.daysLeft })}` : ''}`;
  const columns: readonly EntryColumn<Help>[] = [
    { title: col('donor'), out: (help) => help.donor }, { title: col('what'), out: (help) => help.what, show: (help) => <><Raw>{help.what}</Raw>{task(help) !== '' && <span className="note cy-under">{col('task')}: <Raw>{task(help)}</Raw></span>}</> },
    { title: col('amount'), kind: 'number', right: true, out: (help) => (help.amountKop === null ? null : help.amountKop / 100), show: (help) => (help.amountKop === null ? <span className="q">{t('states.sign.unknown')}</span> : hryvnias(help.amountKop, language)) },
    { title: col('from'), kind: 'date', out: (help) => help.from || null, show: (help) => <span className="rs-nb">{day(help.from, language)}</span> }, { title: col('to'), kind: 'date', out: (help) => help.to || null, show: (help) => <span className="rs-nb">{day(help.to, language)}</span> },
    { title: col('risk'), out: risk, show: (help) => <span className={!help.covered && help.risk !== 'later' ? 'cy-no' : undefined}>{risk(help)}</span> },
    { title: col('ends'), out: (help) => help.ends }, { title: col('after'), out: (help) => help.after || null, show: (help) => (help.covered ? <Raw>{help.after}</Raw> : <span className="q">{t('restoration.aid.nobody')}</span>) },
  ];
  return (
    <Entries title={t('restoration.aid.title')} note={t('restoration.aid.note', { days: view.aidDays })} rows={view.aid} columns={columns} name={(help) => `${help.donor}: ${help.what}`} empty={t('restoration.aid.empty')} emptyText={t('restoration.aid.emptyText')} add={t('restoration.aid.add')}
      onRemove={(send, { id }) => void send('restoration.aid.remove', { id })} form={(help, onDone) => <AidForm view={view} help={help} onDone={onDone} />} />
  );
}

function AidForm({ view, help, onDone }: { readonly view: RestorationView; readonly help: Help | null; readonly onDone: () => void }) {
  const { t, language } = useText();
  const col = (id: string): string => t(`restoration.aid.col.${id}`);
  const fields: readonly FormField[] = [
    { id: 'donor', label: col('donor'), kind: 'text', required: true }, { id: 'what', label: col('what'), kind: 'text', max: 400, required: true }, { id: 'amountKop', label: col('amount'), kind: 'money' },
    { id: 'task', label: col('task'), kind: 'choice', options: named(view.tasks, t('restoration.aid.noTask'), language) }, { id: 'service', label: col('service'), kind: 'choice', options: serviceChoices(view, t('restoration.aid.noService'), language) },
    { id: 'from', label: col('from'), kind: 'day' }, { id: 'to', label: col('to'), kind: 'day' }, { id: 'ends', label: col('ends'), kind: 'text', max: 400 }, { id: 'after', label: col('after'), kind: 'text', max: 400, note: t('restoration.aid.afterNote') },
  ];
  return (
    <EntryForm title={t(help ? 'restoration.aid.edit' : 'restoration.aid.add')} fields={fields} onDone={onDone}
      first={{ donor: help?.donor ?? '', what: help?.what ?? '', amountKop: typedMoney(help?.amountKop ?? null, language), task: help?.task ?? '', service: help?.service ?? '', from: dayText(help?.from ?? ''), to: dayText(help?.to ?? ''), ends: help?.ends ?? '', after: help?.after ?? '' }}
      onSave={(send, values, done) => void send('restoration.aid.put', { ...(help ? { id: help.id } : {}), ...values } as Input<'restoration.aid.put'>, done)} />
  );
}
