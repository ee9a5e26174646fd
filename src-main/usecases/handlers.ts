import type { MethodName } from '../contract/api.ts';
import { accessibility } from './accessibility.ts';
import { capacity } from './capacity.ts';
import { centre } from './centre.ts';
import { checks } from './checks.ts';
import { collection } from './collection.ts';
import { community } from './community.ts';
import { cycle } from './cycle.ts';
import { documents } from './documents.ts';
import { gaps } from './overview.ts';
import { groups } from './groups.ts';
import { imports } from './imports.ts';
import { integration } from './integration.ts';
import { library } from './library.ts';
import { needs } from './needs.ts';
import { map } from './map.ts';
import { minimalPackage } from './package.ts';
import { plan } from './plan.ts';
import { publishing } from './publishing.ts';
import type { Handlers } from './program.ts';
import { rates } from './rates.ts';
import { projection } from './projection.ts';
import { register } from './imports/register.ts';
import { reach } from './reach.ts';
import { reference } from './reference.ts';
import { restoration } from './restoration.ts';
import { staff } from './staff.ts';
import { staffRead } from './staffRead.ts';
import { surveys } from './surveys.ts';

/** Every action of the program, by the name of its method. */
export const handlers: Handlers<MethodName> = {
  ...library,
  ...plan,
  ...community,
  ...groups,
  ...needs,
  ...projection,
  ...capacity,
  ...minimalPackage,
  ...map,
  ...centre,
  ...accessibility,
  ...reach,
  ...integration,
  ...gaps,
  ...rates,
  ...reference,
  ...documents,
  ...publishing,
  ...checks,
  ...cycle,
  ...surveys,
  ...imports,
  ...register,
  ...collection,
  ...staff,
  ...staffRead,
  ...restoration,
};
