/** Tables of the open data and their fields: names, types and what they mean, in both languages. */
export type TableId = 'community' | 'indicators' | 'territories' | 'services' | 'groups' | 'needs' | 'capacity' | 'sources';

/** A field of a table as the Table Schema writes it; `uk` and `en` describe it. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'year';
  readonly uk: string;
  readonly en: string;
  readonly required?: boolean;
  readonly values?: readonly string[];
}
export interface Table {
  readonly uk: string;
  readonly en: string;
  readonly fields: readonly Field[];
  readonly key: readonly string[];
  readonly links?: readonly { readonly field: string; readonly table: TableId; readonly to: string }[];
}

const text = (name: string, uk: string, en: string, more: Partial<Field> = {}): Field => ({ name, type: 'string', uk, en, ...more });
const METHODS = ['register', 'statistics', 'survey', 'estimate', 'default'];
const AMOUNT: readonly Field[] = [
  { name: 'value', type: 'number', uk: 'Значення; порожньо – не відомо або приховано (див. status)', en: 'Value; empty = not known or suppressed (see status)' },
  { name: 'low', type: 'number', uk: 'Нижня межа оцінки', en: 'Lower bound of the estimate' },
  { name: 'high', type: 'number', uk: 'Верхня межа оцінки', en: 'Upper bound of the estimate' },
  text('unit', 'Одиниця: person – особа, family – сімʼя, child – дитина, place – місце, post – ставка, share – частка від 0 до 1 тощо', 'Unit: person, family, child, place, post, share (0 to 1) and others', { required: true }),
  text('status', 'published – оприлюднено; unknown – не відомо; suppressed – приховано, бо з числа можна дізнатися про менше ніж 5 осіб', 'published; unknown; suppressed = withheld because it would tell of fewer than 5 people', { required: true, values: ['published', 'unknown', 'suppressed'] }),
];
const FROM: readonly Field[] = [
  text('method', 'Спосіб: register – облік, statistics – статистика, survey – опитування, estimate – оцінка, default – за опублікованою часткою', 'Method: register, statistics, survey, estimate, default = by a published share', { values: METHODS }),
  { name: 'as_of', type: 'date', uk: 'Станом на', en: 'As of' },
  text('source', 'Номер джерела в таблиці sources', 'Number of the source in the table sources'),
];
const named = (uk: string, en: string): readonly Field[] => [text('name_uk', `${uk}, українською`, `${en}, in Ukrainian`), text('name_en', `${uk}, англійською`, `${en}, in English`)];
const SOURCE = { field: 'source', table: 'sources', to: 'id' } as const;

/** All tables, in the order of the package. */
export const TABLES: Readonly<Record<TableId, Table>> = {
  community: {
    uk: 'Громада, рік і стан затвердження', en: 'The community, the year and whether the figures are approved', key: ['id'],
    fields: [
      text('id', 'Номер громади в цьому наборі', 'Id of the community in this package', { required: true }), text('katotth', 'Код громади за КАТОТТГ', 'Code in the official register of territories (KATOTTH)'), ...named('Назва', 'Name'),
      text('type', 'Тип громади', 'Type of the community', { required: true, values: ['urban', 'settlement', 'rural', 'special_city'] }),
      text('raion_uk', 'Район, українською', 'Raion, in Ukrainian'), text('raion_en', 'Район, англійською', 'Raion, in English'), text('oblast_uk', 'Область, українською', 'Oblast, in Ukrainian'), text('oblast_en', 'Область, англійською', 'Oblast, in English'),
      { name: 'year', type: 'year', uk: 'Рік', en: 'Year', required: true }, text('scenario', 'Сценарій: base – основа', 'Scenario: base or another', { required: true }), { name: 'calculation_date', type: 'date', uk: 'Дата розрахунку', en: 'Date of the calculation', required: true },
      text('approval', 'approved – затверджено рішенням; draft – проєкт', 'approved by a decision; draft', { required: true, values: ['approved', 'draft'] }), text('decision', 'Номер рішення', 'Number of the decision'), { name: 'decided_on', type: 'date', uk: 'Дата рішення', en: 'Date of the decision' },
      { name: 'training', type: 'boolean', uk: 'true – навчальні дані', en: 'true = training data', required: true },
    ],
  },
  indicators: { uk: 'Громада в числах', en: 'The community in figures', key: ['indicator'], links: [SOURCE], fields: [text('indicator', 'Показник', 'Indicator', { required: true }), ...AMOUNT, ...FROM] },
  territories: {
    uk: 'Старостинські округи і населені пункти з населенням', en: 'Starosta districts and settlements with their population', key: ['id'], links: [{ field: 'parent', table: 'territories', to: 'id' }, SOURCE],
    fields: [text('id', 'Номер території в цьому наборі', 'Id of the territory in this package', { required: true }), text('katotth', 'Код за КАТОТТГ', 'KATOTTH code'), text('parent', 'Територія, до якої належить', 'The territory it belongs to'),
      text('kind', 'community – громада, starosta – старостинський округ, settlement – населений пункт', 'community, starosta district, settlement', { required: true, values: ['community', 'starosta', 'settlement'] }), ...named('Назва', 'Name'), ...AMOUNT, ...FROM],
  },
  services: {
    uk: 'Соціальні послуги', en: 'Social services', key: ['id'],
    fields: [text('id', 'Номер послуги в цьому наборі', 'Id of the service in this package', { required: true }), text('code', 'Код за Класифікатором соціальних послуг', 'Code in the national classifier of social services'), ...named('Назва', 'Name'), { name: 'basic', type: 'boolean', uk: 'Базова послуга', en: 'Basic service', required: true }, text('counted', 'Що рахують: person – осіб, family – сімʼї', 'What is counted: people or families', { required: true, values: ['person', 'family'] })],
  },
  groups: {
    uk: 'Чисельність цільових груп', en: 'Size of the target groups', key: ['group', 'part'], links: [SOURCE],
    fields: [text('group', 'Номер групи в цьому наборі', 'Id of the group in this package', { required: true }), ...named('Назва', 'Name'), text('part', 'size – уся група, female – жінки, male – чоловіки, age_… – вік', 'size = the whole group, female, male, age_… = ages', { required: true }), ...AMOUNT, ...FROM],
  },
  needs: {
    uk: 'Потреба в послугах: громада і її території', en: 'Need for services: the community and its territories', key: ['service', 'territory', 'indicator'], links: [{ field: 'service', table: 'services', to: 'id' }, { field: 'territory', table: 'territories', to: 'id' }, SOURCE],
    fields: [text('service', 'Послуга', 'Service', { required: true }), text('territory', 'Територія', 'Territory', { required: true }),
      text('indicator', 'general_need – загальна потреба, served – отримують, unmet_need – не отримують, excess – отримують понад виявлених, coverage – охоплення', 'general_need, served, unmet_need, excess = served above the need, coverage', { required: true, values: ['general_need', 'served', 'unmet_need', 'excess', 'coverage'] }),
      ...AMOUNT, text('method', 'Як визначено загальну потребу: registry – за обліком, survey – за опитуванням, max – більше з двох', 'How the general need was found: registry, survey, max = the larger of both', { values: ['registry', 'survey', 'max'] }), text('source', 'Номер джерела в таблиці sources', 'Number of the source in the table sources')],
  },
  capacity: {
    uk: 'Місця, ставки і спроможність за послугами', en: 'Places, posts and capacity by service', key: ['service', 'indicator'], links: [{ field: 'service', table: 'services', to: 'id' }, SOURCE],
    fields: [text('service', 'Послуга', 'Service', { required: true }), text('indicator', 'places – місць, occupied – зайнято, posts – ставок, posts_filled – заповнено, vacancies – вакансій, capacity – скільки людей можна обслужити', 'places, occupied, posts, posts_filled, vacancies, capacity = people that can be served', { required: true, values: ['places', 'occupied', 'posts', 'posts_filled', 'vacancies', 'capacity'] }), ...AMOUNT, text('source', 'Номер джерела в таблиці sources', 'Number of the source in the table sources')],
  },
  sources: { uk: 'Джерела', en: 'Sources', key: ['id'], fields: [text('id', 'Номер джерела', 'Number of the source', { required: true }), text('title', 'Назва', 'Title', { required: true }), text('method', 'Спосіб', 'Method', { required: true, values: METHODS }), { name: 'as_of', type: 'date', uk: 'Станом на', en: 'As of' }] },
};
