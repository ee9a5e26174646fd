import { Refusal } from '../contract/errors.ts';
import type { rates as methods } from '../contract/api/rates.ts';
import { putRateChoice, removeRateChoice } from '../store/rates.ts';
import { FIGURE_AREAS } from './figures.ts';
import type { PlanModel } from './model.ts';
import { fitsUnit } from './needFacts.ts';
import { nameOfService, sentence, type Handlers } from './program.ts';
import { rateAt } from './rateFacts.ts';
import { rateCellView, ratesView } from './ratesView.ts';

function refuseUnknown(model: PlanModel, group: string, service: string): void {
  if (model.service(service) === undefined) throw new Refusal('input.unknownId', { what: 'service', id: service });
  if (!model.groups.some((row) => row.id === group)) throw new Refusal('input.unknownId', { what: 'group', id: group });
}

/** Use cases of shares: how many of a group need a service, and how it is known. */
export const rates: Handlers<keyof typeof methods> = {
  'rates.view': (program, { year, scenario, territory }) => {
    const model = program.model(year, scenario);
    return ratesView(model, program.place(model, territory));
  },
  'rates.cell': (program, { year, scenario, territory, group, service }) => {
    const model = program.model(year, scenario);
    refuseUnknown(model, group, service);
    return rateCellView(model, { group, service }, program.place(model, territory));
  },
  'rates.choose': (program, { year, scenario, territory, group, service, source, reason }) => {
    const model = program.model(year, scenario);
    refuseUnknown(model, group, service);
    const place = program.place(model, territory);
    const params = { service: nameOfService(program, service), group: model.groups.find((row) => row.id === group)?.name ?? group };
    if (source === null) return program.change(sentence('rate.unchoose', params), FIGURE_AREAS, (tx) => removeRateChoice(tx, group, service));
    const { rate } = rateAt(model, service, group, place);
    const why = fitsUnit(model, service, group, place) ? rate.offers.find((offer) => offer.source === source)?.refused ?? null : 'units';
    if (why !== null) throw new Refusal('rate.unusable', { source, why });
    if (source !== rate.trusted && reason.trim() === '') throw new Refusal('choice.reason', { what: 'rate', source });
    const choice = { group, service, source, reason: reason.trim(), author: program.settings().author, at: program.now().toISOString() };
    return program.change(sentence(`rate.choose.${source}`, params), FIGURE_AREAS, (tx) => putRateChoice(tx, choice));
  },
};
