import { translit } from '../../contract/translit.ts';

/**
 * Given names by which the guard knows a person's name. Compiled by hand from common knowledge for this program (public domain; no register of
 * persons was used). Names that are not here are still known by patronymics, endings of surnames and initials.
 */
const MALE = `
адам адріан азар альберт альбін анатолій андріан андрій антін антон аркадій арсен арсеній артем артур архип аскольд афанасій богдан болеслав борис борислав вадим валентин
валерій валеріан варфоломій василь велимир веніамін вікентій віктор віталій віталій владислав влад володимир володислав всеволод вʼячеслав вячеслав гаврило геннадій генадій георгій герасим гліб
гнат гордій григорій густав давид дам'ян дан данило даниїл дем'ян демид денис дмитро дорофей едуард ельдар еміль ерік ернест євген євгеній євдоким єгор єлисей єремій єфрем єфим жан захар зеновій зиновій зіновій
іван ігнат ігор ілля іларіон інокентій ісак йосип йосиф казимир карен карл карпо кассіян касян кирило клим климент клавдій корній кость костянтин кузьма лавр лаврентій лазар лев левко леон леонід леонтій
лука лук'ян любомир людвиг макар максим максиміліан мар'ян марат марк марко мартин матвій мелетій микита микола мирон мирослав михайло михайл модест мойсей мстислав муса назар назарій натан нестор никифор никодим ніл
олег олекса олександр олексій олесь омелян онисим онуфрій орест осип остап охрім павло панас панкрат пантелеймон пилип петро платон потап прокіп прохор радим радислав радій ратибор рафаїл рем ренат рінат роберт родіон роман ростислав
руслан рустам рудольф самійло самсон сава святослав святополк северин северіан семен серафим сергій сидір сильвестр симон соломон спартак спиридон станіслав степан стефан тадей тадеуш тарас тимофій тимур тихін
тихон трифон трохим устим федір федот феодосій феофан філарет філіп фома фрол харитон хома христофор чеслав шаміль юліан юрій юхим яким яків ян януарій ярема аарон августин амвросій арістарх аркадій богуслав борис вітольд віліам вільгельм геннадій герман густав еразм зенон йоган йонас казимир кузьма кіндрат лаврін ладислав леопольд лонгин мефодій микодим наум омелько опанас остромир платон полікарп прокопій самуїл серафим спас теодор теофіл терентій трохим тихомир фадей фелікс франц юзеф юліуш юстин юстим яромир ясон ярослав яромир
микита миколай дмитрій сергей андрей алексей александр николай владимир дмитрий евгений юрий григорий василий михаил павел петр степан иван игорь илья кирилл анатолий валерий виталий вячеслав геннадий георгий
данила никита олександер руслан семён семен фёдор федор филипп эдуард яков тимофей матвей константин леонид аркадий виктор антоний ахмед магомед мустафа ібрагім алі мехмед рашид ісмаїл
`;
const FEMALE = `
августа аврора агафія агнеса агнія аделіна аделія адріана аза аліна аліса алла альбіна анастасія анатолія ангеліна андріана анжела анжеліка анна антоніна аріна арина асоль ася аурелія білла богдана божена борислава валентина
валерія ванда варвара василина васса вероніка веста віка вікторія віолета віолетта віра віталіна віталія влада владислава власта володимира галина ганна гафія генрієтта глафіра дана данута дар'я дарина дарія
діана діна домініка домна дора ева едіта еліна еліза елеонора ельвіра ельміра емілія емма есфір ераст єва євгенія євдокія єлизавета єлена єфросинія жанна зінаїда злата злата зоряна зоя іванна івета
ізабелла ізольда іларія інга інеса інна іраїда ірена ірина іскра ія калина камілла капітоліна каріна кароліна катерина кіра клавдія клара клементина корнелія крістіна ксенія лада лариса лаура лев'яна леоніда леся
лідія ліка лілія ліліана ліна лія лоліта луїза любава любов любомира людмила людвіга ляна майя мальвіна маргарита маріанна марина марія марта мар'яна маруся матильда матрона меланія мелана мілана милана милена мілена мирослава
мотря надія наталія наталя настя неля нелля неллі неоніла ніка ніна нонна одарка оксана олександра олена олеся ольга ольжена онися оріана оринa орися палажка параска параскевія пелагея поліна раїса регіна рената римма рита роза
роксолана роксана розалія романа росава руслана руфіна сабіна саломія світлана северина серафима сільвія сніжана соломія софія софія стефанія стефанида стелла сусанна таїса таісія тамара тамила тереза тетяна
уляна устина фаїна федора феодосія феофанія флора фросина хима харитина христина цвітана цецілія юлія юліана юстина явдоха ядвіга ада амалія аміна аніта антонида богуслава віолетта герда гелена дарина єлисавета златослава зінаїда іванка інеса йосипа казимира капітолина ліза леонтина лукія магдалина михайлина мелашка одарка октябрина орина павлина павла параскева поля прасковія пріска рузанна сара серафима сюзанна тереза устинія февронія феодора фекла харитя юзефа юнона явдоха яна яніна ярина ярослава
анастасия наталия наталья татьяна елена ирина ольга светлана екатерина людмила галина надежда вера любовь мария юлия анна оксана евгения елизавета зинаида нина раиса тамара лариса лидия валентина ксения дарья виктория
`;
/** Spellings in Latin letters that no table of transliteration makes. */
const LATIN = `
alexander alexandr aleksandr aleksander alexey aleksey alexei oleksii oleksiy andriy andrey andrii andrew anatoliy anatolii artur arthur dmytro dmitry dmitriy dmytrii eugene evgeny evgeniy yevhen yevhenii yevgen george heorhii ivan john igor ihor ilya illia
joseph yosyp kirill kyrylo kostiantyn konstantin maksym maxim maksim michael mykhailo mikhail mykola nikolay nikolai mykyta nikita oleh oleg pavlo pavel petro peter roman serhii serhiy sergiy sergey sergii sergei stanislav taras tymofii vadym vadim valerii valeriy
valery vasyl vasily viktor victor vitalii vitaliy vitaly volodymyr vladimir viacheslav vyacheslav yaroslav yurii yuriy yuri bohdan bogdan denys denis hryhorii danylo daniel david
alina alla anastasiia anastasiya anna hanna galyna halyna daria dariia iryna irina inna yuliia yulia julia kateryna katerina khrystyna kristina kseniia larysa lesia liliia liudmyla lyudmyla ludmila liubov maria mariia mariya maryna marina
nadiia nadia nataliia natalia natalya natalie olena elena oleksandra alexandra olha olga oksana polina sofiia sofia svitlana svetlana tetiana tetyana tatiana valentyna valentina victoria viktoriia viktoria vira vera yana zinaida zoia
`;

const plain = (list: string): string[] => list.replace(/['ʼ’]/g, '').split(/\s+/).filter((w) => w !== '');

/** Slavic names made of two roots, with their feminine forms: there are too many to list («Святослава», «Любомир»). */
const TWO_ROOTS = /^\p{L}{3,}(?:слав|мир|волод|полк|мил)(?:а|и|у|ою|ом)?$/u;

/** Names that are things, virtues and beasts as well: they need a surname beside them. */
const TWO_MEANINGS: ReadonlySet<string> = new Set(plain('влада віра надія любов роза слава роман лев марк рем іскра лада аврора мила ера люба злата воля лука калина зоря пава'));
/** Is a folded word a given name and hardly anything else? */
export const isGiven = (word: string): boolean => (GIVEN.has(word) && !TWO_MEANINGS.has(word)) || (word.length > 6 && TWO_ROOTS.test(word));
/** Is a folded word a given name in another case («Івана»; «дані» of «Дана» too), or one of two meanings? */
export const maybeGiven = (word: string): boolean => GIVEN_CASES.has(word) || TWO_MEANINGS.has(word);

/** Words with the ending of a surname. */
const NO_SURNAME: ReadonlySet<string> = new Set(plain('пошук наук друк передрук сполук звук внук онук павук розлук порук каучук сундук бамбук фейсбук ноутбук трюк індюк сценка сценку байдарук facebook notebook'));
/** Is a folded word a surname by its ending? */
export const isSurname = (word: string): boolean => word.length > 4 && SURNAME_STRONG.test(word) && !NO_SURNAME.has(word);

/** Endings of the cases of a given name: «Івана», «Івану», «Марії», «Олені». */
function cases(name: string): string[] {
  const stem = name.slice(0, -1);
  if (/[йь]$/.test(name)) return ['я', 'ю', 'єм', 'ем', 'ї', 'єві', 'еві'].map((e) => stem + e);
  if (name.endsWith('о')) return ['а', 'у', 'ом', 'ові'].map((e) => stem + e);
  if (name.endsWith('я')) return ['ї', 'і', 'ю', 'єю', 'ею'].map((e) => stem + e);
  if (name.endsWith('а')) return ['и', 'і', 'у', 'ою'].map((e) => stem + e);
  return /[бвгґджзклмнпрстфхцчшщ]$/.test(name) ? ['а', 'у', 'ом', 'ові'].map((e) => name + e) : [];
}

/** Words that are also things, places or virtues: such a name needs a surname beside it. */
const male = plain(MALE);
const female = plain(FEMALE);
/** Given names in the nominative, both alphabets, small letters, no apostrophes. */
export const GIVEN: ReadonlySet<string> = new Set([...male, ...female, ...plain(LATIN), ...[...male, ...female].map((n) => translit(n))]);
/** Other cases of given names that are not a nominative themselves. */
export const GIVEN_CASES: ReadonlySet<string> = new Set([...male, ...female].flatMap(cases).filter((form) => !GIVEN.has(form) && form.length > 3));

/** Patronymics of names in -а, and words from the Turkic order of names. */
const SHORT_PATRONYMICS: ReadonlySet<string> = new Set(plain(`ілліч ілліча іллічу ильич кузьмич кузьмича кузьмичу лукич лукича хомич хомича фомич савич саввич фокич никитич
  ильинична лукинична кузьминична фоминична никитична ilich illich ilyich kuzmych lukych огли оглу кизи кызы ogly oglu kyzy`));
/** Words that end like patronymics of women. */
const LIKE_PATRONYMICS: ReadonlySet<string> = new Set(plain('рівна рівні рівну нерівна керівна керівні керівну архівна архівні архівну чарівна чарівні тарифівна дівна'));

/** A patronymic: «Іванович», «Іллівна», «Кузьмич», cases of them, Russian and Latin spellings, «огли» and «кизи». Takes a folded word. */
export function isPatronymic(word: string): boolean {
  if (word.length < 4) return false;
  if (SHORT_PATRONYMICS.has(word)) return true;
  if (/.(?:[оеє]вич(?:а|у|ем|еві|ові)?|[oe]v[iy]t?ch)$/.test(word)) return true;
  if (/..(?:[ії]вн(?:а|и|і|у|ою)|[iy]vna)$/.test(word)) return !LIKE_PATRONYMICS.has(word);
  const russian = /^(..+?)(?:[оеь]е?вн(?:а|ы|и|е|у|ой)|[oe]vna)$/.exec(word)?.[1];
  return russian !== undefined && ['', 'й', 'ь', 'ий', 'а', 'я', 'y', 'iy', 'ii', 'a'].some((end) => GIVEN.has(russian + end));
}

/** Endings that hardly anything but a surname has: «Коваленко», «Ткачук», «Паламарчука». */
export const SURNAME_STRONG = /^\p{L}+(?:[еє]нк(?:о|а|у|ом|ові)|ч[уюа]к(?:а|у|ом|ові)?|щук(?:а|у|ом)?|(?<=\p{L}{2})юк(?:а|у|ом)?|(?<=\p{L}{3})ук|ишин[аіу]?|[аеєя]йко|швілі|дзе|enko|(?:ch|shch|i)uk|yshyn|(?<=\w{3})uk|shvili|dze)$/u;
/** Endings that surnames share with places and other words. */
export const SURNAME_WEAK = /^\p{L}+(?:ськ(?:ий|а|ого|ої|ому|ій)|цьк(?:ий|а|ого|ої|ому|ій)|зьк(?:ий|а|ого|ої|ому|ій)|[оеєії]в|[оеєії]ва|[иії]н|[иії]на|ик|як|ак|ець|ко|ло|ай|ей|ба|ян|янц|ич|их|ра|ло|ун|ар|яр|ло|ша|га|ха|ий|ой|skyi|skyy|skiy|sky|ska|tskyi|tska|ov|ova|ev|eva|iev|ieva|in|ina|yn|yna|yk|ak|iak|yak|ets|ko|yi|yy|iy|ych|ian)$/u;

/** Beginnings of words of institutions, places, services and papers: a text with them is not a bare name. */
const THING_BEGINS = plain(`
  центр терцентр школ ліце гімназ заклад установ організац підприємств товариств фонд спілк асоціац обєднан громад відділ управлін служб департамент
  бібліотек лікарн амбулатор поліклінік пансіонат інтернат будинок притул гуртожит садок дитсадок коледж універс інститут академ клуб музе церкв парафі
  місі хоспіс аптек район област округ груп клас курс рівен рівн ступ розряд етап кварт півріч блок корпус лінія категор додат таблиц розділ пункт
  статт старост територ вулиц площ провул проспект послуг догляд супровід допомог адаптац реабіліт консульт інформ осіб особ сімей діти дітей кількість
  усього всього разом село селище місто ферма фермерськ комунал держав обласн районн міськ сільськ селищн благодійн реліг соціальн український
  українськ червон хрест карітас center centre school fund hospital council district village city department service services foundation union group
  сімей сімї сімя`);
/** Whole words and abbreviations of that kind. */
const THINGS: ReadonlySet<string> = new Set(plain(`
  ку кз кнп кп дп тов пп го бф бо цнсп цсс цсссдм зош зосо днз здо зздо нвк ірц фап дюсш осбб оо мо вп ст ngo ltd llc type level рада ради раді`));
const THING_PATTERN = new RegExp(`^(?:${THING_BEGINS.join('|')})`, 'u');
/** Is a folded word one of an institution, a place, a service or a paper? */
export const isThing = (word: string): boolean => THINGS.has(word) || THING_PATTERN.test(word);

/** What may stand before a person's name that an institution or a street bears. */
export const IN_HONOUR = /(?:^|[^\p{L}])(?:(?:ім|імені|імя|памяті|named after)\.?(?:\s*\p{L}+\.?){0,2}|(?:святого|святої|святих|свято|св|вул|вулиця|вулиці|пров|провулок|площа|проспект|бульвар|st)\.?(?:\s*\p{L}\.){0,2})\s*$/u;
/** Words beside which a surname or a given name is part of the name of a place: «Крива Лука», «Галина Воля», «Шевченко Перше». */
export const OF_PLACE = /^(?:нов|стар|велик|мал|верхн|нижн|середн|перш|друг|трет|красн|крив|сух|довг|добр|княж|березов|зелен|свят|бурлук)(?:а|е|ий|ій|і|я|є|ого|ої)?$|^(?:воля|гора|яр|балка|гута|слобода|слобідка|долина|поляна|буда|рудня|лозуватка|хутір|ферма|луг|гай|поле)$/u;

/** Registered names of providers that are persons: allowed in a column of providers. */
export const SOLE_TRADER = /(?:^|[^\p{L}])(?:фоп|ф-оп|фо-п|фізична особа[ -]?підприємець|спд(?:[ -]?фо)?|фг|сфг|фермерське господарство|sole trader|fop)(?!\p{L})/u;
