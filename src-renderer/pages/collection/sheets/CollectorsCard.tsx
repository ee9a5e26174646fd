import { useId, useState, type FormEvent } from 'react';
import type { Collector, SheetsView } from '#contract/api/collection.ts';
import { COLLECTOR_MEASURES, SCOPES } from '#contract/lists.ts';
import type { Label } from '#contract/models.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Card } from '../../../components/Page.tsx';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { useOneStop } from '../../../lib/oneStop.ts';
import { plain } from '../../../lib/text.ts';
import { SendError, TextField } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';

const NEW: Collector = { id: '', name: { uk: '', en: null }, scope: 'community', indicators: [], services: [], measures: [] };

/** Who fills in sheets and what each is asked for. */
export function CollectorsCard({ view, readOnly }: { readonly view: SheetsView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const send = useSend();
  const list = useOneStop<HTMLUListElement>();
  const [editing, setEditing] = useState<Collector | null>(null);
  const [removing, setRemoving] = useState<Collector | null>(null);
  return (
    <Card title={t('sheets.who.title')} note={view.proposed ? t('sheets.who.proposed') : undefined} action={<span className="bt">{!view.proposed && <button type="button" className="ctl" disabled={readOnly} onClick={() => void send.send('collectors.reset', {})}>{t('sheets.who.reset')}</button>}<button type="button" className="ctl" disabled={readOnly} onClick={() => setEditing(NEW)}>{t('sheets.who.add')}</button></span>}>
      <SendError send={send} />
      <ul ref={list} className="sh-who">
        {view.collectors.map((each) => (
          <li key={each.id}>
            <span className="w5"><Uk>{each.name}</Uk></span><span className="note">{t(`sheets.scope.${each.scope}`)} · {t('sheets.who.rows', { indicators: each.indicators.length, services: each.services.length })}</span>
            <span className="bt"><button type="button" className="link" disabled={readOnly} aria-label={`${t('sheets.who.edit')}: ${plain(each.name, language)}`} onClick={() => setEditing(each)}>{t('sheets.who.edit')}</button><button type="button" className="link" disabled={readOnly} aria-label={`${t('common.remove')}: ${plain(each.name, language)}`} onClick={() => setRemoving(each)}>{t('common.remove')}</button></span>
          </li>
        ))}
      </ul>
      {editing && <CollectorDialog view={view} collector={editing} onClose={() => setEditing(null)} />}
      {removing && (
        <Dialog title={t('common.remove')} onClose={() => setRemoving(null)}>
          <p>{t('sheets.who.removeAsk', { name: plain(removing.name, language) })}</p>
          <SendError send={send} />
          <div className="bt"><button type="button" className="ctl" onClick={() => setRemoving(null)}>{t('common.cancel')}</button><button type="button" className="ctl pri" onClick={() => void send.send('collector.remove', { id: removing.id }, () => setRemoving(null))}>{t('common.remove')}</button></div>
        </Dialog>
      )}
    </Card>
  );
}

function CollectorDialog({ view, collector, onClose }: { readonly view: SheetsView; readonly collector: Collector; readonly onClose: () => void }) {
  const { t } = useText();
  const id = useId();
  const send = useSend();
  const [name, setName] = useState(collector.name.uk);
  const [scope, setScope] = useState(collector.scope);
  const [indicators, setIndicators] = useState(collector.indicators);
  const [services, setServices] = useState(collector.services);
  const [measures, setMeasures] = useState(collector.measures);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send.send('collector.save', { ...(collector.id === '' ? {} : { id: collector.id }), name: name.trim(), scope, indicators: indicators.filter((each) => view.indicators.some((one) => one.id === each)), services: [...services], measures: [...measures] }, onClose);
  };
  return (
    <Dialog title={t(collector.id === '' ? 'sheets.who.addTitle' : 'sheets.who.editTitle')} onClose={onClose} wide>
      <form className="dlg" onSubmit={submit}>
        <TextField label={t('sheets.who.name')} value={name} onChange={setName} max={200} />
        <div className="fld"><label htmlFor={`${id}s`}>{t('sheets.who.scope')}</label><select id={`${id}s`} className="in" value={scope} onChange={(event) => setScope(SCOPES.find((each) => each === event.target.value) ?? 'community')}>{SCOPES.map((each) => <option key={each} value={each}>{t(`sheets.scope.${each}`)}</option>)}</select></div>
        {scope !== 'providers' && <Boxes title={t('sheets.who.indicators')} list={view.indicators.map((each) => ({ id: each.id, name: each.wording }))} chosen={indicators} onChange={setIndicators} />}
        {scope !== 'providers' && <Boxes title={t('sheets.who.services')} list={view.services} chosen={services} onChange={setServices} />}
        {(scope === 'providers' || services.length > 0) && <Boxes title={t('sheets.who.measures')} list={COLLECTOR_MEASURES.map((each) => ({ id: each, name: { uk: t(`sheets.measure.${each}`), en: t(`sheets.measure.${each}`) } }))} chosen={measures} onChange={(next) => setMeasures(COLLECTOR_MEASURES.filter((each) => next.includes(each)))} />}
        <SendError send={send} />
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={name.trim() === '' || send.busy}>{t('sheets.who.save')}</button></div>
      </form>
    </Dialog>
  );
}

/** Boxes to tick, in the order of the list. */
function Boxes({ title, list, chosen, onChange }: { readonly title: string; readonly list: readonly { readonly id: string; readonly name: Label }[]; readonly chosen: readonly string[]; readonly onChange: (chosen: readonly string[]) => void }) {
  const { language } = useText();
  return (
    <fieldset className="sh-boxes"><legend>{title}</legend>
      {list.map(({ id, name }) => <label key={id} aria-label={plain(name, language)}><input type="checkbox" className="sh-box" checked={chosen.includes(id)} onChange={() => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : list.filter((each) => each.id === id || chosen.includes(each.id)).map((each) => each.id))} /> <span><Uk>{name}</Uk></span></label>)}
    </fieldset>
  );
}
