import type { Question } from '../contract/api/surveys.ts';
import { paragraph, plain, type Block, type Inline, type Language, type Paper } from './tree.ts';

/** What a questionnaire is printed from. */
export interface QuestionnaireIn {
  readonly language: Language;
  readonly large: boolean;
  readonly name: string;
  readonly community: string;
  readonly teaching: boolean;
  readonly questions: readonly Question[];
}

const TEXTS = {
  uk: {
    intro: 'Анкета анонімна. Не пишіть імені, телефону, адреси чи номерів документів. Відповіді побачать лише разом, числами: за ними громада вирішує, які соціальні послуги потрібні.',
    how: 'Позначте обрану відповідь так: ☒. На запитання можна не відповідати.',
    many: 'Можна позначити кілька.', scale: (max: number, told: boolean) => (told ? `Обведіть число від 1 до ${max}.` : `Обведіть число від 1 (зовсім ні) до ${max} (цілком так).`),
    services: 'Соціальні послуги. Позначте щодо себе', service: 'Послуга', needs: 'Потребую', gets: 'Отримую', satisfied: 'Якщо отримуєте: чи задоволені? 1 – зовсім ні, 5 – цілком',
    yesNo: ['☐\u00a0так', '☐\u00a0ні'], subject: 'Анкета', edition: 'Анонімно', watermark: 'навчальні дані', thanks: 'Дякуємо за відповіді.',
  },
  en: {
    intro: 'This questionnaire is anonymous. Please do not write your name, phone, address or document numbers. Answers are seen only together, as numbers: they help the community decide which social services are needed.',
    how: 'Mark your answer like this: ☒. You need not answer every question.',
    many: 'You may mark several.', scale: (max: number, told: boolean) => (told ? `Circle a number from 1 to ${max}.` : `Circle a number from 1 (not at all) to ${max} (fully).`),
    services: 'Social services. Mark what is true for you', service: 'Service', needs: 'I need it', gets: 'I get it', satisfied: 'If you get it: are you satisfied? 1 not at all, 5 fully',
    yesNo: ['☐\u00a0yes', '☐\u00a0no'], subject: 'Questionnaire', edition: 'Anonymous', watermark: 'training data', thanks: 'Thank you for your answers.',
  },
} as const;

const lineOf = (large: boolean): string => '_'.repeat(large ? 40 : 60);
const left = (text: string, keepNext = false): Block => ({ ...paragraph(text), align: 'left', keepNext });

/** A questionnaire as a paper: anonymous, numbered, services that follow each other in one table. What a question says itself (several may be marked, what the numbers mean) is not said again. */
export function questionnairePaper({ language, large, name, community, teaching, questions }: QuestionnaireIn): Paper {
  const t = TEXTS[language];
  const blocks: Block[] = [left(t.intro), left(t.how)];
  let number = 0;
  for (let at = 0; at < questions.length; at += 1) {
    const question = questions[at];
    if (question === undefined) continue;
    if (question.kind === 'service') {
      const rows: Inline[][] = [];
      for (; questions[at]?.kind === 'service'; at += 1) {
        number += 1;
        const box = t.yesNo.join('  ');
        rows.push([plain(`${number}. ${questions[at]?.title ?? ''}`), plain(box), plain(box), plain('1  2  3  4  5')]);
      }
      at -= 1;
      blocks.push({ kind: 'table', caption: t.services, rows, columns: [
        { title: t.service, align: 'left', share: 46 }, { title: t.needs, align: 'center', share: 17 }, { title: t.gets, align: 'center', share: 17 }, { title: t.satisfied, align: 'center', share: 20 },
      ] });
      continue;
    }
    number += 1;
    blocks.push({ kind: 'paragraph', align: 'left', keepNext: true, runs: [{ text: `${number}. ${question.title}`, bold: true }, ...(question.kind === 'multiple' && !question.title.includes(t.many) ? [{ text: ` ${t.many}` }] : [])] });
    if (question.kind === 'scale') blocks.push(left(t.scale(question.max, /\d/.test(question.title)), true), left(Array.from({ length: question.max }, (_, i) => i + 1).join('     ')));
    else if (question.kind === 'number') blocks.push(left('_'.repeat(12)));
    else if (question.kind === 'open') blocks.push(...[true, true, false].map((keep) => left(lineOf(large), keep)));
    else question.options.forEach((option, i) => blocks.push(left(`☐\u00a0${option.text}`, i === 0)));
  }
  blocks.push(left(t.thanks));
  return {
    language, edition: 'service', editionLabel: t.edition, watermark: teaching ? t.watermark : null, title: name, subject: `${t.subject}. ${community}`, large,
    head: { right: [], left: [], title: [name], below: [community] }, words: { table: '', figure: '' }, blocks, notes: [],
  };
}
