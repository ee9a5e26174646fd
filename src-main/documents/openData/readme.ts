import { formatDate } from '../../contract/format.ts';
import type { ReportViews } from '../needsReport/views.ts';
import { clean } from '../tree.ts';
import { TABLES } from './fields.ts';

/** What the files are and how to read them, in both languages. */
export function readme(views: ReportViews): string {
  const { community, year, plan, approved } = views;
  const list = (language: 'uk' | 'en'): string => Object.entries(TABLES).map(([id, table]) => `- \`${id}.csv\` – ${table[language]}`).join('\n');
  const uk = [
    `# Соціальні послуги: ${community.name.uk}, ${year} рік`,
    plan.teaching === null ? '' : '**Навчальні дані: числа вигадано або опубліковано для прикладу.**',
    approved ? `Затверджено рішенням № ${approved.decision} від ${formatDate(approved.decidedOn, 'uk')} (${approved.body}).` : 'Проєкт: числа ще не затверджено рішенням.',
    'Файли – таблиці CSV (UTF-8, кома, десяткова крапка, дати РРРР-ММ-ДД); їх опис – у `datapackage.json` (Frictionless Data Package).',
    list('uk'),
    '**status.** `published` – число оприлюднено; `unknown` – не відомо (це не нуль); `suppressed` – приховано: число від 1 до 4 осіб або таке, з якого його можна обчислити. Ті самі числа приховано у звіті й підсумку для оприлюднення.',
    'Послуги не додають: одна людина може отримувати кілька. Осіб і сімʼї не додають. Групи перетинаються.',
    'Ліцензія: CC BY 4.0. Джерела – у `sources.csv` і `datapackage.json`.',
  ];
  const en = [
    `# Social services: ${community.name.en ?? community.name.uk}, ${year}`,
    plan.teaching === null ? '' : '**Training data: numbers are invented or were published as an example.**',
    approved ? `Approved by decision No. ${approved.decision} of ${formatDate(approved.decidedOn, 'en')} (${approved.body}).` : 'Draft: the figures have not been approved by a decision.',
    'The files are CSV tables (UTF-8, comma, decimal point, dates YYYY-MM-DD); they are described in `datapackage.json` (Frictionless Data Package).',
    list('en'),
    '**status.** `published`: the number is public; `unknown`: not known (this is not zero); `suppressed`: withheld, a count of 1 to 4 people or a number from which one could be worked out. The same numbers are withheld in the report and the summary for publication.',
    'Services do not add up: one person may receive several. People and families are never added. Groups overlap.',
    'Licence: CC BY 4.0. Sources stand in `sources.csv` and `datapackage.json`.',
  ];
  return clean([...uk, '---', ...en].filter((part) => part !== '').join('\n\n')) + '\n';
}
