import { MEASURE_IDS } from '../../contract/measures.ts';
import type { MeasureId } from '../../contract/models.ts';
import type { Vocabulary } from '../../imports/types.ts';
import type { PlanModel } from '../model.ts';

/** Names under which files know the measures, beside those of the screen. */
const MEASURE_NAMES: Readonly<Partial<Record<MeasureId, readonly string[]>>> = {
  population: ['Населення', 'Population', 'чисельність населення', 'кількість населення', 'населення, осіб', 'жителів', 'мешканців'],
  populationUrban: ['Міське населення', 'Міське', 'Urban population', 'Urban'],
  populationRural: ['Сільське населення', 'Сільське', 'Rural population', 'Rural'],
  area: ['Площа', 'Area'],
  settlements: ['Населені пункти', 'Settlements'],
  declarations: ['Декларації з лікарями', 'Декларації', 'Declarations with doctors', 'Declarations'],
  idpBalance: ['Баланс внутрішньо переміщених осіб', 'Баланс ВПО', 'Balance of internally displaced persons', 'IDP balance', 'кількість впо'],
  budgetIncome: ['Доходи бюджету', 'Доходи', 'Budget income', 'Income'],
  budgetOwnIncome: ['Власні доходи бюджету', 'Власні доходи', 'Own budget income', 'Own income'],
  budgetTransfers: ['Трансферти', 'Transfers'],
  personalIncomeTax: ['Податок на доходи фізичних осіб', 'ПДФО', 'Personal income tax', 'Income tax'],
  ownIncomePerPerson: ['Власні доходи на мешканця', 'На мешканця', 'Own income per resident', 'Per resident'],
  distanceToOblastCentre: ['Відстань до обласного центру', 'До обл. центру', 'Distance to the oblast centre', 'To oblast centre'],
  cnapPoints: ['Точки ЦНАП', 'ЦНАП', 'Administrative service points', 'Service points'],
  neighbours: ['Сусідні громади', 'Сусіди', 'Neighbouring communities', 'Neighbours'],
  groupSize: ['Розмір цільової групи', 'Осіб у групі', 'Size of the target group', 'Group size', 'чисельність групи', 'кількість осіб', 'чисельність', 'розмір групи', 'кількість'],
  identified: ['Виявлено', 'Identified', 'виявлено осіб', 'потребує', 'потребують', 'кількість осіб, які потребують', 'виявлена потреба', 'потреба', 'потребують послуги'],
  served: ['Отримує', 'Served', 'отримують', 'отримує послугу', 'отримують послугу', 'охоплено', 'надано', 'обслуговується', 'обслуговано', 'отримувачів'],
  waiting: ['Черга', 'Waiting list', 'Waiting', 'у черзі', 'черга', 'перебуває в черзі', 'очікують', 'список очікування'],
  places: ['Місця', 'Місць', 'Places', 'кількість місць', 'місць', 'ліжко-місць', 'ліжок'],
  occupied: ['Зайняті місця', 'Зайнято', 'Occupied places', 'Occupied', 'зайнято місць', 'зайнято', 'заповнено місць'],
  posts: ['Ставки за розписом', 'Ставок', 'Posts', 'ставок', 'штатних одиниць', 'кількість ставок', 'штатні одиниці'],
  postsFilled: ['Зайняті ставки', 'Ставок зайнято', 'Filled posts', 'Posts filled', 'зайнято ставок', 'фактично зайнято', 'заповнено ставок', 'фактично працює'],
  vehicles: ['Автомобілі', 'Авто', 'Vehicles', 'автомобілів', 'транспорт', 'транспортних засобів'],
  loadPerPost: ['Навантаження на ставку', 'На ставку', 'Caseload per post', 'Per post'],
  turnover: ['Осіб на місце за рік', 'На місце', 'Persons per place a year', 'Per place'],
  loadPerVehicle: ['Навантаження на автомобіль', 'На авто', 'Load per vehicle', 'Per vehicle'],
  hours: ['Години послуги за рік', 'Годин за рік', 'Hours of service a year', 'Hours a year'],
  hoursPerPerson: ['Годин на отримувача за рік', 'Hours per recipient a year'],
  hiddenShare: ['Не виявлено обліком', 'Не виявлено', 'Not identified by the register', 'Not identified'],
  surveyYes: ['Потребують, за відповідями', 'Потребують', 'Said they need it', 'Need it', 'відповіли «так»', 'потребують за опитуванням'],
  surveyAnswered: ['Відповіли', 'Answered', 'опитано', 'відповіли', 'респондентів'],
  surveyPopulation: ['Скількох стосується опитування', 'Опитана сукупність', 'People the survey stands for', 'Survey population'],
  needRate: ['Частка тих, хто потребує', 'Частка потреби', 'Share in need', 'Need rate', 'частка потреби', 'рівень потреби'],
};

/** Everything the words of a file may name in this plan. */
export function vocabularyOf(model: PlanModel): Vocabulary {
  const both = (...labels: readonly ({ readonly uk: string; readonly en: string | null } | null)[]): readonly string[] => labels.flatMap((label) => (label === null ? [] : label.en === null ? [label.uk] : [label.uk, label.en]));
  return {
    groups: model.groups.map((group) => ({ id: group.id, names: [group.id, ...both(group.name)] })),
    services: model.services.map((service) => ({ id: service.id, names: [service.id, ...(service.code === null ? [] : [service.code]), ...both(service.short, service.name)] })),
    providers: model.providers.map((provider) => ({ id: provider.id, names: [provider.id, provider.name] })),
    measures: MEASURE_IDS.map((id) => ({ id, names: [id, ...(MEASURE_NAMES[id] ?? [])] })),
    places: model.territories.map((place) => ({ id: place.id, parent: place.parent, kind: place.kind, name: place.name.uk, formerName: place.formerName, category: place.category })),
  };
}
