import { useState } from 'react';
import type { AudienceView, Channel, RestorationRow, RestorationView } from '#contract/api/restoration.ts';
import type { Input } from '#contract/api.ts';
import { CHANNEL_KINDS, HOW_OFTEN } from '#contract/lists.ts';
import { Card } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plain, plainText, shown } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { dayText } from '../../needs/cycle/parts.tsx';
import { Entries, type EntryColumn } from './Entries.tsx';
import { EntryForm, type FormField } from './EntryForm.tsx';
import { choices, levelText, rowName, yesNo } from './words.ts';

/** Who informs whom and by what, who is left out, and which changes nobody told. */
export function InformingView({ view }: { readonly view: RestorationView }) {
  const { t, language } = useText();
  const col = (id: string): string => t(`restoration.inform.col.${id}`);
  const audiences = (channel: Channel): string => view.audiences.filter((each) => channel.audiences.includes(each.id)).map((each) => shown(each.name, language)).join(', ');
  const answer = (value: Channel['withoutPower']): string => t(`places.yesNo.${value || 'unknown'}`);
  const columns: readonly EntryColumn<Channel>[] = [
    { title: col('kind'), out: (channel) => t(`restoration.inform.kinds.${channel.kind}`), show: (channel) => <>{t(`restoration.inform.kinds.${channel.kind}`)}{channel.name !== '' && <span className="note cy-under"><Raw>{channel.name}</Raw></span>}</> },
    { title: col('audiences'), out: audiences }, { title: col('responsible'), out: (channel) => channel.responsible }, { title: col('often'), out: (channel) => t(`restoration.inform.often.${channel.often || 'none'}`), show: (channel) => <span className="rs-nb">{t(`restoration.inform.often.${channel.often || 'none'}`)}</span> },
    { title: col('withoutPower'), out: (channel) => answer(channel.withoutPower) }, { title: col('withoutInternet'), out: (channel) => answer(channel.withoutInternet) },
  ];
  return (
    <>
      <Entries title={t('restoration.inform.title')} rows={view.channels} columns={columns} name={(channel) => channel.name || t(`restoration.inform.kinds.${channel.kind}`)} empty={t('restoration.inform.empty')} emptyText={t('restoration.inform.emptyText')} add={t('restoration.inform.add')}
        onRemove={(send, { id }) => void send('restoration.channel.remove', { id })} form={(channel, onDone) => <ChannelForm view={view} channel={channel} onDone={onDone} />} />
      <Untold view={view} />
      <Audiences view={view} />
    </>
  );
}

/** Changes that residents were not told of: the day when they were is entered here. */
function Untold({ view }: { readonly view: RestorationView }) {
  const { t, language } = useText();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const [telling, setTelling] = useState<RestorationRow | null>(null);
  const untold = view.rows.filter((row) => row.untold);
  const changed = telling?.states.findLast((state) => state.phase === 'now');
  return (
    <>
      {untold.length > 0 && (
        <Card title={t('restoration.inform.untold')} note={t('restoration.inform.untoldNote')}>
          <ul className="rs-states">
            {untold.map((row) => {
              const name = rowName(row, language);
              return (
                <li key={row.id}>
                  <span><Raw>{name}</Raw> <span className="note">{levelText(view, row.levels.now, language)}</span></span>
                  <button type="button" className="link" disabled={readOnly} aria-label={t('restoration.inform.tellOf', { name: plainText(name, language) })} onClick={() => setTelling(row)}>{t('restoration.inform.tell')}</button>
                </li>
              );
            })}
          </ul>
        </Card>
      )}
      {telling && changed && (
        <EntryForm title={t('restoration.inform.tellOf', { name: plainText(rowName(telling, language), language) })} fields={[{ id: 'told', label: t('restoration.state.col.told'), kind: 'day', note: t('restoration.state.toldNote') }]} first={{ told: dayText(view.today) }}
          onDone={() => setTelling(null)} onSave={(send, { told }, done) => void send('restoration.state.put', { ...changed, told: String(told) }, done)} />
      )}
    </>
  );
}

function Audiences({ view }: { readonly view: RestorationView }) {
  const { t, language } = useText();
  const col = (id: string): string => t(`restoration.inform.col.${id}`);
  const gap = (each: AudienceView): string => (each.gap === null ? t('restoration.inform.noGap') : t(`restoration.inform.gap.${each.gap}`));
  const table = (): TableOut => ({ title: t('restoration.inform.who'), columns: [{ title: col('audience'), kind: 'text' }, { title: col('channels'), kind: 'number' }, { title: col('gap'), kind: 'text' }], rows: view.audiences.map((each) => [shown(each.name, language), each.channels, gap(each)]) });
  return (
    <Card title={t('restoration.inform.who')} note={t('restoration.inform.whoNote')} action={<span className="row"><TableActions table={table} /></span>}>
      <div className="rs-scroll" role="group" aria-label={t('restoration.inform.who')} tabIndex={0}>
        <table className="tb">
          <caption className="vh">{t('restoration.inform.who')}</caption>
          <thead><tr><th scope="col">{col('audience')}</th><th scope="col" className="r">{col('channels')}</th><th scope="col">{col('gap')}</th></tr></thead>
          <tbody>{view.audiences.map((each) => <tr key={each.id}><th scope="row"><Uk>{each.name}</Uk></th><td className="r">{each.channels}</td><td><span className={each.gap === null ? undefined : 'cy-no'}>{gap(each)}</span></td></tr>)}</tbody>
        </table>
      </div>
    </Card>
  );
}

function ChannelForm({ view, channel, onDone }: { readonly view: RestorationView; readonly channel: Channel | null; readonly onDone: () => void }) {
  const { t, language } = useText();
  const col = (id: string): string => t(`restoration.inform.col.${id}`);
  const fields: readonly FormField[] = [
    { id: 'kind', label: col('kind'), kind: 'choice', options: choices(CHANNEL_KINDS, 'restoration.inform.kinds', language) }, { id: 'name', label: col('name'), kind: 'text' },
    { id: 'responsible', label: col('responsible'), kind: 'text', note: t('restoration.task.responsibleNote') }, { id: 'often', label: col('often'), kind: 'choice', options: choices(HOW_OFTEN, 'restoration.inform.often', language) },
    { id: 'withoutPower', label: col('withoutPower'), kind: 'choice', options: yesNo(language) }, { id: 'withoutInternet', label: col('withoutInternet'), kind: 'choice', options: yesNo(language) },
    { id: 'audiences', label: col('audiences'), kind: 'many', options: view.audiences.map((each) => [each.id, plain(each.name, language)]) }, { id: 'note', label: col('note'), kind: 'words', max: 1000 },
  ];
  return (
    <EntryForm title={t(channel ? 'restoration.inform.edit' : 'restoration.inform.add')} fields={fields} onDone={onDone}
      first={{ kind: channel?.kind ?? 'starosta', name: channel?.name ?? '', responsible: channel?.responsible ?? '', often: channel?.often ?? '', withoutPower: channel?.withoutPower ?? '', withoutInternet: channel?.withoutInternet ?? '', audiences: channel?.audiences ?? [], note: channel?.note ?? '' }}
      onSave={(send, values, done) => void send('restoration.channel.put', { ...(channel ? { id: channel.id } : {}), ...values } as Input<'restoration.channel.put'>, done)} />
  );
}
