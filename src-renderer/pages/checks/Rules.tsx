import { useState } from 'react';
import type { CheckRule, ChecksView } from '#contract/api/checks.ts';
import { SEVERITIES } from '#contract/lists.ts';
import { editText } from '#contract/format.ts';
import { parseNumber } from '#contract/parse.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { plain } from '../../lib/text.ts';
import { usePlan } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';

/** The rules: why each is there, how grave it is, from where on it speaks. */
export function Rules({ view }: { readonly view: ChecksView }) {
  const { t } = useText();
  const [error, setError] = useState<ApiError | null>(null);
  const set = async (rule: CheckRule, severity: CheckRule['severity'], limit: number | null): Promise<void> => {
    setError(null);
    try { await change('check.setRule', { rule: rule.id, severity, limit }); } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <>
      <p className="note">{t('checks.rules.note')}</p>
      {error && <ErrorNotice error={error} />}
      <div className="chk-table">
        <table className="tb">
          <caption className="vh">{t('checks.tab.rules')}</caption>
          <thead><tr>{(['rule', 'why', 'severity', 'limit', 'found'] as const).map((id) => <th key={id} scope="col" className={id === 'found' ? 'r' : undefined}>{t(`checks.rules.col.${id}`)}</th>)}</tr></thead>
          <tbody>{view.rules.map((rule) => <Row key={`${rule.id} ${rule.severity} ${rule.limit}`} rule={rule} onSet={(severity, limit) => void set(rule, severity, limit)} />)}</tbody>
        </table>
      </div>
    </>
  );
}

function Row({ rule, onSet }: { readonly rule: CheckRule; readonly onSet: (severity: CheckRule['severity'], limit: number | null) => void }) {
  const { t, language } = useText();
  const readOnly = usePlan((plan) => plan.info?.readOnly ?? false);
  const scale = rule.limitUnit === 'share' ? 100 : 1;
  const [text, setText] = useState(rule.limit === null ? '' : editText(rule.limit * scale, 'count', language));
  const [bad, setBad] = useState(false);
  const name = plain(rule.label, language);
  const leave = (): void => {
    const parsed = parseNumber(text, { kind: 'decimal', language });
    const value = parsed.ok && parsed.value !== null && parsed.value > 0 ? parsed.value / scale : null;
    setBad(value === null);
    if (value !== null && value !== rule.limit) onSet(rule.severity, value);
  };
  const own = rule.severity !== rule.proposed.severity || rule.limit !== rule.proposed.limit;
  return (
    <tr>
      <th scope="row"><Uk>{rule.label}</Uk></th>
      <td className="note"><Uk>{rule.why}</Uk></td>
      <td>
        <select className="in chk-sel" aria-label={t('checks.rules.severityOf', { rule: name })} disabled={readOnly} value={rule.severity} onChange={(event) => onSet(event.target.value as CheckRule['severity'], rule.limit)}>
          {[...SEVERITIES, 'off' as const].map((each) => <option key={each} value={each}>{t(`checks.severity.${each}`)}</option>)}
        </select>
      </td>
      <td>
        {rule.limit !== null && rule.limitUnit && (
          <span className="chk-limit">
            <input className="in" inputMode="decimal" aria-label={t('checks.rules.limitOf', { rule: name })} aria-invalid={bad} disabled={readOnly} value={text} onChange={(event) => setText(event.target.value)} onBlur={leave} onKeyDown={(event) => { if (event.key === 'Enter') leave(); }} />
            {t(`checks.rules.unit.${rule.limitUnit}`)}
          </span>
        )}
        {bad && <p className="note bad" role="alert">{t('checks.rules.bad')}</p>}
        {own && <button type="button" className="link s" disabled={readOnly} aria-label={t('checks.rules.resetOf', { rule: name })} onClick={() => onSet(rule.proposed.severity, rule.proposed.limit)}>{t('checks.rules.reset')}</button>}
      </td>
      <td className="r">{rule.found}</td>
    </tr>
  );
}
