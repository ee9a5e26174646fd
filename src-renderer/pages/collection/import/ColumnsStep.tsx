import { useId, useState } from 'react';
import type { ImportColumn, ImportColumnView, ImportKind, ImportMapping, ImportRole } from '#contract/api/imports.ts';
import { IMPORT_ROLES } from '#contract/lists.ts';
import { FIGURE_METHODS, type AgeBand, type FigureMethod, type MeasureId, type Sex } from '#contract/models.ts';
import { Card } from '../../../components/Page.tsx';
import { Raw, Tx } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { hasCyrillic } from '../../../lib/text.ts';
import { DayField, dayOf, dayText } from '../../needs/cycle/parts.tsx';
import { Chooser, needsOf, useChoices, useLists, type Choice } from './Chooser.tsx';
import { StepButtons } from './StepButtons.tsx';
import { goTo, setColumn, setMapping, useWizard } from './wizard.ts';

type ChoicesOf = (kind: ImportKind) => readonly Choice[];

/** What each column means, and what holds for all rows. */
export function ColumnsStep() {
  const { t } = useText();
  const { look, mapping } = useWizard();
  const lists = useLists();
  const choices = useChoices(lists);
  if (!look || !mapping) return null;
  const personal = new Set(look.findings.filter((finding) => finding.where === 'column').map((finding) => finding.column));
  return (
    <>
      <Card title={t('collection.columns.title')} note={t(look.remembered ? 'collection.columns.remembered' : 'collection.columns.proposed')}>
        <div className="co-wide"><table className="tb co-cols">
          <thead><tr>{(['column', 'sample', 'role', 'what'] as const).map((name) => <th key={name} scope="col">{t(`collection.columns.${name}`)}</th>)}</tr></thead>
          <tbody>
            {look.columns.filter((column) => column.filled > 0 || column.head.length > 0).map((view) => {
              const column = mapping.columns.find((each) => each.column === view.column);
              return column ? <ColumnRow key={view.column} view={view} column={column} personal={personal.has(view.column)} counting={mapping.how === 'count'} choices={choices} /> : null;
            })}
          </tbody>
        </table></div>
      </Card>
      <ForAll mapping={mapping} choices={choices} years={lists.years} />
      <Options mapping={mapping} />
      <StepButtons back="personal" next={() => goTo('check')} label={t('collection.next.check')} blocked={missing(mapping, t)} />
    </>
  );
}

/** What is still to be said before a check makes sense; null = nothing. */
function missing(mapping: ImportMapping, t: (key: string) => string): string | null {
  const values = mapping.columns.filter((column) => column.role === 'value');
  const named = mapping.rest.measure !== null || mapping.columns.some((column) => column.role === 'measure');
  const year = mapping.rest.year !== null || mapping.columns.some((column) => column.role === 'year');
  if (mapping.how === 'values' && values.length === 0) return t('collection.mapping.noValues');
  if (!named && (mapping.how === 'count' || values.some((column) => column.measure === null))) return t('collection.mapping.noMeasure');
  return !year && (mapping.how === 'count' || values.some((column) => column.year === null)) ? t('collection.mapping.noYear') : null;
}

/** Personal columns may only name, tell apart or be left out. */
const KEEPS: ReadonlySet<ImportRole> = new Set(['value', 'low', 'high', 'source', 'note']);

function ColumnRow({ view, column, personal, counting, choices }: { readonly view: ImportColumnView; readonly column: ImportColumn; readonly personal: boolean; readonly counting: boolean; readonly choices: ChoicesOf }) {
  const { t } = useText();
  const name = `${view.letter} ${view.head.at(-1) ?? ''}`;
  const roles = IMPORT_ROLES.filter((role) => !(personal && KEEPS.has(role)) && (counting || role !== 'distinct') && !(counting && ['value', 'low', 'high', 'source', 'asOf', 'note'].includes(role)));
  const set = (patch: Partial<ImportColumn>): void => setColumn(view.column, patch);
  const guess = column.role !== 'skip' && view.certainty < 0.5;
  return (
    <tr data-skip={column.role === 'skip' || undefined}>
      <th scope="row"><span className="mono">{view.letter}</span> <Raw>{view.head.join(' / ')}</Raw>{view.hidden && <span className="note"> {t('collection.columns.hidden')}</span>}</th>
      <td className="note">{personal ? t('collection.columns.personal') : <Raw>{view.sample.join(' · ')}</Raw>}</td>
      <td>
        <Chooser hidden label={<Tx k="collection.columns.roleOf" p={{ name }} />} value={column.role} choices={roles.map((role) => ({ id: role, text: t(`collection.role.${role}`), uk: false }))} onChange={(role) => set({ role: role as ImportRole })} />
        {guess && <span className="note">{t('collection.columns.guess')}</span>}
      </td>
      <td>{column.role === 'value' && <ValueFields name={name} column={column} choices={choices} set={set} />}</td>
    </tr>
  );
}

/** Whose and what numbers a column holds. */
function ValueFields({ name, column, choices, set }: { readonly name: string; readonly column: ImportColumn; readonly choices: ChoicesOf; readonly set: (patch: Partial<ImportColumn>) => void }) {
  const { t } = useText();
  const needs = needsOf(column.measure);
  const id = useId();
  const byRow = t('collection.columns.byRow');
  const label = (what: string) => <Tx k="collection.columns.fieldOf" p={{ what: t(`collection.role.${what}`), name }} />;
  return (
    <div className="co-value">
      <Chooser hidden label={label('measure')} value={column.measure ?? ''} none={t('collection.columns.measureByRow')} choices={choices('measure')} onChange={(measure) => set({ measure: measure === '' ? null : measure as MeasureId })} />
      {needs.service && column.measure !== null && <Chooser hidden label={label('service')} value={column.service} none={t('collection.columns.serviceByRow')} choices={choices('service')} onChange={(service) => set({ service })} />}
      {needs.group && column.measure !== null && <Chooser hidden label={label('group')} value={column.group} none={t('collection.columns.groupByRow')} choices={choices('group')} onChange={(group) => set({ group })} />}
      <details>
        <summary>{t('collection.columns.more')}</summary>
        <div className="co-more">
          <div className="fld"><label htmlFor={`${id}y`}>{t('common.year')}</label><input id={`${id}y`} className="in" type="number" min={1991} max={2100} placeholder={byRow} value={column.year ?? ''} onChange={(event) => set({ year: yearOf(event.target.value) })} /></div>
          <Chooser label={t('collection.role.territory')} value={column.territory} none={byRow} choices={choices('territory')} onChange={(territory) => set({ territory })} />
          <Chooser label={t('collection.role.sex')} value={column.sex} choices={choices('sex')} onChange={(sex) => set({ sex: sex as Sex })} />
          <Chooser label={t('collection.role.age')} value={column.age} choices={choices('age')} onChange={(age) => set({ age: age as AgeBand })} />
          <Chooser label={t('collection.columns.scale')} value={String(column.scale)} choices={[...new Set([1, 1000, 0.01, column.scale])].map((scale) => ({ id: String(scale), text: t(`collection.scale.${scale === 1 ? 'one' : scale === 1000 ? 'thousand' : scale === 0.01 ? 'percent' : 'other'}`, { scale }), uk: false }))} onChange={(scale) => set({ scale: Number(scale) })} />
        </div>
      </details>
    </div>
  );
}

const yearOf = (text: string): number | null => { const year = Number(text); return Number.isInteger(year) && year >= 1991 && year <= 2100 ? year : null; };

/** What is the same for every row, and where the numbers come from. */
function ForAll({ mapping, choices, years }: { readonly mapping: ImportMapping; readonly choices: ChoicesOf; readonly years: readonly number[] }) {
  const { t, language } = useText();
  const id = useId();
  const { rest } = mapping;
  const has = (role: ImportRole): boolean => mapping.columns.some((column) => column.role === role);
  const set = (patch: Partial<ImportMapping['rest']>): void => setMapping({ rest: { ...rest, ...patch } });
  const needs = needsOf(rest.measure);
  const open = mapping.how === 'count' || mapping.columns.some((column) => column.role === 'value' && column.measure === null);
  const lacks = (what: 'group' | 'service'): boolean => !has(what) && ((open && needs[what]) || mapping.columns.some((column) => column.role === 'value' && column.measure !== null && needsOf(column.measure)[what] && column[what] === ''));
  return (
    <Card title={t('collection.all.title')} note={t('collection.all.note')} className="co-form">
      {!has('year') && <div className="fld"><label htmlFor={`${id}y`}>{t('common.year')}</label><input id={`${id}y`} className="in" type="number" min={1991} max={2100} list={`${id}ys`} value={rest.year ?? ''} onChange={(event) => set({ year: yearOf(event.target.value) })} /><datalist id={`${id}ys`}>{years.map((year) => <option key={year} value={year}>{year}</option>)}</datalist></div>}
      {open && !has('measure') && <Chooser label={t('collection.role.measure')} value={rest.measure ?? ''} none={t('collection.all.choose')} choices={choices('measure')} onChange={(measure) => set({ measure: measure === '' ? null : measure as MeasureId })} />}
      {lacks('group') && <Chooser label={t('collection.role.group')} value={rest.group} none={t('collection.all.nothing')} choices={choices('group')} onChange={(group) => set({ group })} />}
      {lacks('service') && <Chooser label={t('collection.role.service')} value={rest.service} none={t('collection.all.nothing')} choices={choices('service')} onChange={(service) => set({ service })} />}
      {!has('provider') && choices('provider').length > 0 && <Chooser label={t('collection.role.provider')} value={rest.provider} none={t('collection.all.nothing')} choices={choices('provider')} onChange={(provider) => set({ provider })} />}
      {!has('territory') && <Chooser label={t('collection.role.territory')} value={rest.territory} none={t('collection.all.community')} choices={choices('territory')} onChange={(territory) => set({ territory })} />}
      <div className="fld co-2"><label htmlFor={`${id}s`}>{t('collection.role.source')}</label><input id={`${id}s`} className="in" maxLength={400} lang={language === 'en' && hasCyrillic(mapping.source) ? 'uk' : undefined} value={mapping.source} onChange={(event) => setMapping({ source: event.target.value })} /></div>
      <AsOf day={mapping.asOf} />
      <Chooser label={t('collection.all.method')} value={mapping.method} choices={FIGURE_METHODS.map((method) => ({ id: method, text: t(`methods.${method}`), uk: false }))} onChange={(method) => setMapping({ method: method as FigureMethod })} />
    </Card>
  );
}

/** The day the numbers are of; what is no day is none. */
function AsOf({ day }: { readonly day: string }) {
  const { t } = useText();
  const [text, setText] = useState(dayText(day));
  return <DayField label={t('collection.role.asOf')} value={text} onChange={(next) => { setText(next); setMapping({ asOf: dayOf(next) ?? '' }); }} />;
}

/** What happens in doubtful cases. */
function Options({ mapping }: { readonly mapping: ImportMapping }) {
  const { t } = useText();
  const { look } = useWizard();
  const choice = (name: 'empty' | 'duplicates' | 'counted', values: readonly string[]) => (
    <Chooser label={t(`collection.option.${name}`)} value={mapping[name]} choices={values.map((value) => ({ id: value, text: t(`collection.option.${name}_${value}`), uk: false }))} onChange={(value) => setMapping({ [name]: value })} />
  );
  const flag = (name: 'fillDown' | 'hiddenRows' | 'addYears') => <label className="co-flag" key={name}><input type="checkbox" checked={mapping[name]} onChange={(event) => setMapping({ [name]: event.target.checked })} />{t(`collection.option.${name}`)}</label>;
  const twins = (look?.twins ?? []).filter((twin) => twin.year !== null);
  const takes = (sheet: number): boolean => mapping.alsoSheets.some((also) => also.sheet === sheet);
  return (
    <details className="card co-opts">
      <summary>{t('collection.option.title')}</summary>
      <div className="co-form">
        {mapping.how === 'values' && choice('empty', ['keep', 'erase'])}
        {mapping.how === 'values' && choice('duplicates', ['refuse', 'sum'])}
        {choice('counted', ['auto', 'person', 'family'])}
        <div className="co-flags">{flag('fillDown')}{(look?.hiddenRows ?? 0) > 0 && flag('hiddenRows')}{flag('addYears')}</div>
        {twins.length > 0 && (
          <fieldset className="co-flags"><legend>{t('collection.option.twins')}</legend>
            {twins.map((twin) => <label className="co-flag" key={twin.sheet}><input type="checkbox" checked={takes(twin.sheet)} onChange={(event) => setMapping({ alsoSheets: event.target.checked ? [...mapping.alsoSheets, { sheet: twin.sheet, year: twin.year ?? 0 }] : mapping.alsoSheets.filter((also) => also.sheet !== twin.sheet) })} /><span><Raw>{twin.name}</Raw>{` (${twin.year})`}</span></label>)}
          </fieldset>
        )}
      </div>
    </details>
  );
}
