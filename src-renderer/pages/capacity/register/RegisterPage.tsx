import { useRef, useState } from 'react';
import { formatNumber } from '#contract/format.ts';
import { FileButton, TABLES } from '../../../components/FileButton.tsx';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Card, PageHead } from '../../../components/Page.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { focusBack } from '../../../lib/focus.ts';
import { wayBack } from '../../../lib/formFocus.ts';
import { href } from '../../../lib/route.ts';
import { usePlan } from '../../../plan/store.ts';
import { undo } from '../../../plan/useChange.ts';
import { ColumnsCard } from './ColumnsCard.tsx';
import { LinesCard } from './LinesCard.tsx';
import { useRegister, type Check } from './useRegister.ts';

/** Providers from the export of the state register: file, what was left out, what would change, storing what is chosen. */
export default function RegisterPage() {
  const { t, language } = useText();
  const register = useRegister();
  const readOnly = usePlan((plan) => plan.info?.readOnly !== false);
  const revision = usePlan((plan) => plan.revision);
  const [over, setOver] = useState(false);
  const another = useRef<HTMLButtonElement>(null);
  const [begun, setBegun] = useState(false);
  const take = (file: File | undefined): void => { if (file && !readOnly) { setBegun(true); void register.open(file); } };
  const { busy, check, stored } = register;
  const share = busy && busy.of > 0 ? Math.min(100, Math.round((busy.done / busy.of) * 100)) : null;
  return (
    <>
      <PageHead title={t('register.title')} sub={register.file === '' ? t('register.sub') : <Raw>{register.file}</Raw>}>
        {check && <button type="button" ref={(control) => { another.current = control; wayBack(control); }} className="ctl" onClick={register.cancel}>{t('register.another')}</button>}
        <a className="ctl" href={href('capacity', { tab: 'providers' })}>{t('centre.back')}</a>
      </PageHead>
      <div className="cy-page">
        {register.error && <ErrorNotice error={register.error} />}
        {stored && stored.revision === revision && <Notice kind="ok">{t('register.stored', { count: stored.count })} <button type="button" ref={wayBack} className="link" onClick={() => { focusBack(another.current); void undo(); }}>{t('capacity.providers.undo')}</button></Notice>}
        {busy && (
          <div className="card" role="status">
            <div className="bar" role="progressbar" aria-label={t('register.reading')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share ?? 0}><i style={{ width: `${Math.max(3, share ?? 0)}%` }} /></div>
            <p className="note">{t('register.reading')}{share !== null && ` ${formatNumber(share, language)} %`} <button type="button" ref={wayBack} className="link" onClick={register.cancel}>{t('common.cancel')}</button></p>
          </div>
        )}
        {!check && !busy && (
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way beside the button
          <div className={`cy-drop${over ? ' over' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files[0]); }}>
            <b>{t('register.drop')}</b>
            <p className="note text">{t('register.formats')}</p>
            <FileButton ref={begun ? wayBack : undefined} primary accept={`.xls,.xml,${TABLES}`} disabled={readOnly} onFile={take}>{t('register.choose')}</FileButton>
            <p className="note text">{t('register.privacy')}</p>
          </div>
        )}
        {check && (
          <>
            <Summary check={check} />
            <LinesCard key={`${register.importId} ${JSON.stringify(register.columns)} ${stored?.revision ?? 0}`} register={register} check={check} readOnly={readOnly} />
            <ColumnsCard register={register} check={check} />
          </>
        )}
      </div>
    </>
  );
}

/** What was left out of the file, and what it does not have. */
function Summary({ check }: { readonly check: Check }) {
  const { t } = useText();
  const { dropped, extra, missing } = check;
  const unread = check.columns.filter((each) => each.by === 'none' && each.head !== '');
  const parts = ([['persons', dropped.persons], ['codes', dropped.codes], ['contacts', dropped.contacts], ['addresses', dropped.addresses]] as const).filter(([, count]) => count > 0).map(([id, count]) => t(`register.dropped.${id}`, { count }));
  return (
    <Card title={t('register.left')}>
      <p>{parts.length === 0 ? t('register.dropped.nothing') : parts.join(' · ')}</p>
      {extra > 0 && <p className="note">{t('register.extra', { count: extra })}</p>}
      {unread.length > 0 && <p className="note cy-warn">{t('register.unread', { count: unread.length })} {unread.slice(0, 6).map((each, at) => <span key={each.column}>{at > 0 && ', '}{each.letter} «<Raw>{each.head}</Raw>»</span>)}{unread.length > 6 && '…'}. {t('register.unreadHow')}</p>}
      {missing.length > 0 && <p className="note cy-warn">{t('register.missing', { count: missing.length })} {missing.slice(0, 6).map((service, at) => <span key={service.code}>{at > 0 && ', '}{service.code}{service.name.uk !== service.code && <> <Uk>{service.name}</Uk></>}</span>)}{missing.length > 6 && '…'}</p>}
    </Card>
  );
}
