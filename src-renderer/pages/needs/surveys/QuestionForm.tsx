import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Option, QuestionKind, QuestionView, Role } from '#contract/api/surveys.ts';
import { QUESTION_KINDS, ROLES } from '#contract/lists.ts';
import { Icon } from '../../../components/Icon.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { hasCyrillic, plain, shown } from '../../../lib/text.ts';
import { useScope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { useAct } from './useAct.ts';

/** Options from lines of text: a line that stood there keeps its id, so that answers given stay where they belong. */
export function optionsOf(lines: readonly string[], old: readonly Option[]): Option[] {
  const taken = new Set<string>();
  let next = 1;
  return lines.map((text, at) => {
    const same = old.find((option) => option.text === text && !taken.has(option.id));
    const there = old[at];
    const reworded = there !== undefined && !lines.includes(there.text) && !taken.has(there.id) ? there : undefined;
    let id = (same ?? reworded)?.id ?? '';
    while (id === '' || taken.has(id)) { id = old.some((option) => option.id === `o${next}`) ? '' : `o${next}`; next += 1; }
    taken.add(id);
    return { id, text };
  });
}

const wordsLang = (text: string): 'uk' | undefined => (hasCyrillic(text) ? 'uk' : undefined);

/** One question: its words, kind and choices. */
export function QuestionForm({ survey, answers, question, list, onClose }: { readonly survey: string; readonly answers: number; readonly question: QuestionView | null; readonly list: readonly QuestionView[]; readonly onClose: () => void }) {
  const { t, language } = useText();
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const scope = useScope();
  const [kind, setKind] = useState<QuestionKind>(question?.kind ?? 'single');
  const [role, setRole] = useState<Role | ''>(question?.role ?? '');
  const [title, setTitle] = useState(question?.title ?? '');
  const [service, setService] = useState(question?.service ?? '');
  const [max, setMax] = useState(question?.max ?? 5);
  const [lines, setLines] = useState(question?.role === '' || question === null ? question?.options.map((option) => option.text).join('\n') ?? '' : '');
  const [groups, setGroups] = useState<readonly Option[]>(question?.role === 'groups' ? question.options : []);
  const { busy, error, act } = useAct();
  const services = useView('needs.view', kind === 'service' ? scope : null, ['needs']);
  const all = useView('groups.view', role === 'groups' ? scope : null, ['groups']);
  useEffect(() => { first.current?.focus(); }, []);
  const choice = kind === 'single' || kind === 'multiple';
  const options = role === 'groups' ? groups : role === '' && choice ? optionsOf(lines.split('\n').map((line) => line.trim()).filter((line) => line !== ''), question?.options ?? []) : [];
  const ready = title.trim() !== '' && (kind !== 'service' || service !== '') && !(choice && (role === '' || role === 'groups') && options.length < 2);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await act(() => change('surveys.question.put', { survey, id: question?.id ?? '', question: { kind, role: choice ? role : '', title: title.trim(), options: options.map((option) => ({ ...option })), service: kind === 'service' ? service : '', max } }));
    if (done) onClose();
  };
  const pickRole = (next: Role | ''): void => { setRole(next); if (next !== '') setKind(next === 'groups' ? 'multiple' : 'single'); };
  return (
    <section className="card su-side" aria-label={t(question ? 'surveys.question.editTitle' : 'surveys.question.addTitle')} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose(); } }}>
      <div className="ch"><h2>{t(question ? 'surveys.question.editTitle' : 'surveys.question.addTitle')}</h2><span className="x"><button type="button" className="ctl ico ghost" aria-label={t('common.closeEsc')} onClick={onClose}><Icon name="close" /></button></span></div>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="fld"><label htmlFor={`${id}t`}>{t('surveys.question.words')}</label><textarea id={`${id}t`} ref={first} className="in" lang={wordsLang(title)} rows={3} maxLength={600} value={title} onChange={(event) => setTitle(event.target.value)} /></div>
        <div className="fld">
          <label htmlFor={`${id}k`}>{t('surveys.question.kind')}</label>
          <select id={`${id}k`} className="in" value={kind} onChange={(event) => { const next = event.target.value as QuestionKind; setKind(next); if (next !== 'single' && next !== 'multiple') setRole(''); }}>
            {QUESTION_KINDS.map((one) => <option key={one} value={one}>{t(`surveys.kind.${one}`)}</option>)}
          </select>
        </div>
        {choice && (
          <div className="fld">
            <label htmlFor={`${id}r`}>{t('surveys.question.role')}</label>
            <select id={`${id}r`} className="in" value={role} onChange={(event) => pickRole(event.target.value as Role | '')}>
              <option value="">{t('surveys.role.none')}</option>
              {ROLES.filter((one) => one === question?.role || !list.some((each) => each.role === one)).map((one) => <option key={one} value={one}>{t(`surveys.role.${one}`)}</option>)}
            </select>
            {role !== '' && <p className="note">{t(`surveys.roleAbout.${role}`)}</p>}
          </div>
        )}
        {choice && role === '' && <div className="fld"><label htmlFor={`${id}o`}>{t('surveys.question.options')}</label><textarea id={`${id}o`} className="in" lang={wordsLang(lines)} rows={6} value={lines} onChange={(event) => setLines(event.target.value)} /></div>}
        {role === 'groups' && all.data && (
          <fieldset className="su-groups">
            <legend className="w5">{t('surveys.question.groups')}</legend>
            {all.data.rows.filter((group) => group.unit === 'person').map((group) => {
              const on = groups.some((option) => option.id === group.id);
              return <label key={group.id} className="row" lang={group.name.en === null && language === 'en' ? 'uk' : undefined}><input type="checkbox" className="su-check" checked={on} onChange={() => setGroups(on ? groups.filter((option) => option.id !== group.id) : [...groups, { id: group.id, text: shown(group.name, language) }])} />{shown(group.name, language)}</label>;
            })}
          </fieldset>
        )}
        {kind === 'service' && (
          <div className="fld">
            <label htmlFor={`${id}s`}>{t('surveys.question.service')}</label>
            <select id={`${id}s`} className="in" value={service} onChange={(event) => setService(event.target.value)}>
              <option value="">{t('surveys.question.chooseService')}</option>
              {(services.data?.rows ?? []).map((row) => <option key={row.id} value={row.id}>{[row.code ?? '', row.name === null ? t('needs.nameless') : plain(row.short ?? row.name, language)].join(' ').trim()}</option>)}
            </select>
            <p className="note">{t('surveys.question.aboutService')}</p>
          </div>
        )}
        {kind === 'scale' && <div className="fld"><label htmlFor={`${id}m`}>{t('surveys.question.max')}</label><select id={`${id}m`} className="in" value={max} onChange={(event) => setMax(Number(event.target.value))}>{[2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => <option key={n} value={n}>{n}</option>)}</select></div>}
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="submit" className="ctl pri" disabled={busy || !ready}>{t(question ? 'common.save' : 'common.add')}</button><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button></div>
        {question !== null && answers > 0 && <p className="note">{t('surveys.question.answered', { count: answers })}</p>}
      </form>
    </section>
  );
}
