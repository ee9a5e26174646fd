import type { CapacityView, Provider } from '#contract/api/capacity.ts';
import type { Place } from '../../../components/figures/index.ts';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plainText } from '../../../lib/text.ts';
import { comeBackTo } from '../../../lib/formFocus.ts';
import { href } from '../../../lib/route.ts';
import { inTree } from './limits.tsx';

interface Props {
  readonly view: CapacityView;
  readonly territories: Place['all'];
  readonly readOnly: boolean;
  /** The provider that is being changed now. */
  readonly current: string | null;
  readonly onUnit: (provider: Provider) => void;
  readonly onEdit: (provider: Provider) => void;
  readonly onRemove: (provider: Provider) => void;
}

/** Providers by name, each with its units under it: kind, sector, place, services, register. */
export function ProviderList({ view, territories, readOnly, current, onUnit, onEdit, onRemove }: Props) {
  const { t, language } = useText();
  const places = new Map(territories.map((one) => [one.id, one.name]));
  const codes = new Map(view.rows.map((row) => [row.id, row.code ?? t('capacity.noCode')]));
  return (
    <div className="cy-list" role="group" aria-label={t('capacity.providers.title')} tabIndex={0}>
      <table className="tb">
        <caption className="vh">{t('capacity.providers.title')}</caption>
        <thead><tr>{(['name', 'kind', 'sector', 'place', 'services'] as const).map((id) => <th key={id} scope="col">{t(`capacity.field.${id}`)}</th>)}<th scope="col">{t('places.field.register')}</th><th scope="col"><span className="vh">{t('capacity.field.actions')}</span></th></tr></thead>
        <tbody>
          {inTree(view.providers, language).map((provider) => (
            <tr key={provider.id} className={provider.id === current ? 'cy-now' : undefined}>
              <th scope="row" className={provider.parent === '' ? undefined : 'cy-unit'}>
                {provider.parent === '' ? <a ref={comeBackTo(provider.id)} href={href('capacity', { tab: 'providers', provider: provider.id })}><Raw>{provider.name}</Raw></a> : <><span className="vh">{t('places.unit')} </span><Raw>{provider.name}</Raw></>}
              </th>
              <td>{provider.parent === '' ? t(`capacity.kind.${provider.kind}`) : t('places.unit')}</td>
              <td>{t(`capacity.sector.${provider.sector}`)}</td>
              <td>{provider.territory === '' ? t('capacity.whole') : <Uk>{places.get(provider.territory) ?? null}</Uk>}</td>
              <td className="note">{provider.services.length === 0 ? <span className="cy-no">{t('capacity.providers.none')}</span> : provider.services.map(({ service }) => codes.get(service)).join(', ')}</td>
              <td className={provider.register === 'no' ? 'cy-no' : undefined}>{provider.parent === '' && t(`places.register.${provider.register || 'unknown'}`)}</td>
              <td className="r">
                <span className="cy-acts">
                  {provider.parent === '' && <button type="button" className="link" disabled={readOnly} aria-label={t('places.addUnitOf', { name: plainText(provider.name, language) })} onClick={() => onUnit(provider)}>{t('places.addUnitShort')}</button>}
                  <button type="button" className="link" disabled={readOnly} aria-label={t('capacity.providers.editOf', { name: plainText(provider.name, language) })} onClick={() => onEdit(provider)}>{t('capacity.providers.edit')}</button>
                  <button type="button" className="link" disabled={readOnly} aria-label={t('capacity.providers.removeOf', { name: plainText(provider.name, language) })} onClick={() => onRemove(provider)}>{t('common.remove')}</button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
