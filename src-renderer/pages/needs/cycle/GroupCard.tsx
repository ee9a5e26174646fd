import { useState, type FormEvent } from 'react';
import type { CycleView, Determination, Member } from '#contract/api/cycle.ts';
import { Icon } from '../../../components/Icon.tsx';
import { Card } from '../../../components/Page.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { useFormFocus } from '../../../lib/formFocus.ts';
import { useOneStop } from '../../../lib/oneStop.ts';
import { plainText } from '../../../lib/text.ts';
import { SendError, TextField } from './parts.tsx';
import { useSend } from './useSend.ts';

interface Props { readonly determination: Determination; readonly bodies: CycleView['bodies']; readonly readOnly: boolean }
const EMPTY: Member = { role: '', tasks: '' };

/** Roles and bodies of the working group with their tasks, and the usual ones to add. No names of people. */
export function GroupCard({ determination, bodies, readOnly }: Props) {
  const { t, language } = useText();
  const send = useSend();
  const [editing, setEditing] = useState<number | null>(null);
  const { members } = determination;
  const offered = bodies.filter((body) => !members.some((member) => member.role === body.role.uk));
  const store = (next: readonly Member[], done?: () => void): void => void send.send('cycle.members', { determination: determination.id, members: next.map((each) => ({ ...each })) }, done);
  const list = useOneStop<HTMLUListElement>('li:not(:has(form))');
  const close = (at: number): void => {
    setEditing(null);
    window.setTimeout(() => document.getElementById(`member-${at}`)?.focus(), 0);
  };
  const formAt = (at: number) => (
    <MemberForm member={members[at] ?? EMPTY} busy={send.busy} onChange={send.clear} onCancel={() => close(at)}
      onSave={(member) => store(at === members.length ? [...members, member] : members.map((each, index) => (index === at ? member : each)), () => close(at))} />
  );
  return (
    <Card title={t('cycle.group')} note={members.length > 0 ? members.length : undefined}>
      {members.length === 0 && <p className="note">{t('cycle.groupEmpty')}</p>}
      <ul ref={list} className="cyc-list">
        {members.map((member, at) => (
          <li key={`${at} ${member.role}`}>
            {editing === at ? formAt(at) : (
              <>
                <div><b className="w5"><Raw>{member.role}</Raw></b>{member.tasks !== '' && <p className="note"><Raw>{member.tasks}</Raw></p>}</div>
                {!readOnly && <span className="row"><button id={`member-${at}`} type="button" className="link s" aria-label={t('common.colon', { what: t('cycle.edit'), value: plainText(member.role, language) })} onClick={() => setEditing(at)}>{t('cycle.edit')}</button>
                  <button type="button" className="link s" aria-label={t('common.colon', { what: t('common.remove'), value: plainText(member.role, language) })} onClick={() => store(members.filter((_, index) => index !== at))}>{t('common.remove')}</button></span>}
              </>
            )}
          </li>
        ))}
      </ul>
      {editing === members.length && formAt(members.length)}
      <SendError send={send} />
      {!readOnly && editing === null && (
        <>
          <div className="bt"><button id={`member-${members.length}`} type="button" className="ctl" onClick={() => setEditing(members.length)}><Icon name="plus" />{t('cycle.member.add')}</button>
            {members.length === 0 && <button type="button" className="ctl" onClick={() => store(offered.map((body) => ({ role: body.role.uk, tasks: body.tasks.uk })))}>{t('cycle.member.addUsual', { count: offered.length })}</button>}</div>
          {offered.length > 0 && (
            <details className="cyc-offer"><summary>{t('cycle.member.usual')}</summary>
              <p className="note">{t('cycle.member.usualNote')}</p>
              <ul>{offered.map((body) => <li key={body.role.uk}><button type="button" className="link" onClick={() => store([...members, { role: body.role.uk, tasks: body.tasks.uk }])}><Raw>{body.role.uk}</Raw></button></li>)}</ul>
            </details>
          )}
        </>
      )}
    </Card>
  );
}

/** Role or body and tasks of a member. */
function MemberForm({ member, busy, onChange, onSave, onCancel }: { readonly member: Member; readonly busy: boolean; readonly onChange: () => void; readonly onSave: (member: Member) => void; readonly onCancel: () => void }) {
  const { t } = useText();
  const form = useFormFocus();
  const [draft, setDraft] = useState<Member>(member);
  const change = (patch: Partial<Member>): void => { onChange(); setDraft({ ...draft, ...patch }); };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (draft.role.trim() !== '') onSave(draft);
  };
  return (
    <form ref={form} className="cyc-form" onSubmit={submit} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onCancel(); } }}>
      <TextField label={t('cycle.member.role')} value={draft.role} max={300} note={t('cycle.member.roleNote')} onChange={(role) => change({ role })} />
      <TextField label={t('cycle.member.tasks')} value={draft.tasks} max={500} onChange={(tasks) => change({ tasks })} />
      <div className="bt"><button type="submit" className="ctl pri" disabled={busy || draft.role.trim() === ''}>{t('common.save')}</button><button type="button" className="ctl" onClick={onCancel}>{t('common.cancel')}</button></div>
    </form>
  );
}
