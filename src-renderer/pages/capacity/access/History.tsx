import type { AccessibilityView, AuditDetail, Checklist } from '#contract/api/accessibility.ts';
import { formatDate, formatShare } from '#contract/format.ts';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { EntranceMark, numbersOf, StatusMark } from './words.tsx';

/** All audits of the facility over time, and which answers changed since the one before. */
export function History({ view, checklist, audit }: { readonly view: AccessibilityView; readonly checklist: Checklist; readonly audit: AuditDetail }) {
  const { t, language } = useText();
  const numbers = numbersOf(checklist);
  const answers = new Map(audit.answers.map((answer) => [answer.item, answer]));
  const changed = checklist.items.flatMap((item) => {
    const answer = answers.get(item.id);
    return answer && answer.was !== null && answer.was !== answer.counts ? [{ item, was: answer.was, is: answer.counts }] : [];
  });
  return (
    <div className="ac-main">
      <Card title={t('access.history.title')}>
        <div className="ac-scroll" role="group" aria-label={t('access.history.title')} tabIndex={0}>
          <table className="tb ac-table">
            <caption className="vh">{t('access.history.title')}</caption>
            <thead><tr>{(['day', 'status', 'share', 'entrance', 'role', 'note'] as const).map((id) => <th key={id} scope="col" className={id === 'share' ? 'r' : undefined}>{t(`access.col.${id}`)}</th>)}</tr></thead>
            <tbody>{view.audits.filter((each) => each.facility === audit.facility).map((each) => (
              <tr key={each.id} aria-current={each.id === audit.id || undefined} className={each.id === audit.id ? 'cy-now' : undefined}>
                <th scope="row">{each.id === audit.id ? formatDate(each.day, language) : <a href={href('capacity', { tab: 'access', audit: each.id, view: 'history' })}>{formatDate(each.day, language)}</a>}</th>
                <td><StatusMark checklist={checklist} result={each.result} /></td>
                <td className="r">{each.result.score === null ? '' : formatShare(each.result.score, language)}</td>
                <td><EntranceMark entrance={each.entrance} /></td>
                <td className="note"><Raw>{each.role}</Raw></td><td className="note"><Raw>{each.note}</Raw></td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      </Card>
      {audit.previous === null ? <p className="note">{t('access.history.first')}</p> : changed.length === 0 ? <EmptyState title={t('access.history.same')} /> : (
        <Card title={t('access.history.changes', { day: audit.previous.day })} note={changed.length}>
          <div className="ac-scroll" role="group" aria-label={t('access.history.changes', { day: audit.previous.day })} tabIndex={0}>
            <table className="tb ac-table">
              <caption className="vh">{t('access.history.changes', { day: audit.previous.day })}</caption>
              <thead><tr>{(['number', 'criterion', 'was', 'is'] as const).map((id) => <th key={id} scope="col">{t(`access.col.${id}`)}</th>)}</tr></thead>
              <tbody>{changed.map(({ item, was, is }) => (
                <tr key={item.id}>
                  <td className="q">{numbers.get(item.id)}</td><th scope="row"><Uk>{item.question}</Uk></th><td className="m">{t(`access.answer.${was || 'none'}`)}</td>
                  <td>{t(`access.answer.${is || 'none'}`)}{(is === 'yes' && was === 'no') || (is === 'no' && was === 'yes') ? <> <span className={`mk ${is === 'yes' ? 'ok' : 'bd'}`}>{t(`access.history.${is === 'yes' ? 'better' : 'worse'}`)}</span></> : null}</td>
                </tr>
              ))}</tbody>
            </table>
          </div>
        </Card>
      )}
    </div>
  );
}
