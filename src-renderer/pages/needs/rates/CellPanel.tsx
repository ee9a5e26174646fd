import { Fragment, useState } from 'react';
import type { RateCellView, RateOffer, RateSource } from '#contract/api/rates.ts';
import { formatDate, formatNumber } from '#contract/format.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Num } from '../../../components/Num.tsx';
import { Card } from '../../../components/Page.tsx';
import { Author, Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { ChooseForm } from './ChooseForm.tsx';
import { SourceDialog } from './SourceDialog.tsx';
import { serviceText } from './rows.ts';

interface Props { readonly of: { readonly group: string; readonly service: string } | null; readonly territory: string; readonly readOnly: boolean }

/** All sources of the share of one cell side by side, the one in force, and the choice of another. */
export function CellPanel({ of, territory, readOnly }: Props) {
  const { t } = useText();
  const scope = useScope();
  const view = useView('rates.cell', of === null ? null : { ...scope, territory, ...of }, ['needs', 'groups', 'plan']);
  if (of === null) return <p className="note rt-hint">{t('rates.panelHint')}</p>;
  return <Loaded view={view} lines={4}>{(cell) => (cell.fits ? <Sources cell={cell} readOnly={readOnly} /> : <p className="note rt-hint">{t('rates.units')}</p>)}</Loaded>;
}

function Sources({ cell, readOnly }: { readonly cell: RateCellView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const [editing, setEditing] = useState<RateSource | null>(null);
  const offer = cell.offers.find((one) => one.source === editing);
  return (
    <Card
      className="rt-panel" title={<><Uk>{cell.group.name}</Uk> · <Raw>{serviceText(cell.service, language)}</Raw></>}
      note={t(cell.cell.source === 'none' ? 'rates.inForceNone' : cell.cell.counted ? 'rates.inForce' : 'rates.inForceOffered', { source: cell.cell.source === 'none' ? '' : t(`rates.source.${cell.cell.source}`).toLocaleLowerCase(language) })}
    >
      <div className="rt-wide" tabIndex={0} role="group" aria-label={t('rates.sources')}>
        <table className="tb rt-src">
          <caption className="vh">{t('rates.sources')}</caption>
          <thead><tr>{(['source', 'rate', 'potential', 'from', 'n', 'difference', 'change'] as const).map((id) => <th key={id} scope="col" className={['rate', 'potential', 'n', 'difference'].includes(id) ? 'r' : undefined}>{t(`rates.sourceCol.${id}`)}</th>)}</tr></thead>
          <tbody>{cell.offers.map((one) => <Source key={one.source} offer={one} cell={cell} onEdit={readOnly ? null : () => setEditing(one.source)} />)}</tbody>
        </table>
      </div>
      {!readOnly && <ChooseForm key={`${cell.group.id} ${cell.service.id} ${cell.choice?.at ?? ''}`} cell={cell} />}
      {offer && <SourceDialog offer={offer} onClose={() => setEditing(null)} />}
    </Card>
  );
}

function Source({ offer, cell, onEdit }: { readonly offer: RateOffer; readonly cell: RateCellView; readonly onEdit: (() => void) | null }) {
  const { t, language } = useText();
  const inForce = cell.cell.source === offer.source;
  const name = t(`rates.source.${offer.source}`);
  return (
    <tr data-on={inForce || undefined}>
      <th scope="row">{name}{inForce && <> <span className="mk ok">{t('rates.inForceMark')}</span></>}</th>
      <td className="r"><Num num={offer.rate} label={name} bounds /></td>
      <td className="r">{offer.refused === null ? <Num num={offer.potential} label={`${name}, ${t('rates.sourceCol.potential')}`} bounds /> : ''}</td>
      <td>
        {offer.refused !== null && <span className="m">{t(`rates.refused.${offer.refused}`)} </span>}
        {[
          offer.from !== '' && <Raw key="from">{offer.from}</Raw>, offer.place !== null && <Uk key="place">{offer.place}</Uk>,
          offer.asOf !== '' && formatDate(offer.asOf, language), offer.author !== '' && <Author key="author">{offer.author}</Author>,
        ].filter((part) => part !== false).map((part, at) => <Fragment key={at}>{at > 0 && ' · '}{part}</Fragment>)}
        {offer.note !== null && <div className="note"><Uk>{offer.note}</Uk></div>}
      </td>
      <td className="r">{offer.n === null ? '' : formatNumber(offer.n, language)}</td>
      <td className="r">{offer.difference === null ? '' : t('rates.points', { n: formatNumber(offer.difference * 100, language, { digits: { min: 0, max: 1 }, sign: true }) })}</td>
      <td>{offer.source === 'survey' ? <a className="link" href={href('needs', { survey: cell.service.id })}>{t('rates.toAnswers')}</a> : onEdit !== null && <button type="button" className="link" onClick={onEdit} aria-label={`${t('rates.editFigures')}: ${name}`}>{t('rates.editFigures')}</button>}</td>
    </tr>
  );
}
