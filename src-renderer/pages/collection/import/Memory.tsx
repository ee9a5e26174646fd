import { useState } from 'react';
import type { ImportMemory } from '#contract/api/imports.ts';
import type { Input } from '#contract/api.ts';
import { formatDateTime, formatNumber } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plainText } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { change, undo } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { needsOf, useChoices, useLists } from './Chooser.tsx';

type Layout = ImportMemory['layouts'][number];
type Meant = ImportMemory['names'][number];

/** What earlier imports taught the program: layouts of tables and meanings of names, each of which can be forgotten. */
export function Memory() {
  const { t, language } = useText();
  const readOnly = usePlan((plan) => plan.info?.readOnly !== false);
  const view = useView('import.memory', {}, ['collection', 'plan']);
  const choices = useChoices(useLists());
  const [forgotten, setForgotten] = useState(0);
  const [error, setError] = useState<ApiError | null>(null);
  const isLast = usePlan((plan) => forgotten > 0 && plan.revision === forgotten);
  const { layouts = [], names = [] } = view.data ?? {};
  if (layouts.length === 0 && names.length === 0 && !isLast) return view.error ? <ErrorNotice error={view.error} retry={view.reload} /> : null;

  const nameOf = (kind: Meant['kind'], id: string): string => choices(kind).find((choice) => choice.id === id)?.text.trim() ?? id;
  const meaning = ({ role, measure, service, group, year }: Layout['columns'][number]): string => {
    if (role !== 'value') return t(`collection.role.${role}`);
    const needs = needsOf(measure);
    const of = [measure !== null && needs.service && service !== '' ? nameOf('service', service) : '', measure !== null && needs.group && group !== '' ? nameOf('group', group) : '', year === null ? '' : String(year)].filter(Boolean);
    return `${measure === null ? t('collection.role.value') : nameOf('measure', measure)}${of.length > 0 ? ` (${of.join(', ')})` : ''}`;
  };
  const columnsOf = (layout: Layout): string => {
    const skipped = layout.columns.filter((column) => column.role === 'skip').length;
    return [...layout.columns.filter((column) => column.role !== 'skip').map(meaning), ...(skipped > 0 ? [t('collection.memory.skipped', { count: skipped })] : [])].join(' · ');
  };
  const act = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    try { await work(); } catch (thrown) { setError(asApiError(thrown)); }
  };
  const forget = (what: Input<'import.forget'>): void => void act(async () => setForgotten((await change('import.forget', what)).revision));
  const meant = ({ kind, id }: Meant): string => `${t(`collection.role.${kind}`)}: ${nameOf(kind, id)}`;
  const button = (label: string, what: Input<'import.forget'>) => <button type="button" className="ctl" disabled={readOnly} aria-label={t('collection.memory.forgetOf', { what: plainText(label, language) })} onClick={() => forget(what)}>{t('collection.memory.forget')}</button>;
  const table = (): TableOut => ({
    title: t('collection.memory.title'),
    columns: (['columns', 'source', 'usedAt'] as const).map((id) => ({ title: t(`collection.memory.${id}`), kind: 'text' })),
    rows: [...layouts.map((layout) => [columnsOf(layout), layout.source, formatDateTime(layout.usedAt, language)]), ...names.map((name) => [meant(name), '', ''])],
  });

  return (
    <Card title={t('collection.memory.title')} note={t('collection.memory.note')} action={<span className="row"><TableActions table={table} /></span>}>
      {isLast && <Notice kind="ok">{t('collection.memory.forgotten')} <button type="button" className="link" onClick={() => void act(undo)}>{t('collection.memory.undo')}</button></Notice>}
      {error && <ErrorNotice error={error} />}
      {layouts.length > 0 && (
        <div className="co-wide"><table className="tb">
          <thead><tr><th scope="col">{t('collection.memory.columns')}</th><th scope="col">{t('collection.memory.source')}</th><th scope="col">{t('collection.memory.usedAt')}</th><th scope="col"><span className="vh">{t('collection.memory.forget')}</span></th></tr></thead>
          <tbody>
            {layouts.map((layout) => (
              <tr key={layout.id}>
                <th scope="row"><Raw>{columnsOf(layout)}</Raw></th><td><Raw>{layout.source}</Raw></td><td>{formatDateTime(layout.usedAt, language)}</td>
                <td className="r">{button(columnsOf(layout), { layouts: [layout.id] })}</td>
              </tr>
            ))}
          </tbody>
        </table></div>
      )}
      {names.length > 0 && (
        <details className="co-opts">
          <summary>{t('collection.memory.names', { count: names.length })}</summary>
          <table className="tb">
            <thead><tr><th scope="col">{t('collection.memory.meaning')}</th><th scope="col" className="r">{t('collection.memory.spellings')}</th><th scope="col"><span className="vh">{t('collection.memory.forget')}</span></th></tr></thead>
            <tbody>
              {names.map((name) => (
                <tr key={`${name.kind} ${name.id}`}>
                  <th scope="row"><Raw>{meant(name)}</Raw></th><td className="r">{formatNumber(name.spellings, language)}</td>
                  <td className="r">{button(meant(name), { names: [{ kind: name.kind, id: name.id }] })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Card>
  );
}
