import type { Sentence } from '../../contract/models.ts';

/** Value of a parameter of a sentence, as it is printed. */
export interface Said { readonly n: (name: string) => string; readonly share: (name: string) => string; readonly text: (name: string) => string; readonly whole: (name: string) => string }
type Reasons = Readonly<Record<string, (said: Said) => string>>;

const uk = {
  title: 'Штатний розпис, норми і навантаження', subject: 'Кадри соціальних послуг', year: (year: number) => `${year} рік`, edition: 'Редакція: робоча', watermark: 'навчальні дані', table: 'Таблиця', unknown: 'н/д',
  sum: (posts: string, filled: string, vacant: string) => `За штатним розписом ставок ${posts}, зайнято ${filled}, вакантних ${vacant}.`, pay: (sum: string) => `Оплата зайнятих ставок – ${sum} грн на місяць.`, payUnknown: 'Фонд оплати не пораховано: оплату чи зайнятість частини посад не введено.',
  carried: (n: string) => `Посад, перенесених із попереднього року й не підтверджених: ${n}; їх не враховано.`, noTable: 'Штатного розпису на цей рік не введено.', roles: 'Посада – це роль: імен у розписі немає.',
  positions: 'Штатний розпис', position: 'Посада, категорія, послуга', service: 'Послуга', posts: 'Ставок', filled: 'Зайнято', vacant: 'Вакантно', payCol: 'Оплата, грн/міс', ages: 'Вік: до 35 / 35–49 / 50–59 / 60+', schooling: 'Освіта: за фахом / інша вища / професійна / без неї', management: 'Управління та забезпечення', source: (texts: string) => `Джерело: ${texts}.`,
  three: 'Три числа: за нормою, за навантаженням, факт', threeCaption: 'Скільки ставок потрібно і скільки є', who: 'Категорія, послуга, надавач', served: 'Отримує', norm: 'За нормою', workload: 'За навантаженням', actual: 'Зайнято', difference: 'Різниця', ratio: 'Зайнято / потрібно', why: 'Чому так', noThree: 'Порівнювати нічого: ні розпису, ні показників надавачів не введено.',
  threeNote: 'За нормою – отримувачі поділені на норму на ставку. За навантаженням – час роботи поділений на доступний час працівника (WISN, ВООЗ). Різниця – зайнято мінус потрібно за навантаженням. «~» – спирається на припущення, «*» – на норму за памʼяттю: звірте з текстом акта; «н/д» – не відомо.',
  vacancies: 'Вакансії', vacanciesCaption: 'Вакантні ставки за категоріями', noVacancies: 'Вакансій за штатним розписом немає або розпис не заповнено.',
  cliff: 'Вік: скільки зайнятих ставок лишиться, якщо нікого не наймати', cliffCaption: 'Зайняті ставки за роками', category: 'Категорія', people: 'Людей', cliffNote: (age: string) => `Працівники залишають роботу у ${age} років (припущення, його можна змінити). Відомі лише вікові групи, тому в дужках – найменше і найбільше.`, noAges: 'Кількості за віком не введено.', agesMissing: (names: string) => `Без кількостей за віком: ${names}.`,
  points: 'Що зупиниться, якщо випаде одна людина, авто чи живлення', pointsCaption: 'Єдині люди, автомобілі й джерела живлення', what: 'Що випадає', depends: 'Послуги й люди', atRisk: 'Людей під загрозою', pointsNote: 'Одна людина може отримувати кілька послуг, тому показано «від – до»; осіб і сімей не додають.', noPoints: 'Таких місць не знайдено або ставок, автомобілів і будівель не введено.', more: (n: string) => `І ще ${n}: повний перелік – у програмі.`,
  time: 'Робочий час і припущення', timeCaption: 'Параметри розрахунку', parameter: 'Параметр', value: 'Значення', basis: 'Підстава', own: 'власне значення', hours: (n: string) => `Доступний робочий час одного працівника – ${n} год на рік.`, noHours: 'Робочого часу після вирахувань не лишається.',
  special: (names: string) => `Категорії з власним робочим часом: ${names}.`,
  reason: {
    noNorm: () => 'Норми навантаження на ставку немає: потрібне рішення про місцеву норму.', noServed: () => 'Невідомо, скільки людей отримує послугу в цього надавача.', notByNorm: () => 'Норми ставок для цієї категорії немає, порівнюють навантаження і факт.', recalled: () => 'Норму взято з памʼяті: звірте з текстом акта.',
    incomplete: ({ whole }) => `Робіт, де бракує кількості або хвилин: ${whole('count')}.`, noWork: () => 'Роботу не описано.', noHours: () => 'Робочого часу після вирахувань не лишається.', noActual: () => 'Зайняті ставки невідомі або не підтверджені.',
    workAbove: ({ n }) => `Норма (${n('norm')} на ставку) лишає на отримувача ${n('hours')} год на рік, а робота з допоміжною забирає ${n('work')} год: треба більше.`, workBelow: ({ n }) => `Норма (${n('norm')} на ставку) лишає на отримувача ${n('hours')} год на рік, а робота з допоміжною забирає ${n('work')} год: треба менше.`, workEqual: ({ n }) => `Норма (${n('norm')} на ставку) і навантаження збігаються.`,
    travel: ({ share }) => `Дорога забирає ${share('part')} часу.`, travelUsual: ({ share }) => `Дорога забирає ${share('part')} часу за припущенням: де живуть отримувачі, не введено.`, untouched: ({ whole }) => `Робіт зі звичайного переліку, які не описано й не враховано: ${whole('count')}.`,
    correction: ({ n, text }) => `Поправка «${text('reason')}»: ${text('name')} – ${n('minutes')} хв в один бік.`, correctionBefore: ({ n, text }) => `Поправка «${text('reason')}»: ${text('name')} – ${n('minutes')} хв в один бік замість ${n('before')}.`,
    vacant: ({ n }) => `Вакантні ${n('vacant')} ст. з ${n('posts')}.`, load: ({ n }) => `На зайняту ставку припадає ${n('load')} отримувачів.`, loadAbove: ({ n }) => `На зайняту ставку припадає ${n('load')} отримувачів – більше за норму ${n('norm')}.`,
    pressure: ({ share }) => `Працівників вистачає на ${share('part')} роботи: решту виконують понаднормово або не виконують.`, enough: ({ share }) => `Людей вистачає: зайняті ставки становлять ${share('part')} потрібних.`,
  } as Reasons,
  point: {
    staff: ({ text }) => `Єдина зайнята ставка: ${text('name')}, ${text('provider')}`, worker: ({ text }) => `Єдиний працівник послуги, ${text('provider')}`, vehicle: ({ text }) => `Єдиний автомобіль, ${text('provider')}`, power: ({ text }) => `Немає генератора: ${text('name')}, ${text('provider')}`, powerUnknown: ({ text }) => `Чи є генератор, не вказано: ${text('name')}, ${text('provider')}`,
  } as Reasons,
};
type Words = typeof uk;

const en: Words = {
  title: 'Staffing table, norms and workload', subject: 'Staff of social services', year: (year) => `${year}`, edition: 'Edition: working', watermark: 'training data', table: 'Table', unknown: 'n/k',
  sum: (posts, filled, vacant) => `By the staffing table there are ${posts} posts, ${filled} filled, ${vacant} vacant.`, pay: (sum) => `Pay of the posts filled: UAH ${sum} a month.`, payUnknown: 'The pay fund is not counted: pay or filling of some positions is not entered.',
  carried: (n) => `Positions carried over from the year before and not confirmed: ${n}; they do not count.`, noTable: 'No staffing table of this year is entered.', roles: 'A position is a role: the table holds no names.',
  positions: 'Staffing table', position: 'Position, category, service', service: 'Service', posts: 'Posts', filled: 'Filled', vacant: 'Vacant', payCol: 'Pay, UAH/month', ages: 'Age: under 35 / 35–49 / 50–59 / 60+', schooling: 'Education: in the field / other higher / vocational / none', management: 'Management and support', source: (texts) => `Source: ${texts}.`,
  three: 'Three numbers: by norm, by workload, as it is', threeCaption: 'How many posts are needed and how many there are', who: 'Category, service, provider', served: 'Served', norm: 'By norm', workload: 'By workload', actual: 'Filled', difference: 'Difference', ratio: 'Filled / needed', why: 'Why', noThree: 'There is nothing to compare: neither a staffing table nor figures of providers are entered.',
  threeNote: 'By norm: recipients divided by the norm per post. By workload: time of the work divided by the available working time (WISN of the WHO). Difference: filled less needed by workload. “~” rests on an assumption, “*” on a recalled norm: check with the text of the act; “n/k” means not known.',
  vacancies: 'Vacancies', vacanciesCaption: 'Vacant posts by category', noVacancies: 'The staffing table has no vacancies, or is not filled in.',
  cliff: 'Age: posts filled that are left when nobody is hired', cliffCaption: 'Posts filled by year', category: 'Category', people: 'People', cliffNote: (age) => `People leave work at ${age} (an assumption that can be changed). Only age bands are known, so the least and the most stand in brackets.`, noAges: 'No counts by age are entered.', agesMissing: (names) => `Without counts by age: ${names}.`,
  points: 'What stops when one person, vehicle or the power drops out', pointsCaption: 'Single people, vehicles and power', what: 'What drops out', depends: 'Services and people', atRisk: 'People at risk', pointsNote: 'Somebody may receive several services, so it says “from – to”; persons and families are not added.', noPoints: 'No such points were found, or posts, vehicles and buildings are not entered.', more: (n) => `And ${n} more: the whole list is in the program.`,
  time: 'Working time and assumptions', timeCaption: 'Parameters of the calculation', parameter: 'Parameter', value: 'Value', basis: 'Basis', own: 'own value', hours: (n) => `Available working time of one worker: ${n} hours a year.`, noHours: 'No working time is left after deductions.',
  special: (names) => `Categories with working time of their own: ${names}.`,
  reason: {
    noNorm: () => 'There is no norm per post: a decision on a local norm is needed.', noServed: () => 'It is not known how many people this provider serves.', notByNorm: () => 'There is no norm of posts for this category: workload and actual are compared.', recalled: () => 'The norm is recalled: compare it with the text of the act.',
    incomplete: ({ whole }) => `Lines of work without number or minutes: ${whole('count')}.`, noWork: () => 'The work is not described.', noHours: () => 'No working time is left after deductions.', noActual: () => 'Posts filled are not known or not confirmed.',
    workAbove: ({ n }) => `The norm (${n('norm')} per post) leaves ${n('hours')} hours a year for a recipient, while the work with support work takes ${n('work')}: more is needed.`, workBelow: ({ n }) => `The norm (${n('norm')} per post) leaves ${n('hours')} hours a year for a recipient, while the work with support work takes ${n('work')}: less is needed.`, workEqual: ({ n }) => `The norm (${n('norm')} per post) and the workload agree.`,
    travel: ({ share }) => `Travel takes ${share('part')} of the time.`, travelUsual: ({ share }) => `Travel takes ${share('part')} of the time by assumption: where recipients live is not entered.`, untouched: ({ whole }) => `Lines of the usual list that are not described and do not count: ${whole('count')}.`,
    correction: ({ n, text }) => `Correction “${text('reason')}”: ${text('name')} – ${n('minutes')} minutes one way.`, correctionBefore: ({ n, text }) => `Correction “${text('reason')}”: ${text('name')} – ${n('minutes')} minutes one way instead of ${n('before')}.`,
    vacant: ({ n }) => `Of ${n('posts')} posts ${n('vacant')} are vacant.`, load: ({ n }) => `There are ${n('load')} recipients per post filled.`, loadAbove: ({ n }) => `There are ${n('load')} recipients per post filled – more than the norm of ${n('norm')}.`,
    pressure: ({ share }) => `The staff in post can cover ${share('part')} of the work: the rest is overtime or not done.`, enough: ({ share }) => `The staff is sufficient: filled posts make up ${share('part')} of those required.`,
  },
  point: {
    staff: ({ text }) => `The only post filled: ${text('name')}, ${text('provider')}`, worker: ({ text }) => `The only worker of the service, ${text('provider')}`, vehicle: ({ text }) => `The only vehicle, ${text('provider')}`, power: ({ text }) => `No generator: ${text('name')}, ${text('provider')}`, powerUnknown: ({ text }) => `Whether there is a generator is not said: ${text('name')}, ${text('provider')}`,
  },
};

/** Words of the paper of the staffing table. */
export const STAFF_WORDS = { uk, en } as const;

/** A reason or point in the words of the paper; an unknown key is a mistake that a test finds. */
export function sayStaff(words: Words, { key, params }: Sentence, how: { readonly number: (n: number) => string; readonly share: (n: number) => string; readonly label: (value: unknown) => string }): string {
  const [, kind = '', id = ''] = key.split('.');
  const number = (name: string): number => { const value = params[name]; return typeof value === 'number' ? value : 0; };
  const found = (kind === 'point' ? words.point : words.reason)[id];
  if (found === undefined) throw new Error(`no words for ${key}`);
  return found({ n: (name) => how.number(number(name)), whole: (name) => how.number(number(name)), share: (name) => how.share(number(name)), text: (name) => how.label(params[name]) });
}
