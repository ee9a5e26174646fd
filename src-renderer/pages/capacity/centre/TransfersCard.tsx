import { useState, type FormEvent } from 'react';
import { formatDate, formatNumber } from '#contract/format.ts';
import { TRANSFERRED } from '#contract/lists.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plainText, shown } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { DayField, dayOf, dayText } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';
import { ChoiceField, readNumber, signed, TextField, typed } from '../../needs/projection/fields.tsx';
import { nameAt, serviceText, type Centre } from './names.ts';

type Move = Centre['transfers'][number];

/** Staff, recipients, places and property taken over from another body or given to it, with the running balance. */
export function TransfersCard({ centre }: { readonly centre: Centre }) {
  const { t, language } = useText();
  const send = useSend();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const [editing, setEditing] = useState<Move | 'new' | null>(null);
  const rows = centre.transfers;
  const amount = (row: Move): string => (row.amount === null ? t('centre.transfers.notCounted') : signed(row.direction === 'in' ? row.amount : -row.amount, language));
  const service = (row: Move): string => { const found = centre.services.find((one) => one.id === row.service); return found ? serviceText(found, language) : row.service === '' ? t('centre.transfers.allServices') : row.service; };
  const balance = (row: Move): string => (row.balance === null ? t('states.sign.unknown') : formatNumber(row.balance, language, { digits: { min: 0, max: 2 } }));
  const heads = (['day', 'body', 'what', 'amount', 'balance', 'act'] as const).map((id) => t(`centre.transfers.${id}`));
  const table = (): TableOut => ({
    title: t('centre.transfers.title'), columns: [...heads, t('centre.transfers.service'), t('centre.col.unit')].map((title, at) => ({ title, kind: at === 0 ? 'date' as const : at === 3 || at === 4 ? 'number' as const : 'text' as const })),
    rows: rows.map((row) => [row.day, row.body, t(`centre.what.${row.what}`), row.amount === null ? null : row.direction === 'in' ? row.amount : -row.amount, row.balance, row.act, service(row), nameAt(centre, row.provider)]),
  });
  const add = <button type="button" className="ctl" disabled={readOnly} onClick={() => setEditing('new')}>{t('centre.transfers.add')}</button>;
  return (
    <Card title={t('centre.transfers.title')} note={t('centre.transfers.note')} action={rows.length > 0 && <span className="row">{add}<TableActions table={table} /></span>}>
      {send.error && <ErrorNotice error={send.error} />}
      {rows.length === 0 ? <EmptyState title={t('centre.transfers.empty')} text={t('centre.transfers.emptyText')}>{add}</EmptyState> : (
        <div className="cy-scroll" role="group" aria-label={t('centre.transfers.title')} tabIndex={0}>
          <table className="tb">
            <caption className="vh">{t('centre.transfers.title')}</caption>
            <thead><tr>{heads.map((head, at) => <th key={head} scope="col" className={at === 3 || at === 4 ? 'r' : undefined}>{head}</th>)}<th scope="col"><span className="vh">{t('capacity.field.actions')}</span></th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{formatDate(row.day, language)}</th>
                  <td><Raw>{row.body}</Raw>{row.provider !== centre.provider.id && <span className="note cy-under"><Raw>{nameAt(centre, row.provider)}</Raw></span>}</td>
                  <td>{t(`centre.what.${row.what}`)}<span className="note cy-under"><Raw>{service(row)}</Raw></span></td>
                  <td className="r">{amount(row)}</td>
                  <td className="r">{balance(row)}</td>
                  <td className="note"><Raw>{row.act}</Raw></td>
                  <td className="r"><span className="cy-acts">
                    <button type="button" className="link" disabled={readOnly} aria-label={t('centre.transfers.editOf', { day: formatDate(row.day, language), body: plainText(row.body, language) })} onClick={() => setEditing(row)}>{t('capacity.providers.edit')}</button>
                    <button type="button" className="link" disabled={readOnly} aria-label={t('centre.transfers.removeOf', { day: formatDate(row.day, language), body: plainText(row.body, language) })} onClick={() => void send.send('transfer.remove', { id: row.id })}>{t('common.remove')}</button>
                  </span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing !== null && <TransferForm centre={centre} move={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />}
    </Card>
  );
}

/** Adds or changes a transfer. */
function TransferForm({ centre, move, onDone }: { readonly centre: Centre; readonly move: Move | null; readonly onDone: () => void }) {
  const { t, language } = useText();
  const send = useSend();
  const [text, setText] = useState({ day: dayText(move?.day ?? ''), body: move?.body ?? '', amount: typed(move?.amount ?? null, language), act: move?.act ?? '', note: move?.note ?? '' });
  const [choice, setChoice] = useState({ provider: move?.provider ?? centre.provider.id, direction: move?.direction ?? 'in', what: move?.what ?? 'staff', service: move?.service ?? '' });
  const [tried, setTried] = useState(false);
  const day = dayOf(text.day);
  const read = text.amount.trim() === '' ? null : readNumber(text.amount, language);
  const amountWrong = text.amount.trim() !== '' && (read === null || read < 0);
  const put = (field: keyof typeof text) => (value: string): void => { send.clear(); setText((before) => ({ ...before, [field]: value })); };
  const pick = <F extends keyof typeof choice>(field: F) => (value: (typeof choice)[F]): void => setChoice((before) => ({ ...before, [field]: value }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (day === null || day === '' || text.body.trim() === '' || amountWrong) return;
    void send.send('transfer.put', { ...(move ? { id: move.id } : {}), ...choice, day, body: text.body.trim(), amount: read, act: text.act.trim(), note: text.note.trim() }, onDone);
  };
  const at = [centre.provider, ...centre.units];
  return (
    <Dialog wide title={t(move ? 'centre.transfers.edit' : 'centre.transfers.add')} onClose={onDone}>
      <form className="cy-form cy-grid2" onSubmit={submit}>
        <DayField label={t('centre.transfers.day')} value={text.day} onChange={put('day')} note={tried && text.day.trim() === '' ? t('centre.transfers.dayNeeded') : undefined} />
        <ChoiceField label={t('centre.transfers.direction')} value={choice.direction} options={(['in', 'out'] as const).map((each) => [each, t(`centre.direction.${each}`)])} onChange={pick('direction')} />
        <TextField label={t('centre.transfers.body')} value={text.body} max={300} error={tried && text.body.trim() === '' ? t('centre.transfers.bodyNeeded') : null} note={t('centre.transfers.bodyNote')} onChange={put('body')} />
        <ChoiceField label={t('centre.transfers.what')} value={choice.what} options={TRANSFERRED.map((each) => [each, t(`centre.what.${each}`)])} onChange={pick('what')} />
        <TextField numeric label={t('centre.transfers.amount')} value={text.amount} max={20} error={amountWrong ? t('centre.transfers.amountWrong') : null} note={t('centre.transfers.amountNote')} onChange={put('amount')} />
        <ChoiceField label={t('centre.transfers.service')} value={choice.service} options={[['', t('centre.transfers.allServices')], ...centre.services.map((one) => [one.id, plainText([one.code ?? '', shown(one.name, language)].join(' '), language)] as const)]} onChange={pick('service')} />
        {at.length > 1 && <ChoiceField label={t('centre.transfers.where')} value={choice.provider} options={at.map((one) => [one.id, plainText(one.name, language)] as const)} onChange={pick('provider')} />}
        <TextField label={t('centre.transfers.act')} value={text.act} onChange={put('act')} />
        <TextField label={t('capacity.form.note')} value={text.note} max={1000} onChange={put('note')} />
        {send.error && <ErrorNotice error={send.error} />}
        <div className="bt cy-all"><button type="submit" className="ctl pri" disabled={send.busy}>{t('common.save')}</button><button type="button" className="ctl" onClick={onDone}>{t('common.cancel')}</button></div>
      </form>
    </Dialog>
  );
}
