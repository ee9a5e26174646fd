import { formatNumber, formatValue, type Language } from '#contract/format.ts';
import type { Trace, Unit } from '#contract/models.ts';
import { translate } from '../../i18n/index.ts';
import { sentencePieces, sentenceText, type Piece } from '../../i18n/sentence.ts';
import { hasCyrillic } from '../../lib/text.ts';

/** Numbers of a formula keep two decimals: what is rounded in the end must be seen unrounded here. */
export const exactText = (n: number, unit: Unit, language: Language): string =>
  unit === 'share' ? formatValue(n, unit, language) : formatNumber(n, language, { digits: { min: 0, max: 2 } });

/** One line of a calculation as text: «486 − 352 = 134». */
export const stepText = (step: Trace['steps'][number], language: Language): string =>
  step.map((part) => (typeof part === 'string' ? part : part.n === null ? translate('states.sign.unknown', { lng: language }) : exactText(part.n, part.unit, language))).join('');

/** Acts the number rests on: of the norms it uses, or else the one that says what is counted. */
function actsOf(trace: Trace, language: Language): string {
  const acts = trace.norms.filter((norm) => norm.act.uk !== '');
  const used = acts.filter((norm) => norm.effect === 'used');
  const cited = used.length > 0 ? used : acts.filter((norm) => norm.effect === 'context').slice(0, 1);
  return cited.map((norm) => [norm.act, norm.article].map((label) => (language === 'uk' ? label.uk : label.en ?? label.uk)).filter(Boolean).join(', ')).join('; ');
}

/** The official sentence to copy: figure, date and source, then the program's calculation and the act it serves. */
export function officialPieces(trace: Trace, language: Language): readonly Piece[] {
  const sentence = sentencePieces(trace.sentence, language);
  const more: string[] = [];
  // A projected number is reached in several steps: the first alone would end in another number.
  const steps = trace.ref.kind === 'projected' ? trace.steps : trace.steps.slice(0, 1);
  if (trace.num.value !== null && steps.length > 0) more.push(translate('shell.trace.calculation', { lng: language, formula: sentenceText(trace.formula, language), step: steps.map((step) => stepText(step, language)).join('; ') }));
  const acts = actsOf(trace, language);
  if (acts !== '') more.push(translate('shell.trace.basis', { lng: language, acts }));
  const last = sentence.at(-1);
  if (more.length === 0 || !last) return sentence;
  const tail = more.map((text): Piece => ({ text: `; ${text}`, uk: language === 'en' && hasCyrillic(text) }));
  return [...sentence.slice(0, -1), { ...last, text: last.text.replace(/\.\s*$/, '') }, ...tail, { text: '.', uk: false }];
}

/** The same as plain text, for the clipboard. */
export const officialText = (trace: Trace, language: Language): string => officialPieces(trace, language).map((piece) => piece.text).join('');
