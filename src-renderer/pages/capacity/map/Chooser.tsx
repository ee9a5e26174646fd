import type { MapView } from '#contract/api/map.ts';
import { MAP_LEVELS, MAP_MEASURES } from '#contract/lists.ts';
import { useText } from '../../../i18n/index.ts';
import { plain, plainText } from '../../../lib/text.ts';
import { serviceNamed } from '../../overview/names.ts';
import { ofService, type Asked } from './data.ts';

const SIGNS = ['all', 'service', 'none'] as const;

/** What the map shows: measure, group or service, settlements or districts, which providers. Year and scenario stand in the header. */
export function Chooser({ view, asked, onAsk }: { readonly view: MapView; readonly asked: Asked; readonly onAsk: (patch: Partial<Asked>) => void }) {
  const { t, language } = useText();
  const service = ofService(asked.measure);
  return (
    <div className="row mp-chooser no-print">
      <label>{t('map.choose.measure')} <select className="in" value={asked.measure} onChange={(event) => { const measure = event.target.value as Asked['measure']; onAsk({ measure, ...(asked.signs === 'service' && !ofService(measure) ? { signs: 'all' } : {}) }); }}>
        {MAP_MEASURES.map((id) => <option key={id} value={id}>{t(`map.measure.${id}`)}</option>)}
      </select></label>
      {asked.measure === 'group' && (
        <label>{t('map.choose.group')} <select className="in" value={view.asked.group} onChange={(event) => onAsk({ group: event.target.value })}>
          {view.groups.map((group) => <option key={group.id} value={group.id}>{plain(group.name, language)}</option>)}
        </select></label>
      )}
      {service && (
        <label>{t('map.choose.service')} <select className="in" value={view.asked.service} onChange={(event) => onAsk({ service: event.target.value })}>
          {view.services.map((row) => <option key={row.id} value={row.id}>{[row.code, plainText(serviceNamed(row, language).label, language)].filter(Boolean).join(' ')}</option>)}
        </select></label>
      )}
      {view.districts && (
        <span className="seg" role="group" aria-label={t('map.choose.level')}>
          {MAP_LEVELS.map((id) => <button key={id} type="button" aria-pressed={view.asked.level === id} onClick={() => onAsk({ level: id })}>{t(`map.level.${id}`)}</button>)}
        </span>
      )}
      <label>{t('map.choose.signs')} <select className="in" value={asked.signs} onChange={(event) => onAsk({ signs: event.target.value as Asked['signs'] })}>
        {SIGNS.filter((id) => id !== 'service' || service).map((id) => <option key={id} value={id}>{t(`map.signs.${id}`)}</option>)}
      </select></label>
    </div>
  );
}
