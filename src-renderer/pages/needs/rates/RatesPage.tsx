import './rates.css';
import { useState } from 'react';
import { Help, usePlace } from '../../../components/figures/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { useText } from '../../../i18n/index.ts';
import { useRoute } from '../../../lib/route.ts';
import { useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { CheckTable, compared } from './CheckTable.tsx';
import { RateMatrix } from './RateMatrix.tsx';
import { checkTable, ratesTable } from './tables.ts';

const PARTS = ['matrix', 'check'] as const;

/** From groups to needs: the share of each group that needs each service, where it comes from, and what it says of the register. */
export default function RatesPage() {
  const { t, language } = useText();
  const scope = useScope();
  const place = usePlace();
  const { params } = useRoute();
  const only = params.get('service');
  const [part, setPart] = useState<(typeof PARTS)[number]>('matrix');
  const shown = only === null ? part : 'matrix';
  const view = useView('rates.view', { ...scope, territory: place.territory }, ['needs', 'groups', 'reference']);
  const { data } = view;
  return (
    <>
      <PageHead title={t('rates.title')} sub={
        <span className="seg" role="group" aria-label={t('rates.parts')}>
          {PARTS.map((one) => <button key={one} type="button" aria-pressed={shown === one} disabled={only !== null && one === 'check'} onClick={() => setPart(one)}>{t(`rates.part.${one}`)}</button>)}
        </span>
      }>
        {data && <TableActions table={() => (shown === 'matrix' ? ratesTable(data, language) : checkTable(compared(data), language))} />}
        <Help text={t(`rates.help.${shown}`)} />
      </PageHead>
      <Loaded view={view} lines={10}>
        {(rates) => (shown === 'matrix' ? <RateMatrix view={rates} place={place} only={only} /> : <CheckTable view={rates} territory={place.territory} />)}
      </Loaded>
    </>
  );
}
