import { translit } from '#contract/translit.ts';

/** A seeded source of chance (mulberry32): the same corpus on every machine. */
export function chance(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6D2B79F5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, pick: <T>(list: readonly T[]): T => list[below(list.length)] as T, digits: (n: number): string => Array.from({ length: n }, () => below(10)).join('') };
}
export type Chance = ReturnType<typeof chance>;

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Surnames, [man, woman]; the guard has no list of surnames at all. About two of five have an ending that only surnames have. */
const SURNAMES: readonly (readonly [string, string])[] = [
  ...words(`Бойко Кравець Коваль Мороз Ткач Гончар Швець Бондар Кулик Вовк Заєць Куліш Гайдамака Лисиця Гнатів Федорів Сеник Дорош Кузьмів Стець Баран Рибак Мельник Олійник Козак Чумак Пастух Мазур Козуб Сорока Голуб Соловей Чайка
    Дзюба Сухомлин Коломієць Литвин Білоус Скиба Пелех Гудзь Деркач Панас Крук Цимбал Жук Журба Ярош Зозуля Горобець Перепелиця Шаповал Кожумʼяка Непийвода Вернигора Перебийніс Тягнирядно Стус Рильський-Гай Химич Кіндрат Процик Гриб Кисіль Лопата Муха
    Остапів Яців Ільків Стахів Паньків Дмитрів Возняк Поляк Словак Новак Гутник Скляр Стельмах Кушнір Римар Лимар Бондарчак Демчишин Петришин Романишин Данилишин Яремчишин Гаврилишин Шевцов-Мельник`).map((s) => [s, s] as const),
  ...words('Шевченко Левченко Тимошенко Панасенко Яременко Ющенко Остапенко Овчаренко Кириленко Терещенко Кучеренко Ярмоленко Лукʼяненко Демʼяненко Заболотенко Швидченко Супруненко Безкоровайненко Щербаненко Тесленко').map((s) => [s, s] as const),
  ...words('Панчук Савчук Козачук Романюк Гаврилюк Костюк Павлюк Семчук Полтавчук Климчук Данилюк Ярощук Кравчук Мартинюк Хомʼячук Бондарук Лавренюк Тарасюк Мусійчук').map((s) => [s, s] as const),
  ...words('Новицький Вишневський Левицький Заболотний Яворський Сосновський Домбровський Лісовий Польовий Гайовий Чорний Білий Рудий Кривий Глухий Добровольський Загорський Стадницький Пташинський Ковалевський Підгорний Нагорний Степовий Тихий')
    .map((s) => [s, s.replace(/ий$/, 'а')] as const),
  ...words('Петров Кузнєцов Морозов Федоров Панов Соколов Орлов Бєлов Зайцев Лебедєв Ткачов Мельников Гусєв Ковальов Сафонов Рябов Воронін Калінін Нікітін Фомін Ільїн Шишкін').map((s) => [s, `${s}а`] as const),
  ...words('Абдулаєв Сулейманов Меметов Аблямітов Ісмаїлов Манукян Саркісян Петросян Гогоберідзе Чхеїдзе Рустамов Мамедов').map((s) => [s, s.endsWith('в') ? `${s}а` : s] as const),
];
/** [given name, patronymic made of it: man, woman] */
const MEN: readonly (readonly [string, string, string])[] = words(`
  Олександр:Олександрович:Олександрівна Сергій:Сергійович:Сергіївна Володимир:Володимирович:Володимирівна Андрій:Андрійович:Андріївна Іван:Іванович:Іванівна Микола:Миколайович:Миколаївна Василь:Васильович:Василівна
  Петро:Петрович:Петрівна Михайло:Михайлович:Михайлівна Юрій:Юрійович:Юріївна Віктор:Вікторович:Вікторівна Анатолій:Анатолійович:Анатоліївна Григорій:Григорович:Григорівна Олег:Олегович:Олегівна Ігор:Ігорович:Ігорівна
  Ярослав:Ярославович:Ярославівна Богдан:Богданович:Богданівна Степан:Степанович:Степанівна Дмитро:Дмитрович:Дмитрівна Євген:Євгенович:Євгенівна Ілля:Ілліч:Іллівна Кузьма:Кузьмич:Кузьмівна Яків:Якович:Яківна Лука:Лукич:Луківна
  Максим:Максимович:Максимівна Артем:Артемович:Артемівна Тарас:Тарасович:Тарасівна Данило:Данилович:Данилівна Вʼячеслав:Вʼячеславович:Вʼячеславівна Валерій:Валерійович:Валеріївна Леонід:Леонідович:Леонідівна Павло:Павлович:Павлівна`)
  .map((w) => w.split(':') as [string, string, string]);
const WOMEN = words(`Олена Наталія Тетяна Людмила Ірина Світлана Оксана Галина Ольга Марія Ганна Валентина Катерина Надія Любов Віра Юлія Вікторія Анна Лариса Раїса Ніна Тамара Зінаїда Лідія Софія Дарʼя Мирослава Леся Параска`);
/** Given names that are not in the guard's list (a test holds this): foreign, rare and new ones. */
export const RARE_MEN = words('Айдер Ленур Енвер Арташес Ваган Гурам Зураб Тенгіз Асан Ескендер Олівер Еміліан Крістіан Матео Ратмир-Лев Юхимко Добриня Златан Гіві Нурлан');
export const RARE_WOMEN = words('Зарема Ельзара Лілі-Роза Айше Гюльнара Нателла Мзія Асмік Шушанік Емілі Мішель Соланж Зульфія Айгуль Мар-Яна Бажена-Марта Домця Гафійка Оленка Еліф');

export interface Person { readonly surname: string; readonly given: string; readonly patronymic: string }
export const SURNAME_FORMS = SURNAMES.flat();

/** A made-up person; one in eight has a given name that is not in the guard's list. */
export function person(c: Chance): Person {
  const man = c.next() < 0.45;
  const father = c.pick(MEN);
  const rare = c.next() < 1 / 8;
  const given = man ? (rare ? c.pick(RARE_MEN) : c.pick(MEN)[0]) : rare ? c.pick(RARE_WOMEN) : c.pick(WOMEN);
  return { surname: c.pick(SURNAMES)[man ? 0 : 1], given, patronymic: father[man ? 1 : 2] };
}

const NAME_FORMS: readonly (readonly [number, (p: Person, c: Chance) => string])[] = [
  [24, (p) => `${p.surname} ${p.given} ${p.patronymic}`],
  [6, (p) => `${p.given} ${p.patronymic} ${p.surname}`],
  [5, (p) => `${p.surname} ${p.given} ${p.patronymic}`.toUpperCase()],
  [3, (p) => `${p.surname} ${p.given} ${p.patronymic}`.toLowerCase()],
  [3, (p) => `${p.surname.toUpperCase()} ${p.given} ${p.patronymic}`],
  [10, (p) => `${p.surname} ${p.given.charAt(0)}. ${p.patronymic.charAt(0)}.`],
  [10, (p) => `${p.surname} ${p.given.charAt(0)}.${p.patronymic.charAt(0)}.`],
  [5, (p) => `${p.given.charAt(0)}. ${p.patronymic.charAt(0)}. ${p.surname}`],
  [3, (p) => `${p.given.charAt(0)}.${p.patronymic.charAt(0)}.${p.surname}`],
  [2, (p) => `${p.surname} ${p.given.charAt(0)}.${p.patronymic.charAt(0)}.`.toLowerCase()],
  [3, (p) => `${p.surname} ${p.given.charAt(0)}.`],
  [7, (p) => `${p.surname} ${p.given}`],
  [4, (p) => `${p.given} ${p.surname}`],
  [3, (p) => translit(`${p.surname} ${p.given} ${p.patronymic}`)],
  [2, (p) => translit(`${p.given} ${p.surname}`)],
  [2, (p, c) => `${c.below(90) + 1}. ${p.surname} ${p.given} ${p.patronymic}`],
  [2, (p) => `гр. ${p.surname} ${p.given.charAt(0)}.${p.patronymic.charAt(0)}., інвалідність 2 група`],
  [2, (p) => `одинока, ${p.surname} ${p.given} ${p.patronymic}, потребує догляду`],
  [2, (p) => `${p.surname.replaceAll('і', 'i').replaceAll('о', 'o')}  ${p.given}\u00A0${p.patronymic} `],
  [2, (p) => `${p.surname},${p.given},${p.patronymic}`],
];
export function weighted<T>(c: Chance, forms: readonly (readonly [number, T])[]): T {
  let at = c.next() * forms.reduce((sum, [w]) => sum + w, 0);
  for (const [w, form] of forms) { at -= w; if (at < 0) return form; }
  return (forms[0] as readonly [number, T])[1];
}
export const name = (c: Chance): string => weighted(c, NAME_FORMS)(person(c), c);

/** A taxpayer's number by the published rule, written apart from the guard's code: birthday 1925–2015. */
export function taxDigits(c: Chance): string {
  const born = 9132 + c.below(33_000);
  const nine = `${String(born).padStart(5, '0')}${c.digits(4)}`;
  const [a = 0, b = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0] = [...nine].map(Number);
  const sum = -a + 5 * b + 7 * d + 9 * e + 4 * f + 6 * g + 10 * h + 5 * i + 7 * j;
  return `${nine}${(((sum % 11) + 11) % 11) % 10}`;
}
export function taxNumber(c: Chance): string | number {
  const t = taxDigits(c);
  return c.pick<() => string | number>([() => t, () => t, () => t, () => (t.startsWith('0') ? t : Number(t)), () => ` ${t} `, () => `${t.slice(0, 5)} ${t.slice(5)}`, () => `${t.slice(0, 4)} ${t.slice(4, 7)} ${t.slice(7)}`, () => `РНОКПП ${t}`, () => `ІПН: ${t}`,
    () => `ід.код ${t}`, () => `${t.slice(0, 3)}\u00A0${t.slice(3, 6)}\u00A0${t.slice(6)}`, () => `'${t}`, () => `${t};`, () => `отримує допомогу, ${t}, з 2024 року`])();
}

const MOBILE = ['39', '50', '63', '66', '67', '68', '73', '91', '92', '93', '94', '95', '96', '97', '98', '99'];
const TOWN = ['44', '32', '48', '56', '57', '61', '462', '4632', '4637', '5366', '3849', '412'];
export function phone(c: Chance): string | number {
  const code = c.next() < 0.8 ? c.pick(MOBILE) : c.pick(TOWN);
  let n = c.digits(9 - code.length);
  if (/0{4,}$/.test(n)) n = `${n.slice(0, -1)}7`;
  const t = n.length;
  const split = `${n.slice(0, t - 4)}-${n.slice(t - 4, t - 2)}-${n.slice(t - 2)}`;
  return c.pick<() => string | number>([() => `+380${code}${n}`, () => `+38 (0${code}) ${split}`, () => `380${code}${n}`, () => Number(`380${code}${n}`), () => `0${code}${n}`, () => `0${code} ${split.replaceAll('-', ' ')}`, () => `0${code}-${split}`, () => `(0${code}) ${split}`,
    () => `0${code} ${n}`, () => `8 0${code} ${split}`, () => `+38-0${code}-${split}`, () => `тел. 0${code}${n}`, () => `моб.(0${code})${n}`, () => `0${code}.${split.replaceAll('-', '.')}`, () => `+38(0${code})${split}; вдома після 18`, () => `0${code}${n}, 0${c.pick(MOBILE)}${c.digits(7)}`])();
}

const HOSTS = ['gmail.com', 'ukr.net', 'i.ua', 'meta.ua', 'cg.gov.ua', 'outlook.com', 'gromada.org.ua'];
export function email(c: Chance): string {
  const p = person(c);
  const local = c.pick([translit(p.surname), `${translit(p.given)}.${translit(p.surname)}`, `${translit(p.given).charAt(0)}${translit(p.surname)}${c.below(99)}`, `tc_${c.digits(4)}`]).toLowerCase().replace(/[^a-z0-9._-]/g, '');
  const host = c.pick(HOSTS);
  return c.pick([`${local}@${host}`, `${local}@${host}`, `${local}@${host}`.toUpperCase(), ` ${local}@${host} `, `e-mail: ${local}@${host}`, `${local} @ ${host}`, `${local}(at)${host}`, `${local}@${host.replace('.', ',')}`, `<${local}@${host}>`, `тел. немає, ${local}@${host}`]);
}

const CYRILLIC_SERIES = ['АА', 'ВК', 'ЕЕ', 'КМ', 'НК', 'СА', 'ТТ', 'МВ'];
export function passport(c: Chance): string {
  const s = c.pick(CYRILLIC_SERIES);
  const n = c.digits(6);
  return c.pick([`${s} ${n}`, `${s}${n}`, `${s} № ${n}`, `${s}№${n}`, `паспорт ${s} ${n}`, `серія ${s} номер ${n}, виданий Прилуцьким РВ`, `FA${n}`, `${c.below(60) + 1950}0${1 + c.below(9)}1${c.below(10)}-${c.digits(5)}`, `паспорт № 00${c.digits(7)}`, `00${c.digits(7)}`, `посвідчення ${s} ${n}`, `I-ФП № ${n}`]);
}

export function birthDate(c: Chance): string | { readonly date: string } {
  const [y, m, d] = [1926 + c.below(78), 1 + c.below(12), 1 + c.below(28)];
  const [mm, dd] = [String(m).padStart(2, '0'), String(d).padStart(2, '0')];
  return c.pick<() => string | { readonly date: string }>([() => `${dd}.${mm}.${y}`, () => `${dd}.${mm}.${y} р.н.`, () => ({ date: `${y}-${mm}-${dd}` }), () => `${y}-${mm}-${dd}`, () => `${dd}/${mm}/${y}`, () => `${y} р.н.`, () => `${y} р. н.`, () => `нар. ${dd}.${mm}.${y}`, () => `${dd}.${mm}.${y} року народження`])();
}

const STREETS = ['Миру', 'Соборна', 'Тараса Шевченка', 'Лесі Українки', 'Садова', '8 Березня', 'Захисників України', 'Набережна', 'Шкільна', 'Героїв Крут', 'Б. Хмельницького', 'Київський шлях'];
export function address(c: Chance): string {
  const [street, house, flat] = [c.pick(STREETS), c.below(180) + 1, c.below(120) + 1];
  return c.pick([`вул. ${street}, ${house}`, `вул.${street} ${house} кв.${flat}`, `вулиця ${street}, буд. ${house}, кв. ${flat}`, `с. Іванівка, вул. ${street}, ${house}`, `пров. ${street}, ${house}А`, `м. Суми, просп. ${street}, буд. ${house}/${flat}`, `ВУЛ. ${street.toUpperCase()}, ${house}`,
    `б-р ${street}, ${house}`, `${street}, ${house}, кв. ${flat}`, `пл. ${street}, ${house}`, `вул. ${street}`, `пр-т ${street}, ${house}-${flat}`, `17300, Чернігівська обл., смт Срібне, вул. ${street}, ${house}`]);
}
