import { z } from 'zod';
import { id, scope } from '../inputs.ts';
import { query } from '../method.ts';
import type { AgeBand, Cell, Label, Num, Sentence, Sex, TraceNorm } from '../models.ts';
import type { Provider, Transfer } from './capacity.ts';

/** How a value stands to a norm: `none` = no norm is known, `unknown` = the value is not known. */
export type Against = 'below' | 'within' | 'above' | 'unknown' | 'none';

/** One service at a provider or at one of its units. */
export interface CentreLine {
  /** The provider or the unit. */
  readonly provider: string;
  readonly service: string;
  readonly code: string | null;
  readonly name: Label;
  readonly posts: Cell;
  readonly postsFilled: Cell;
  readonly vacancies: Num;
  readonly places: Cell;
  readonly served: Cell;
  readonly waiting: Cell;
  /** Persons one filled post serves. */
  readonly caseload: Num;
  /** The load in force: the community's own figure, else the norm; `unknown` = enter one. */
  readonly load: Num;
  readonly loadState: Against;
}

/** The smallest or largest size of a unit by the act of territorial centres, against what this one has. */
export interface CentreNorm {
  readonly provider: string;
  readonly service: string;
  readonly name: Label;
  readonly norm: TraceNorm;
  readonly actual: Cell;
  readonly state: Against;
}

/** What a provider or unit costs a year. */
export interface CentreCost {
  readonly provider: string;
  readonly cost: Cell;
  readonly perRecipient: Num;
}

/** A year of a provider. */
export interface CentreYear {
  readonly year: number;
  /** People served, by service in the order of `services` of the view. */
  readonly served: readonly Num[];
  readonly postsFilled: Num;
  readonly cost: Num;
}

/** One provider’s own page: units, figures by service, norms, costs, years, transfers. */
export interface CentreView {
  readonly provider: Provider;
  readonly units: readonly Provider[];
  /** Services of the provider and its units, in the order of the classifier. */
  readonly services: readonly { readonly id: string; readonly code: string | null; readonly name: Label }[];
  /** The provider's own lines first, then those of each unit. */
  readonly lines: readonly CentreLine[];
  readonly norms: readonly CentreNorm[];
  readonly costs: readonly CentreCost[];
  readonly years: readonly CentreYear[];
  /** In the order of their days; `balance` = what came less what went of this kind up to here, null = somebody did not count. */
  readonly transfers: readonly (Transfer & { readonly balance: number | null })[];
}

/** People of one service at a provider or unit in one place. */
export interface CentrePlace {
  readonly territory: string;
  readonly name: Label;
  /** A starosta district: the sum of its settlements. */
  readonly district: boolean;
  readonly served: Cell;
  readonly waiting: Cell;
  readonly identified: Num;
  /** Served here by this provider / identified here. */
  readonly coverage: Num;
}
/** The same people by sex, one age band in a row. */
export interface CentreAge { readonly age: AgeBand; readonly cells: Readonly<Record<Sex, Cell>> }

/** People of one service at a provider by place, sex and age. */
export interface CentrePeople {
  readonly provider: string;
  readonly service: string;
  readonly whole: { readonly served: Cell; readonly waiting: Cell };
  readonly places: readonly CentrePlace[];
  readonly ages: Readonly<Record<'served' | 'waiting', readonly CentreAge[]>>;
  /** Where the parts do not make the whole. */
  readonly differences: readonly Sentence[];
}

/** Questions of one provider’s own page. */
export const centre = {
  'centre.view': query(z.strictObject({ ...scope, provider: id })
    .meta({ description: 'A provider with its units: staff, places, caseload against the norm, cost per recipient, sizes against the norms, years, transfers with their balance.' })).returns<CentreView>(),
  'centre.people': query(z.strictObject({ ...scope, provider: id, service: id })
    .meta({ description: 'People served and waiting of one service at a provider or unit: by settlement with coverage, by sex and age, and where the parts do not make the whole.' })).returns<CentrePeople>(),
};
