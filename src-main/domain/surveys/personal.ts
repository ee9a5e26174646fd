import { foldText } from '../../contract/parse.ts';
import type { QuestionView } from '../../contract/api/surveys.ts';

/** Words by which a question asks who somebody is. Order decides where several fit. */
const ASKS: readonly (readonly [NonNullable<QuestionView['asks']>, RegExp])[] = [
  ['taxNumber', /рнокпп|податков\p{L}* номер|ідентифікаційн\p{L}* (номер|код)|\bіпн\b|tax (number|id)/u],
  ['document', /паспорт|посвідчен\p{L}* (особи|№|номер)|номер посвідчен|унзр|passport|id card/u],
  ['phone', /телефон|мобільн\p{L}* номер|номер мобільн|viber|вайбер|telegram|телеграм|whatsapp|phone/u],
  ['email', /e-?mail|електронн\p{L}* (пошт|адрес)|імейл/u],
  ['birthDate', /дат\p{L}* народжен|день народжен|коли (ви )?народил|date of birth|birthday/u],
  ['address', /адрес|вулиц|номер (будинку|квартири)|де саме (ви )?(живете|мешкаєте|проживаєте)|home address|street/u],
  ['name', /прізвищ|(^|[^\p{L}])піб([^\p{L}]|$)|п\.\s?і\.\s?б|по батькові|(ваше|повне) імʼя|як вас звати|імʼя та|full name|surname|your name/u],
];
/** A question may tell people not to write such things. */
const FORBIDS = /(не (пишіть|вказуйте|зазначайте|називайте)|без (імен|прізвищ|адрес|телефон)|write no|do not (write|give))[^.?!]*/gu;

/** A question or a head without the words that tell people what not to write. */
export const withoutForbidding = (text: string): string => foldText(text).replace(FORBIDS, ' ');

/** Which personal data the words of a question ask for; null = none that is recognised. */
export function asksPersonal(text: string): QuestionView['asks'] {
  const words = withoutForbidding(text);
  return ASKS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** E-mails, profile names, links, and runs of nine and more digits (phones, tax and card numbers), however they are spaced. */
const HIDDEN = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}|(?<![\p{L}\d])@[a-z\d_]{4,}|https?:\/\/\S+|\+?\d(?:[\s().-]?\d){8,}/giu;
/** Stands where something was hidden. */
export const MASK = '[…]';

/** An open answer with what looks personal hidden, and how many pieces were. */
export function hidePersonal(text: string): { readonly text: string; readonly hidden: number } {
  let hidden = 0;
  const kept = text.replace(HIDDEN, () => { hidden += 1; return MASK; });
  return { text: kept, hidden };
}
