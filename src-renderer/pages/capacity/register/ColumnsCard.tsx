import { REGISTER_ROLES } from '#contract/lists.ts';
import { Card } from '../../../components/Page.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plain } from '../../../lib/text.ts';
import { useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import type { Check, Register } from './useRegister.ts';

/** What each column of the file was taken for; every one can be said otherwise. */
export function ColumnsCard({ register, check }: { readonly register: Register; readonly check: Check }) {
  const { t, language } = useText();
  const view = useView('capacity.view', { ...useScope(), territory: '' }, ['reference']);
  const services = view.data?.rows ?? [];
  const say = (column: number, value: string): void => {
    const role = REGISTER_ROLES.find((each) => each === value) ?? 'service';
    void register.setColumns([...register.columns.filter((each) => each.column !== column), { column, role, service: role === 'service' ? value : '' }]);
  };
  const heads = (['column', 'head', 'means', 'by'] as const).map((id) => t(`register.columns.${id}`));
  return (
    <Card>
      <details open={check.missing.length > 0}>
        <summary className="w5">{t('register.columns.title')}</summary>
        <div className="cy-scroll" role="group" aria-label={t('register.columns.title')} tabIndex={0}>
          <table className="tb">
            <caption className="vh">{t('register.columns.title')}</caption>
            <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
            <tbody>
              {check.columns.map((each) => (
                <tr key={each.column}>
                  <th scope="row">{each.letter}</th>
                  <td><Raw>{each.head}</Raw></td>
                  <td>
                    <select className="in" aria-label={t('register.columns.meansOf', { column: each.letter })} value={each.role === 'service' ? each.service : each.role} onChange={(event) => say(each.column, event.target.value)}>
                      {REGISTER_ROLES.filter((role) => role !== 'service').map((role) => <option key={role} value={role}>{t(`register.role.${role}`)}</option>)}
                      <optgroup label={t('register.role.service')}>{services.map((service) => <option key={service.id} value={service.id}>{[service.code ?? '', service.short || service.name ? plain(service.short ?? service.name ?? { uk: '', en: '' }, language) : t('capacity.nameless')].join(' ')}</option>)}</optgroup>
                    </select>
                  </td>
                  <td className="note">{t(`register.by.${each.by}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Card>
  );
}
