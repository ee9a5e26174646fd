import type { ServicePoint } from '../contract/api/restoration.ts';
import type { BundledPoint } from '../reference/load.ts';
import { pointsOf } from '../store/restoration.ts';
import type { PlanModel } from './model.ts';
import type { Program } from './program.ts';

const KINDS: Readonly<Record<BundledPoint['kind'], ServicePoint['kind']>> = { c: 'centre', b: 'branch', r: 'remote', s: 'starosta', m: 'mobile' };
/** What a point is called that its kind and settlement tell from the others. */
const NAMES: Readonly<Record<ServicePoint['kind'], string>> = { centre: 'Центр надання адміністративних послуг', branch: 'Філія ЦНАП', remote: 'Віддалене робоче місце ЦНАП', starosta: 'Приймальня старости', mobile: 'Мобільний ЦНАП' };
const ANSWERS = { 1: 'yes', 0: 'no' } as const;

/** Points of the bundled register of the community of a plan, as the plan would store them. */
export function registerPoints(program: Program, model: PlanModel): readonly ServicePoint[] {
  const { community } = model.meta;
  if (community === null || community === '') return [];
  const source = program.data.sourceOf('cnap_points');
  const seen = new Map<string, number>();
  return program.data.pointsOf(community).map(({ kind: letter, settlement, name, flags }): ServicePoint => {
    const kind = KINDS[letter];
    const territory = settlement !== null && model.territory(settlement) ? settlement : '';
    const place = model.territory(territory)?.name.uk;
    const said = name ?? (place === undefined ? NAMES[kind] : `${NAMES[kind]}, ${place}`);
    const times = (seen.get(said) ?? 0) + 1;
    seen.set(said, times);
    const flag = (at: number): ServicePoint['ramp'] => ANSWERS[flags[at] as '0' | '1'] ?? '';
    return {
      id: '', kind, name: times === 1 ? said : `${said} (${times})`, territory, ramp: flag(0), toilet: flag(1), braille: flag(2), pram: flag(3), days: null, schedule: '',
      source: source.title.uk, asOf: /^\d{4}-\d{2}-\d{2}$/.test(source.asOf) ? source.asOf : '', checked: false, note: '',
    };
  });
}

/** Those of them the plan does not have under their name. */
export function missingPoints(program: Program, model: PlanModel): readonly ServicePoint[] {
  const own = new Set(pointsOf(program.store().read).map((each) => each.name));
  return registerPoints(program, model).filter((each) => !own.has(each.name)).map((each) => ({ ...each, id: program.newId() }));
}
