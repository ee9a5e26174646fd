import type { CalendarItem, CycleView } from '#contract/api/cycle.ts';
import { formatDate } from '#contract/format.ts';
import { Card } from '../../../components/Page.tsx';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { chooseYear, usePlan } from '../../../plan/store.ts';
import { nameOf } from './parts.tsx';

/** What is late, and what comes within 30 and 90 days, of all determinations. */
export function CalendarCard({ view, onStage }: { readonly view: CycleView; readonly onStage: (item: CalendarItem) => void }) {
  const { t, language } = useText();
  const years = usePlan((plan) => plan.info?.years);
  const several = view.determinations.length > 1;
  return (
    <Card title={t('cycle.calendar')} note={t('cycle.calendarNote', { today: view.today })}>
      {(['late', 'next30', 'next90'] as const).map((part) => (
        <section key={part} aria-label={t(`cycle.part.${part}`)}>
          <h3 className={part === 'late' && view.calendar.late.length > 0 ? 'cyc-late' : undefined}>{t(`cycle.part.${part}`)}</h3>
          {view.calendar[part].length === 0 ? <p className="note">{t(`cycle.nothing.${part}`)}</p> : (
            <ul className="cyc-cal">
              {view.calendar[part].map((item) => {
                const of = view.determinations.find((each) => each.id === item.determination);
                return (
                  <li key={`${item.determination} ${item.stage} ${item.what} ${item.date}`}>
                    <span className="q">{formatDate(item.date, language)}</span>
                    <span>{item.what === 'sheets' ? <a href={href('collection', { tab: 'sheets' })} onClick={() => { if (of && years?.includes(of.year)) chooseYear(of.year); }}>{t('cycle.sheets.due', { count: item.count })}</a> : <button type="button" className="link" onClick={() => onStage(item)}><Uk>{item.name}</Uk></button>}
                      <span className="note"> {t(item.days < 0 ? 'cycle.lateBy' : `cycle.${item.what}In`, { count: Math.abs(item.days) })}{several && of && ` · ${nameOf(view, of, language)}`}</span></span>
                  </li>
                );
              })}
            </ul>
          )}
        </section>
      ))}
    </Card>
  );
}
