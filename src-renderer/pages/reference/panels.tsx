import { useEffect, useId, useRef, type ReactNode } from 'react';
import { formatDate, formatDateTime, formatNumber } from '#contract/format.ts';
import type { GroupReference, NormView, ServiceReference } from '#contract/api/reference.ts';
import type { Label } from '#contract/models.ts';
import { Icon } from '../../components/Icon.tsx';
import { Mark } from '../../components/Marks.tsx';
import { Raw, Tx, Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { ConfidenceMark, confidenceOf, Force, printedOf } from './columns.tsx';
import { CheckButton, LocalForm, NameForm } from './forms.tsx';

/** The side panel with everything known of one row. */
export function Panel({ title, onClose, children }: { readonly title: ReactNode; readonly onClose: () => void; readonly children: ReactNode }) {
  const { t } = useText();
  const id = useId();
  const box = useRef<HTMLElement>(null);
  // In a narrow window it stands above the table.
  useEffect(() => { if (window.innerWidth <= 900) box.current?.scrollIntoView({ block: 'start' }); }, []);
  return (
    <section className="card rpn" aria-labelledby={id} ref={box} onKeyDown={(event) => { if (event.key === 'Escape') onClose(); }}>
      <div className="ch"><h2 id={id}>{title}</h2><button type="button" className="ctl ico ghost x" aria-label={t('common.closeEsc')} onClick={onClose}><Icon name="close" /></button></div>
      {children}
    </section>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useText();
  return <><dt>{t(`reference.col.${name}`)}</dt><dd>{children}</dd></>;
}
const filled = (label: Label | null): label is Label => label !== null && label.uk !== '';

/** A norm or an act: act, dates, source, note; marking as checked; the council's own value. */
export function NormPanel({ norm, codes, readOnly }: { readonly norm: NormView; readonly codes: ReadonlyMap<string, string>; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const isAct = norm.kind === 'act';
  const confidence = confidenceOf(norm);
  return (
    <>
      {!isAct && <p className="big"><Raw>{norm.local ? formatNumber(norm.local.value, language) : printedOf(norm, language) || t('reference.noValue')}</Raw> <small className="m"><Uk>{norm.unit}</Uk></small></p>}
      <p className="note text"><ConfidenceMark confidence={confidence} /> {confidence === 'recalled' ? t('reference.recalledText') : norm.checked ? <Tx k={`reference.${norm.checked.author === '' ? 'checkedAt' : 'checkedBy'}`} p={{ at: formatDateTime(norm.checked.at, language), author: norm.checked.author }} /> : norm.local ? <Tx k="reference.localNow" p={{ value: formatNumber(norm.local.value, language), decision: norm.local.decision }} /> : t('reference.verifiedText')}</p>
      {!readOnly && norm.confidence === 'recalled' && <CheckButton norm={norm} />}
      <dl>
        <Line name="act">{filled(norm.act) ? <Uk>{norm.act}</Uk> : <span className="m">{t('reference.noAct')}</span>}</Line>
        {filled(norm.article) && <Line name="article"><Uk>{norm.article}</Uk></Line>}
        <Line name="force"><Force norm={norm} language={language} />{norm.since === '' && norm.until === '' && <span className="note dt">{t('reference.unknownDate')}</span>}</Line>
        <Line name="kind">{t(`reference.kind.${norm.kind}`)}</Line>
        {norm.appliesTo.length > 0 && <Line name="appliesTo">{norm.appliesTo.map((id) => codes.get(id) ?? id).join(', ')}</Line>}
        <Line name="source"><Uk>{norm.source}</Uk></Line>
        {filled(norm.note) && <Line name="note"><Uk>{norm.note}</Uk></Line>}
        <Line name="checkedOn">{formatDate(norm.checkedOn, language)}</Line>
      </dl>
      {!isAct && <LocalForm key={norm.id} norm={norm} readOnly={readOnly} />}
    </>
  );
}

/** A service of the classifier; the official name is entered here when it is not confirmed. */
export function ServicePanel({ service, readOnly }: { readonly service: ServiceReference; readonly readOnly: boolean }) {
  const { t, language } = useText();
  return (
    <>
      {service.section === 'unconfirmed' && <NameForm key={service.id} service={service} readOnly={readOnly} />}
      <dl>
        {service.code !== null && <Line name="code">{service.code}</Line>}
        <Line name="section">{t(`reference.section.${service.section}`)}</Line>
        <Line name="basic">{t(service.basic ? 'common.yes' : 'common.no')} {service.basic && service.basicConfidence === 'recalled' && <Mark kind="recalled" />}</Line>
        {service.short !== null && service.name !== null && service.short.uk !== service.name.uk && <Line name="service"><Uk>{service.short}</Uk></Line>}
        {filled(service.recipients) && <Line name="recipients"><Uk>{service.recipients}</Uk></Line>}
        {service.places.length > 0 && <Line name="places">{service.places.map((place) => t(`reference.place.${place}`)).join(', ')}</Line>}
        {service.durations.length > 0 && <Line name="durations">{service.durations.map((duration) => t(`reference.duration.${duration}`)).join(', ')}</Line>}
        {service.standard && <Line name="standard"><Raw>{service.standard.act}</Raw>{service.standard.date !== '' && `, ${formatDate(service.standard.date, language)}`} <ConfidenceMark confidence={service.standard.confidence} /></Line>}
        <Line name="source"><Uk>{service.source}</Uk></Line>
        {filled(service.note) && <Line name="note"><Uk>{service.note}</Uk></Line>}
      </dl>
    </>
  );
}

/** A target group: basis, share, their sources. */
export function GroupPanel({ group }: { readonly group: GroupReference }) {
  return (
    <dl>
      <Line name="basis"><Uk>{group.basis}</Uk> <ConfidenceMark confidence={group.basisConfidence} /></Line>
      {filled(group.shareSource) && <Line name="shareSource"><Uk>{group.shareSource}</Uk></Line>}
      {filled(group.note) && <Line name="note"><Uk>{group.note}</Uk></Line>}
    </dl>
  );
}
