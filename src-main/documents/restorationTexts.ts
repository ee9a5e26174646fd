import { en as commonEn } from './texts.en.ts';
import { uk as commonUk } from './texts.uk.ts';
import type { Language } from './tree.ts';

const uk = {
  title: 'Відновлення послуг', watermark: commonUk.watermark, edition: commonUk.edition.service,
  status: { rear: 'Громада поза районами бойових дій', occupied: 'Громада окупована', partly_occupied: 'Громада частково окупована', active_hostilities: 'Територія активних бойових дій', possible_hostilities: 'Територія можливих бойових дій', deoccupied: 'Громада деокупована', former_hostilities: 'Бойові дії завершено' },
  since: (day: string) => `з ${day}`, asOf: (day: string) => `станом на ${day}`,
  sum: (known: number, all: number, restored: number, stopped: number) => `Стан відомо для ${known} з ${all} послуг і пунктів: як раніше або краще – ${restored}, не працює – ${stopped}.`,
  destroyed: (n: number) => `Зруйнованих закладів: ${n}.`, conflict: 'усі заклади надавачів зруйновано', states: 'Стан послуг', noStates: 'Станів ще не введено.', service: 'Послуга або пункт', scale: 'Шкала (пропозиція програми)',
  phase: {
    occupation: { before: 'До окупації', during: 'Окупація', now: 'Тепер', plan: 'План' }, hostilities: { before: 'До бойових дій', during: 'Бойові дії', now: 'Тепер', plan: 'План' }, rear: { before: 'До 24.02.2022', during: 'Найважчий час', now: 'Тепер', plan: 'План' },
  },
  number: '№', tasks: 'Що зробити', noTasks: 'Завдань немає.', task: 'Завдання', who: 'Хто відповідає; хто допомагає', when: 'Найраніше', waits: 'Чекає на', cost: 'Вартість', notBefore: 'не раніше', canStart: 'можна починати', unknown: 'н/д',
  late: (n: number) => `після строку на ${n} дн.`, money: (n: string) => `${n} грн`,
  plan: (can: number, blocked: number, end: string, sure: boolean, cost: string, unknown: number) => `Можна починати: ${can}; чекають на інші: ${blocked}. Усе разом ${sure ? 'найраніше завершиться' : 'завершиться не раніше'} ${end}. Вартість: ${cost}${unknown > 0 ? ` (без оцінки завдань: ${unknown})` : ''}.`,
  informing: 'Інформування мешканців', noChannels: 'Каналів інформування не введено.', channels: (n: number) => `Каналів: ${n}.`, gap: { none: 'Без жодного каналу', power: 'Без каналу, що працює без світла', internet: 'Без каналу, що працює без інтернету' }, untold: 'Стан змінився, а мешканцям не сказали',
  checks: 'Гендер та інклюзія', answers: (yes: number, no: number, na: number, open: number) => `Так – ${yes}, ні – ${no}, не застосовується – ${na}, без відповіді – ${open}.`, no: 'ні',
  aid: 'Допомога донорів, що закінчується', noAid: 'Допомоги не введено.', noRisk: 'Допомоги, що скоро закінчується, немає.', donor: 'Хто і що', until: 'До', ends: 'Що припиниться', after: 'Хто далі', noEnd: 'кінець не відомий', over: 'закінчилася', nobody: 'нікого не визначено',
  more: (n: number) => `і ще ${n}`, on: (day: string) => `На ${day}.`, days: 'Найраніші дати – у календарних днях за залежностями завдань.',
};
type Words = typeof uk;
const en: Words = {
  title: 'Restoration of services', watermark: commonEn.watermark, edition: commonEn.edition.service,
  status: { rear: 'The community lies outside areas of hostilities', occupied: 'The community is occupied', partly_occupied: 'The community is partly occupied', active_hostilities: 'Territory of active hostilities', possible_hostilities: 'Territory of possible hostilities', deoccupied: 'The community is de-occupied', former_hostilities: 'Hostilities have ended' },
  since: (day) => `since ${day}`, asOf: (day) => `as of ${day}`,
  sum: (known, all, restored, stopped) => `The state is known for ${known} of ${all} services and points: as before or better ${restored}, stopped ${stopped}.`,
  destroyed: (n) => `Facilities destroyed: ${n}.`, conflict: 'every facility of its providers is destroyed', states: 'State of services', noStates: 'No states have been entered yet.', service: 'Service or point', scale: 'Scale (proposal of the program)',
  phase: {
    occupation: { before: 'Before occupation', during: 'Occupation', now: 'Now', plan: 'Plan' }, hostilities: { before: 'Before hostilities', during: 'Hostilities', now: 'Now', plan: 'Plan' }, rear: { before: 'Before 24.02.2022', during: 'Hardest time', now: 'Now', plan: 'Plan' },
  },
  number: 'No.', tasks: 'What is to be done', noTasks: 'There are no tasks.', task: 'Task', who: 'Who is responsible; who helps', when: 'Earliest', waits: 'Waits for', cost: 'Cost', notBefore: 'not before', canStart: 'can start', unknown: 'n/k',
  late: (n) => `${n} d after the term`, money: (n) => `UAH ${n}`,
  plan: (can, blocked, end, sure, cost, unknown) => `Can start: ${can}; wait for others: ${blocked}. All of it ends ${sure ? 'at the earliest' : 'not before'} ${end}. Cost: ${cost}${unknown > 0 ? ` (tasks without an estimate: ${unknown})` : ''}.`,
  informing: 'Informing residents', noChannels: 'No channels of informing have been entered.', channels: (n) => `Channels: ${n}.`, gap: { none: 'Without any channel', power: 'Without a channel that works without power', internet: 'Without a channel that works without internet' }, untold: 'The state changed and residents were not told',
  checks: 'Gender and inclusion', answers: (yes, no, na, open) => `Yes ${yes}, no ${no}, does not apply ${na}, not answered ${open}.`, no: 'no',
  aid: 'Donors’ help that ends', noAid: 'No help has been entered.', noRisk: 'No help ends soon.', donor: 'Who and what', until: 'Until', ends: 'What stops', after: 'Who goes on', noEnd: 'end not known', over: 'ended', nobody: 'nobody named',
  more: (n) => `and ${n} more`, on: (day) => `On ${day}.`, days: 'The earliest days are calendar days by the dependencies of tasks.',
};
export const WORDS: Readonly<Record<Language, Words>> = { uk, en };
