import { useMemo, useRef, useState } from 'react';
import type { PackageView } from '#contract/api/package.ts';
import { call } from '../../../api.ts';
import { Help } from '../../../components/figures/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Mark } from '../../../components/Marks.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { PageHead } from '../../../components/Page.tsx';
import { PaperButtons } from '../../../components/PaperButtons.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Uk } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { Grid, type ActiveCell, type GridHandle } from '../../../grid/index.ts';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { packageColumns, packageOut, plainName, type PackageRow } from './columns.tsx';

const LEVELS = ['districts', 'settlements'] as const;

/** Which basic service reaches which place, and how: the minimal package. */
export default function PackagePart() {
  const { t, language } = useText();
  const scope = useScope();
  const { info } = usePlan();
  const [level, setLevel] = useState<PackageView['level']>('districts');
  const view = useView('package.view', { ...scope, level }, ['capacity', 'needs', 'community', 'reference']);
  const { data } = view;
  return (
    <>
      <PageHead title={t('package.title')} mark={null} sub={data && t('package.sub', { given: data.given, all: data.all, absent: data.absent, unknown: data.all - data.given - data.absent })}>
        {data && <TableActions table={() => packageOut(data, scope.year, language)} />}
        <PaperButtons make={(format) => call('package.file', { ...scope, language, format })} />
      </PageHead>
      <Loaded view={view} lines={10}>{(loaded) => <Matrix key={info?.path ?? ''} view={loaded} onLevel={setLevel} />}</Loaded>
    </>
  );
}

function Matrix({ view, onLevel }: { readonly view: PackageView; readonly onLevel: (level: PackageView['level']) => void }) {
  const { t, language } = useText();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const grid = useRef<GridHandle>(null);
  const [asked, setAsked] = useState<{ readonly service: string; readonly place: string } | null>(null);
  const columns = useMemo(() => packageColumns(view, language), [view, language]);
  const row = view.rows.find((each) => each.id === asked?.service);
  const onTrace = ({ row: at, column }: ActiveCell<PackageRow>): boolean => {
    const num = column.id === 'leftOut' ? at.leftOut : column.id === 'residents' ? at.residents : at.cells.find((cell) => cell.territory === column.id)?.need;
    return openTrace(num?.ref);
  };
  const bar = ({ row: at, column }: ActiveCell<PackageRow>) => {
    const cell = at.cells.find((each) => each.territory === column.id);
    return cell && (
      <>
        <span className="m">{t(`package.from.${cell.from}`)}{cell.basis !== '' && <> · <Uk>{{ uk: cell.basis, en: null }}</Uk></>}</span>
        <button type="button" className="g-bt" disabled={readOnly} onClick={() => setAsked({ service: at.id, place: cell.territory })}>{t('package.more')}</button>
      </>
    );
  };
  return (
    <>
      <div className="row">
        {view.districts && (
          <span className="seg" role="group" aria-label={t('package.level')}>
            {LEVELS.map((id) => <button key={id} type="button" aria-pressed={view.level === id} onClick={() => onLevel(id)}>{t(`package.levels.${id}`)}</button>)}
          </span>
        )}
        <span className="note">{t('package.list')} <Uk>{view.list.act}</Uk>, <Uk>{view.list.article}</Uk>{view.rows.some((each) => each.basicConfidence === 'recalled') && <> <Mark kind="recalled" /></>}</span>
        <Help text={t('package.help')} />
      </div>
      {view.given + view.absent === 0 && <Notice kind="wn">{t('package.nothing')} <a href={href('capacity', { tab: 'providers' })}>{t('package.toProviders')}</a></Notice>}
      <div className="fg-grid">
        <Grid<PackageRow>
          key={view.level} ref={grid} label={t('package.title')} columns={columns} rows={view.rows} rowId={(each) => each.id} rowName={(each) => plainName(each, language)} onTrace={onTrace} readOnly={readOnly} bar={bar}
          onChange={async (cells) => { await change('package.set', { answers: cells.map(({ row: service, col, value }) => ({ service, territory: col, way: value as PackageRow['cells'][number]['way'] })) }); }}
        />
      </div>
      {asked && row && <AnswerDialog view={view} row={row} place={asked.place} onClose={() => setAsked(null)} />}
    </>
  );
}
