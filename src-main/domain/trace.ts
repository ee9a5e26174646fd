/** Why a number is what it is: formula, steps, assumptions, rounding and the official sentence, as keys and numbers, never as text. */
export * from './trace/pieces.ts';
export * from './trace/needs.ts';
export * from './trace/rates.ts';
export * from './trace/capacity.ts';
export * from './trace/sentences.ts';
export * from './trace/staffing.ts';
export * from './trace/providers.ts';
