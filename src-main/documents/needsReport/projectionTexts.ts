import type { EventKind } from '../../contract/api/projection.ts';

const kinds = {
  idp_arrival: 'прибуття ВПО', idp_return: 'повернення ВПО додому', veterans_return: 'повернення ветеранів', line_move: 'зміна лінії фронту', evacuation: 'евакуація', school_closure: 'закриття школи', other: 'подія',
} satisfies Record<EventKind, string>;

/** Ukrainian texts of the section of projections. */
export const projectionUk = {
  base: 'Базовий', allScenarios: 'усі сценарії', population: 'населення', scenario: 'Сценарій',
  intro: (from: number, to: number) => `Прогноз на ${from}–${to} роки – розрахунок на припущеннях, а не передбачення і не статистика. Сценарії показують, що буде, якщо припущення справдяться; числа першого року – з плану, усі наступні – припущення. Потребу в послугах за прогнозом не затверджують: її визначають щороку.`,
  noPopulation: 'Скільки людей живе у громаді, не відомо, тому прогнозу населення немає.', noGroups: 'Прогнозу груп немає: їх чисельності не введено.',
  populationCaption: 'Населення за сценаріями, осіб', rangeNote: 'Межі – найменше і найбільше за припущеннями сценарію. Це не похибка вибірки.',
  chart: 'Населення за сценаріями. Вісь починається не з нуля, смуга – межі базового сценарію',
  alt: (names: string) => `Лінії населення за роками, сценарії: ${names}; ті самі числа – у таблиці, межі базового – смугою.`,
  groupsText: 'Як прогнозовано групу, вказано в дужках. Групи, для яких немає числа або способу, не показано.', groupsCaption: 'Цільові групи за сценаріями і роками', rangeOf: (year: number) => `Межі, ${year}`,
  methods: {
    everybody: 'стала частка всього населення', share: (of: string) => `стала частка людей ${of}`, band: (of: string) => `усі люди ${of}`, generation: (year: number) => `покоління народжених до ${year} року`,
    trend: 'лінія через власні роки', growth: (n: string) => `приріст ${n} на рік`, constant: 'стала, змінюють події', none: 'не прогнозується',
  },
  ages: (from: number, to: number) => `${from}–${to} років`, agesFrom: (from: number) => `від ${from} років`, sex: { female: 'жінки', male: 'чоловіки' }, between: (value: string, low: string, high: string) => `${value} (від ${low} до ${high})`,
  scenariosTitle: 'Чим відрізняються сценарії', baseText: 'Базовий сценарій тримається показників плану, параметрів і подій, наведених нижче.',
  differences: (name: string) => `Сценарій «${name}» відрізняється від базового:`, noDifferences: (name: string) => `Сценарій «${name}» від базового не відрізняється.`, figures: (n: string) => `інших показників змінено: ${n}`, size: (group: string, year: number, from: string, to: string) => `${group}, ${year} рік: ${to} замість ${from}`, range: 'межі',
  measures: { identified: 'виявлено', served: 'отримує' },
  difference: {
    percent: (what: string, n: string, year: number) => `${what}: ${n} % з ${year} року`, number: (what: string, n: string, year: number) => `${what}: ${n} з ${year} року`, set: (what: string, n: string, year: number) => `${what}: дорівнює ${n} з ${year} року`,
  },
  events: 'Події, враховані в прогнозі:', noEvents: 'Подій (прибуття, повернення, евакуації) у прогнозі немає.', onlyIn: (name: string) => `лише в сценарії «${name}»`, kinds,
  event: {
    come: 'прибуває', leave: 'вибуває', more: 'до групи входить місцевих', less: 'з групи виходить місцевих', person: (n: string) => `${n} осіб`, percent: (n: string) => `${n} %`, once: (year: number) => `у ${year} році`, yearly: (from: number, to: number) => `щороку ${from}–${to}`,
    group: (name: string) => `змінює групу «${name}»`, source: (text: string) => `джерело: ${text}`, noSource: 'джерела не вказано',
  },
  methodTitle: 'Метод і параметри прогнозу',
  structure: (region: string, date: string) => `Вікова структура – міського і сільського населення області (${region}) на ${date}, помножена до населення громади.`,
  structureWhole: (date: string) => `Вікова структура – населення України на ${date}, помножена до населення громади.`,
  aged: (year: number) => `Її постарено до ${year} року за таблицею смертності й народжуваністю, без міграції.`, notAged: 'Її взято такою, як вона була.',
  cohort: 'Населення пересувається за однорічними віковими групами: населення року = населення минулого року + народжені − померлі + чиста міграція. Половина тих, хто мігрує за рік, живе в громаді весь рік, половина прибуває чи вибуває наприкінці. Людей 80 років і старших поділено за віком за таблицею смертності: статистика їх не ділить. Народжуваність і смертність – середні по Україні, а не цієї громади. Людей події рахують у групі один раз: стільки, скільки названо в події.',
  parametersCaption: 'Параметри базового сценарію', parameter: 'Параметр', value: 'Значення', sinceTitle: 'Чинне', since: (year: number) => `з ${year} року`, kindTitle: 'Стан', table: 'таблиця смертності', recalled: '* Наведено за памʼяттю: звірте з джерелом.',
  kind: { default: 'опубліковано', assumption: 'припущення', own: 'введено у плані' },
  parameters: {
    tfr: 'Сумарний коефіцієнт народжуваності, дітей на жінку', sexRatio: 'Хлопчиків на 100 дівчаток', mortality: 'Рівень смертності, разів до таблиці', 'mx.male.60': 'Смертність за віком і статтю', migration: 'Чиста міграція, на 1000 осіб за рік', migrationTo: 'Найстарший вік тих, хто мігрує, років',
  },
};

/** English texts of the section of projections. */
export const projectionEn: typeof projectionUk = {
  base: 'Base', allScenarios: 'all scenarios', population: 'population', scenario: 'Scenario',
  intro: (from, to) => `The projection for ${from}–${to} is a calculation on assumptions, neither a prediction nor statistics. Scenarios show what follows if the assumptions come true; figures of the first year come from the plan, all later ones are assumptions. Needs are not approved on a projection: they are determined every year.`,
  noPopulation: 'How many people live in the community is not known, so there is no projection of the population.', noGroups: 'There is no projection of groups: their sizes have not been entered.',
  populationCaption: 'Population by scenario, people', rangeNote: 'Range: the lowest and the highest under the assumptions of the scenario. This is not a sampling error.',
  chart: 'Population by scenario. The axis does not begin at zero; the band is the range of the base scenario',
  alt: (names) => `Lines of the population by year, scenarios: ${names}; the same numbers stand in the table, the range of the base is a band.`,
  groupsText: 'How a group is projected stands in brackets. Groups without a figure or a method are left out.', groupsCaption: 'Target groups by scenario and year', rangeOf: (year) => `Range, ${year}`,
  methods: {
    everybody: 'a constant share of the whole population', share: (of) => `a constant share of people ${of}`, band: (of) => `all people ${of}`, generation: (year) => `the generation born up to ${year}`,
    trend: 'a line through its own years', growth: (n) => `growth of ${n} a year`, constant: 'constant, changed by events', none: 'not projected',
  },
  ages: (from, to) => `aged ${from}–${to}`, agesFrom: (from) => `aged ${from} and over`, sex: { female: 'women', male: 'men' }, between: (value, low, high) => `${value} (${low} to ${high})`,
  scenariosTitle: 'How the scenarios differ', baseText: 'The base scenario rests on the figures of the plan and on the parameters and events below.',
  differences: (name) => `The scenario “${name}” differs from the base:`, noDifferences: (name) => `The scenario “${name}” does not differ from the base.`, figures: (n) => `other figures changed: ${n}`, size: (group, year, from, to) => `${group}, ${year}: ${to} instead of ${from}`, range: 'range',
  measures: { identified: 'identified', served: 'served' },
  difference: { percent: (what, n, year) => `${what}: ${n}% from ${year}`, number: (what, n, year) => `${what}: ${n} from ${year}`, set: (what, n, year) => `${what}: equals ${n} from ${year}` },
  events: 'Events in the projection:', noEvents: 'There are no events (arrivals, returns, evacuations) in the projection.', onlyIn: (name) => `in the scenario “${name}” only`,
  kinds: { idp_arrival: 'arrival of IDPs', idp_return: 'return of IDPs', veterans_return: 'return of veterans', line_move: 'shift of the front line', evacuation: 'evacuation', school_closure: 'closure of a school', other: 'event' },
  event: {
    come: 'coming:', leave: 'leaving:', more: 'residents joining the group:', less: 'residents leaving the group:', person: (n) => `${n} people`, percent: (n) => `${n}%`, once: (year) => `in ${year}`, yearly: (from, to) => `every year ${from}–${to}`,
    group: (name) => `changes the group “${name}”`, source: (text) => `source: ${text}`, noSource: 'no source named',
  },
  methodTitle: 'Method and parameters of the projection',
  structure: (region, date) => `Age structure: urban and rural population of the oblast (${region}) on ${date}, scaled to the population of the community.`,
  structureWhole: (date) => `Age structure: population of Ukraine on ${date}, scaled to the population of the community.`,
  aged: (year) => `It is aged to ${year} by the life table and fertility, without migration.`, notAged: 'It is taken as it was.',
  cohort: 'The population moves by single years of age: population of a year = population of the year before + births − deaths + net migration. Of those who migrate in a year half live in the community all year and half come or leave at its end. People aged 80 and over are split by age by the life table: statistics do not split them. Fertility and mortality are averages of Ukraine, not of this community. People of an event are counted in their group once: as many as the event names.',
  parametersCaption: 'Parameters of the base scenario', parameter: 'Parameter', value: 'Value', sinceTitle: 'In force', since: (year) => `from ${year}`, kindTitle: 'State', table: 'life table', recalled: '* Recalled: check against the source.',
  kind: { default: 'published', assumption: 'assumption', own: 'entered in the plan' },
  parameters: { tfr: 'Total fertility rate, children per woman', sexRatio: 'Boys per 100 girls at birth', mortality: 'Level of mortality, times the table', 'mx.male.60': 'Mortality by age and sex', migration: 'Net migration per 1,000 people a year', migrationTo: 'Oldest age of those who migrate, years' },
};
