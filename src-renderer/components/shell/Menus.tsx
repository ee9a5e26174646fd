import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { chooseScenario, chooseYear, usePlan } from '../../plan/store.ts';
import { Icon } from '../Icon.tsx';
import { Raw } from '../Text.tsx';
import { AddScenario, AddYear } from './AddDialogs.tsx';

/** The year all pages show, and the way to add one. */
export function YearMenu() {
  const { t } = useText();
  const { view, info, year } = usePlan();
  const [adding, setAdding] = useState(false);
  const years = [...(view ?? info)?.years ?? []].sort((a, b) => a - b);
  return (
    <>
      <Menu withinPortal={false} position="bottom-start" transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <button type="button" className="ctl"><span className="k">{t('shell.year')}</span> <b>{year}</b><Icon name="down" size={14} /></button>
        </Menu.Target>
        <Menu.Dropdown>
          {years.map((one) => <Menu.Item key={one} aria-current={one === year ? 'true' : undefined} leftSection={one === year ? <Icon name="check" size={14} /> : <span className="ck" />} onClick={() => chooseYear(one)}>{one}</Menu.Item>)}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)} disabled={info?.readOnly === true}>{t('shell.addYear')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {adding && <AddYear years={years} onClose={() => setAdding(false)} />}
    </>
  );
}

/** The scenario all pages show: the base, or a list of differences from it. */
export function ScenarioMenu() {
  const { t } = useText();
  const { view, info, scenario } = usePlan();
  const [adding, setAdding] = useState(false);
  const all = [{ id: 'base', name: t('shell.base') }, ...(view?.scenarios ?? []).filter((one) => one.id !== 'base')];
  const name = all.find((one) => one.id === scenario)?.name ?? t('shell.base');
  return (
    <>
      <Menu withinPortal={false} position="bottom-start" transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <button type="button" className="ctl"><span className="k">{t('shell.scenario')}</span> <b><Raw>{name}</Raw></b><Icon name="down" size={14} /></button>
        </Menu.Target>
        <Menu.Dropdown>
          {all.map((one) => <Menu.Item key={one.id} aria-current={one.id === scenario ? 'true' : undefined} leftSection={one.id === scenario ? <Icon name="check" size={14} /> : <span className="ck" />} onClick={() => chooseScenario(one.id)}><Raw>{one.name}</Raw></Menu.Item>)}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)} disabled={info?.readOnly === true}>{t('shell.addScenario')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {adding && <AddScenario taken={all.map((one) => one.id)} onClose={() => setAdding(false)} />}
    </>
  );
}
