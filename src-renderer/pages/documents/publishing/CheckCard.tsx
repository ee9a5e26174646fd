import { useId, useState, type FormEvent } from 'react';
import type { PublicationIssue, PublicationView } from '#contract/api/publishing.ts';
import { formatDate } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { Tx } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { pieces } from '../../../i18n/sentence.ts';
import { cellHref, href } from '../../../lib/route.ts';
import { usePlan } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';

interface From { readonly year: number; readonly scenario?: string | undefined; readonly language: 'uk' | 'en'; readonly snapshot?: string }
/** So many are listed until all are asked for. */
const LISTED = 12;

const open = (issue: PublicationIssue): boolean => issue.does === 'change' && issue.accepted?.holds !== true;

/** What the files for publication hide, and what must be changed or confirmed before they are made. */
export function CheckCard({ view, from }: { readonly view: PublicationView; readonly from: From }) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const [accepting, setAccepting] = useState<PublicationIssue | null>(null);
  const stops = view.issues.filter(open).length;
  const shown = all ? view.issues : view.issues.slice(0, Math.max(LISTED, stops));
  return (
    <Card title={t('publishing.check.title')}>
      <p className="note text">{t('publishing.check.note')}</p>
      {stops > 0 && <Notice kind="wn">{t('publishing.check.stops', { count: stops })}</Notice>}
      {view.issues.length === 0
        ? <EmptyState title={t('publishing.check.ok')} text={t('publishing.check.okText')} />
        : (
          <>
            {view.hidden.small + view.hidden.covered > 0 && <p>{t('publishing.check.hidden', view.hidden)}</p>}
            <ul className="lst">{shown.map((issue) => <Issue key={issue.id} issue={issue} onAccept={setAccepting} />)}</ul>
            {shown.length < view.issues.length && <div><button type="button" className="link" onClick={() => setAll(true)}>{t('publishing.check.more', { n: view.issues.length })}</button></div>}
          </>
        )}
      {accepting && <AcceptDialog issue={accepting} from={from} onClose={() => setAccepting(null)} />}
    </Card>
  );
}

function Issue({ issue, onAccept }: { readonly issue: PublicationIssue; readonly onAccept: (issue: PublicationIssue) => void }) {
  const { t, language } = useText();
  const readOnly = usePlan((plan) => plan.info?.readOnly ?? false);
  const section = issue.where.params['section'];
  const params = typeof section === 'string' ? { section: t(`documents.section.${section}`) } : issue.where.params;
  const what = pieces(`publishing.where.${issue.where.key}`, params, language).map((piece) => piece.text).join('');
  const found = issue.kind === 'personal' ? issue.found.map((kind) => t(`publishing.personal.${kind}`)).join(', ') : issue.found.join('; ');
  return (
    <li className={open(issue) ? 'open' : ''}>
      <div>
        <b className="w5"><Tx k={`publishing.where.${issue.where.key}`} p={params} /></b>
        <p className="note"><Tx k={`publishing.kind.${issue.kind}`} p={{ small: issue.small, covered: issue.covered, found }} />{issue.does === 'change' && <> {t('publishing.check.files', { files: issue.files.map((file) => t(`publishing.file.${file}`)).join(', ') })}</>}</p>
        {issue.accepted && <p className="note"><Tx k={issue.accepted.holds ? 'publishing.check.accepted' : 'publishing.check.stale'} p={{ at: formatDate(issue.accepted.at, language), reason: issue.accepted.reason }} /></p>}
      </div>
      <span className="acts">
        <a href={issue.link ? cellHref(issue.page, issue.link) : href(issue.page, issue.params)} aria-label={t('publishing.check.goTo', { what })}>{t('publishing.check.go')}</a>
        {open(issue) && <button type="button" className="link" disabled={readOnly} aria-label={t('publishing.check.acceptOf', { what })} onClick={() => onAccept(issue)}>{t('publishing.check.accept')}</button>}
        {issue.accepted && <button type="button" className="link" disabled={readOnly} aria-label={t('publishing.check.reopenOf', { what })} onClick={() => void change('publishing.reopen', { issue: issue.id }).catch(() => undefined)}>{t('publishing.check.reopen')}</button>}
      </span>
    </li>
  );
}

/** Asks why words may be published as they are. */
function AcceptDialog({ issue, from, onClose }: { readonly issue: PublicationIssue; readonly from: From; readonly onClose: () => void }) {
  const { t } = useText();
  const id = useId();
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setShort(reason.trim().length < 5);
    if (reason.trim().length < 5) return;
    try {
      await change('publishing.accept', { ...from, issue: issue.id, reason });
      onClose();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Dialog title={t('publishing.check.dialog')} onClose={onClose}>
      <form className="dlg" onSubmit={(event) => void submit(event)}>
        <div className="fld">
          <label htmlFor={id}>{t('publishing.check.reason')}</label>
          <textarea id={id} className="in" rows={3} maxLength={400} data-autofocus value={reason} aria-invalid={short} aria-describedby={`${id}h`} onChange={(event) => setReason(event.target.value)} />
          <p id={`${id}h`} className={short ? 'note bad' : 'note'}>{t(short ? 'publishing.check.reasonShort' : 'publishing.check.reasonHint')}</p>
        </div>
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('publishing.check.cancel')}</button><button type="submit" className="ctl pri">{t('publishing.check.do')}</button></div>
      </form>
    </Dialog>
  );
}
