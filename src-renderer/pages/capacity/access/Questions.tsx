import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { AccessAnswer, AuditDetail, Checklist } from '#contract/api/accessibility.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { change } from '../../../plan/useChange.ts';
import { Question, type AnswerPatch } from './Question.tsx';
import { numbersOf } from './words.tsx';

/** Keys that answer: the first letters of «так» and «ні», and of their English twins. */
const KEYS: Readonly<Record<string, AccessAnswer>> = { '\u0442': 'yes', y: 'yes', '\u043d': 'no', n: 'no', 0: 'na', backspace: '', delete: '' };
const focusOn = (list: HTMLElement | null, id: string | undefined): void => {
  const found = id === undefined ? null : list?.querySelector<HTMLElement>(`[data-q="${CSS.escape(id)}"]`);
  found?.querySelector<HTMLElement>('.seg button[tabindex="0"]')?.focus();
  found?.scrollIntoView({ block: 'nearest' });
};

/** All questions by section: answered by click or by key, without waiting for the one before to be stored. */
export function Questions({ checklist, audit, readOnly }: { readonly checklist: Checklist; readonly audit: AuditDetail; readonly readOnly: boolean }) {
  const { t } = useText();
  const list = useRef<HTMLDivElement>(null);
  const [pending, setPending] = useState<Readonly<Record<string, AccessAnswer>>>({});
  const [failed, setFailed] = useState<{ readonly error: ApiError; readonly again: (() => void) | null } | null>(null);
  const answers = useMemo(() => new Map(audit.answers.map((answer) => [answer.item, answer])), [audit]);
  const numbers = useMemo(() => numbersOf(checklist), [checklist]);
  useEffect(() => setPending({}), [audit]);
  const order = checklist.items.map((item) => item.id);
  const countsOf = (id: string): AccessAnswer => pending[id] ?? answers.get(id)?.counts ?? '';

  const store = async (changed: readonly ({ readonly item: string } & AnswerPatch)[], notAPerson = false): Promise<boolean> => {
    setFailed(null);
    const said = changed.flatMap(({ item, answer }) => (answer === undefined ? [] : [[item, answer] as const]));
    setPending((before) => ({ ...before, ...Object.fromEntries(said) }));
    try { await change('audit.answers.set', { audit: audit.id, answers: [...changed], notAPerson }); return true; } catch (thrown) {
      const error = asApiError(thrown);
      setPending({});
      setFailed({ error, again: error.code === 'cycle.person' ? () => void store(changed, true) : null });
      return false;
    }
  };
  const nextOpen = (from: string | undefined): string | undefined => {
    const at = from === undefined ? -1 : order.indexOf(from);
    return [...order.slice(at + 1), ...order.slice(0, at + 1)].find((id) => countsOf(id) === '');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>('[data-q]')?.dataset['q'];
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = order.indexOf(id);
    const go = (to: number): void => { event.preventDefault(); focusOn(list.current, order[to]); };
    if (event.key === 'ArrowDown') return go(at + 1);
    if (event.key === 'ArrowUp') return go(at - 1);
    if (target instanceof HTMLInputElement) { if (event.key === 'Enter') go(at + 1); return; }
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const side = event.key === 'ArrowRight' ? target.nextElementSibling : target.previousElementSibling;
      if (side instanceof HTMLElement) { event.preventDefault(); side.focus(); }
      return;
    }
    const answer = KEYS[event.key.toLowerCase()];
    if (answer === undefined || readOnly || event.repeat) return;
    void store([{ item: id, answer }]);
    if (answer === '') event.preventDefault(); else go(at + 1);
  };
  return (
    <>
      {failed && <ErrorNotice error={failed.error}>{failed.again && <button type="button" className="ctl" onClick={failed.again}>{t('cycle.notAPerson')}</button>}</ErrorNotice>}
      <div className="ac-audit">
        <nav className="ac-nav" aria-label={t('access.sections')}>
          {checklist.areas.map((area) => {
            const own = checklist.items.filter((item) => item.area === area.id);
            const [done, no] = [own.filter((item) => countsOf(item.id) !== '').length, own.filter((item) => countsOf(item.id) === 'no').length];
            return (
              <button key={area.id} type="button" className={done === own.length ? 'done' : ''}
                onClick={() => { document.getElementById(`ac-${area.id}`)?.scrollIntoView({ block: 'start' }); focusOn(list.current, (own.find((item) => countsOf(item.id) === '') ?? own[0])?.id); }}>
                <span><Uk>{area.name}</Uk></span><span className="note">{t('access.answered', { done, all: own.length })}</span>{no > 0 && <span className="vh">{t('access.sectionNo', { no })}</span>}
              </button>
            );
          })}
          <button type="button" className="ctl" disabled={audit.result.open === 0} onClick={() => focusOn(list.current, nextOpen(undefined))}>{t('access.nextOpen')}</button>
          <p className="note">{t('access.keys')}</p>
        </nav>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys typed in the controls inside are read here once for all of them */}
        <div className="ac-list" ref={list} onKeyDown={onKeyDown}>
          {checklist.areas.map((area) => {
            const own = checklist.items.filter((item) => item.area === area.id);
            const open = own.filter((item) => countsOf(item.id) === '');
            return (
              <section key={area.id} id={`ac-${area.id}`} className="card" aria-labelledby={`ach-${area.id}`}>
                <div className="ch"><h2 id={`ach-${area.id}`}><Uk>{area.name}</Uk></h2><span className="x">{!readOnly && open.length > 0 && <button type="button" className="link" onClick={() => void store(open.map((item) => ({ item: item.id, answer: 'na' })))}>{t('access.restNa')}</button>}</span></div>
                {own.map((item) => <Question key={item.id} number={numbers.get(item.id) ?? 0} item={item} answer={answers.get(item.id)} counts={countsOf(item.id)} readOnly={readOnly} onChange={(patch) => store([{ item: item.id, ...patch }])} />)}
              </section>
            );
          })}
        </div>
      </div>
    </>
  );
}
