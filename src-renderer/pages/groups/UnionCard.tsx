import { useState } from 'react';
import type { GroupsView } from '#contract/api/groups.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { OverlapForm } from '../../components/figures/index.ts';
import { Mark } from '../../components/Marks.tsx';
import { Num } from '../../components/Num.tsx';
import { openTrace } from '../../components/trace/store.ts';
import { useText } from '../../i18n/index.ts';
import { boundsText, numText, unitHead } from '../../lib/numbers.ts';

/** «Різних людей у групах»: a range, never a silent sum; how it was counted, and the way to say it better. */
export function UnionCard({ view, readOnly }: { readonly view: GroupsView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const [open, setOpen] = useState(false);
  const { union, overlap } = view;
  const bounds = boundsText(union, language);
  const { ref } = union;
  const known = union.value !== null;
  const groups = view.rows.filter((row) => row.unit !== 'family').toSorted((a, b) => (b.size.value ?? -1) - (a.size.value ?? -1)).map((row) => ({ id: row.id, name: row.name }));
  return (
    <section className="gr-union" aria-labelledby="gr-union">
      <h2 id="gr-union">{t('groups.union')}</h2>
      <span className="gr-big">
        {bounds !== null && known && ref
          ? <><Mark kind="assumption" /> <button type="button" className="n" aria-label={t('groups.unionLabel', { range: bounds })} onClick={() => openTrace(ref)}>{bounds}</button></>
          : <Num num={union} label={t('groups.union')} />}
        {known && <small className="m"> {unitHead(union.unit, language)}</small>}
      </span>
      <p className="note gr-how">{known ? t(`groups.unionHow.${overlap.mode}`, { value: numText(union, language) }) : t('groups.unionUnknown')}</p>
      <button type="button" className="ctl" onClick={() => setOpen(true)}>{t('groups.overlapOpen')}</button>
      {open && (
        <Dialog title={t('groups.overlapTitle')} wide onClose={() => setOpen(false)}>
          <p className="note text">{t('groups.overlapAbout')}</p>
          <OverlapForm service="" overlap={overlap} groups={groups} readOnly={readOnly} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </section>
  );
}
