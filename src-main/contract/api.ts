import type { InputOf, OutputOf, ParsedOf } from './method.ts';
import { accessibility } from './api/accessibility.ts';
import { capacity } from './api/capacity.ts';
import { centre } from './api/centre.ts';
import { checks } from './api/checks.ts';
import { collection } from './api/collection.ts';
import { community } from './api/community.ts';
import { cycle } from './api/cycle.ts';
import { documents } from './api/documents.ts';
import { gaps } from './api/gaps.ts';
import { groups } from './api/groups.ts';
import { imports } from './api/imports.ts';
import { integration } from './api/integration.ts';
import { library } from './api/library.ts';
import { needs } from './api/needs.ts';
import { map } from './api/map.ts';
import { minimalPackage } from './api/package.ts';
import { plan } from './api/plan.ts';
import { publishing } from './api/publishing.ts';
import { rates } from './api/rates.ts';
import { projection } from './api/projection.ts';
import { register } from './api/register.ts';
import { reach } from './api/reach.ts';
import { reference } from './api/reference.ts';
import { restoration } from './api/restoration.ts';
import { staff } from './api/staff.ts';
import { staffImport } from './api/staffImport.ts';
import { surveys } from './api/surveys.ts';

/** Every action of the program. All doors offer exactly these. */
export const api = {
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
  ...staffImport,
  ...restoration,
};
/** Methods by name, with what they take and give. */
export type Api = typeof api;
/** The name of an action: `area.verb`. */
export type MethodName = keyof Api;
/** What a caller may give a method: what has a default may be left out. */
export type Input<N extends MethodName> = InputOf<Api[N]>;
/** The same as the handler gets it: checked, defaults filled in. */
export type Parsed<N extends MethodName> = ParsedOf<Api[N]>;
/** What a method answers. */
export type Output<N extends MethodName> = OutputOf<Api[N]>;
