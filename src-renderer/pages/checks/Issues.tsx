import { useState } from 'react';
import type { CheckIssue, ChecksView } from '#contract/api/checks.ts';
import { formatDate } from '#contract/format.ts';
import { Icon } from '../../components/Icon.tsx';
import { EmptyState } from '../../components/Page.tsx';
import { Says, Tx, Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { sentencePlain } from '../../i18n/sentence.ts';
import { cellHref, href } from '../../lib/route.ts';
import { usePlan } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';
import { AcceptDialog } from './AcceptDialog.tsx';

const FILTERS = ['open', 'error', 'warning', 'note', 'accepted'] as const;
type Filter = (typeof FILTERS)[number];
const LOOKS = { error: 'bd', warning: 'wn', note: 'nt' } as const;

const isOpen = (issue: CheckIssue): boolean => issue.accepted?.holds !== true;
const fits = (issue: CheckIssue, filter: Filter): boolean => (filter === 'accepted' ? !isOpen(issue) : isOpen(issue) && (filter === 'open' || issue.severity === filter));

/** Where a finding leads: its very cell, or its page. */
export const issueHref = ({ page, link }: Pick<CheckIssue, 'page' | 'link'>): string => (link === null ? href(page) : cellHref(page, link));

/** The findings by rule, the gravest first; each leads to its cell and can be accepted with a reason. */
export function Issues({ view }: { readonly view: ChecksView }) {
  const { t } = useText();
  const readOnly = usePlan((plan) => plan.info?.readOnly ?? false);
  const [filter, setFilter] = useState<Filter>('open');
  const [accepting, setAccepting] = useState<CheckIssue | null>(null);
  const { counts } = view;
  const n = { ...counts, open: counts.error + counts.warning + counts.note };
  const shown = view.issues.filter((issue) => fits(issue, filter));
  const rules = view.rules.filter((rule) => shown.some((issue) => issue.rule === rule.id));
  const ordered = rules.toSorted((a, b) => shown.findIndex((issue) => issue.rule === a.id) - shown.findIndex((issue) => issue.rule === b.id));
  return (
    <div className="chk-list">
      <div className="seg" role="group" aria-label={t('checks.filter')}>
        {FILTERS.map((id) => <button key={id} type="button" aria-pressed={filter === id} onClick={() => setFilter(id)}>{t(`checks.filterOf.${id}`, { n: n[id] })}</button>)}
      </div>
      {shown.length === 0 && (
        <EmptyState title={t(filter === 'open' ? 'checks.empty' : 'checks.emptyFilter')} text={filter === 'open' ? t('checks.emptyText') : undefined}>
          {filter !== 'open' && <button type="button" className="ctl" onClick={() => setFilter('open')}>{t('checks.showAll')}</button>}
        </EmptyState>
      )}
      {ordered.map((rule) => {
        const own = shown.filter((issue) => issue.rule === rule.id);
        const [first] = own;
        return (
          <section key={rule.id} className="card chk-rule" aria-labelledby={`rule-${rule.id}`}>
            <div className="ch">
              {first && <span className={`mk ${LOOKS[first.severity]}`}><Icon name="flag" size={14} />{t(`checks.severity.${first.severity}`)}</span>}
              <h2 id={`rule-${rule.id}`}><Uk>{rule.label}</Uk></h2>
              <span className="note"><Uk>{rule.why}</Uk></span>
            </div>
            <ul>{own.map((issue) => <Issue key={issue.id} issue={issue} readOnly={readOnly} onAccept={setAccepting} />)}</ul>
            {rule.found > rule.shown && <p className="note">{t('checks.more', { count: rule.found, shown: rule.shown })}</p>}
          </section>
        );
      })}
      {accepting && <AcceptDialog issue={accepting} onClose={() => setAccepting(null)} />}
    </div>
  );
}

function Issue({ issue, readOnly, onAccept }: { readonly issue: CheckIssue; readonly readOnly: boolean; readonly onAccept: (issue: CheckIssue) => void }) {
  const { t, language } = useText();
  const what = sentencePlain(issue.text, language);
  return (
    <li>
      <div>
        <p><Says>{issue.text}</Says></p>
        {issue.accepted && <p className="note"><Tx k={issue.accepted.holds ? 'checks.acceptedBy' : 'checks.acceptedStale'} p={{ at: formatDate(issue.accepted.at, language), reason: issue.accepted.reason }} /></p>}
      </div>
      <a href={issueHref(issue)} aria-label={t('checks.goTo', { what })}>{t('checks.go')}</a>
      {isOpen(issue)
        ? <button type="button" className="link" disabled={readOnly} aria-label={t('checks.acceptOf', { what })} onClick={() => onAccept(issue)}>{t('checks.accept')}</button>
        : <button type="button" className="link" disabled={readOnly} aria-label={t('checks.reopenOf', { what })} onClick={() => void change('check.reopen', { issue: issue.id }).catch(() => undefined)}>{t('checks.reopen')}</button>}
    </li>
  );
}
