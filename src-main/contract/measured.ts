import type { Language } from './format.ts';
import { parseNumber, type ParseReason } from './parse.ts';

/** Why a measured value is not taken: as for any number, or metres that look like centimetres. */
export type MeasuredReason = ParseReason | 'centimetres';
/** A measured value as typed: understood, or why not. */
export type ParsedMeasured = { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly reason: MeasuredReason };

/** Metres in one of a unit that people write. */
const METRES: Readonly<Record<string, number>> = { 'м': 1, m: 1, 'см': 100, cm: 100, 'мм': 1000, mm: 1000 };
/** A doorway or a ramp measured in metres is not this large: without a unit it was meant in centimetres (assumption). */
const SURPRISING = 20;

/**
 * Reads a measured value as it is typed: «0,9», «90 см», «900 мм», «8 %», «н/д». Metres without their unit that are larger than 20 where the
 * bounds are small are refused as centimetres; with the unit they are taken.
 */
export function parseMeasured(text: string, unit: 'm' | '%', bound: number, language: Language): ParsedMeasured {
  const match = /^(.*?\d)\s*(мм|mm|см|cm|м|m|%)\.?$/u.exec(text.trim().toLowerCase());
  const suffix = match?.[2] ?? '';
  if ((unit === '%') !== (suffix === '%') && suffix !== '') return { ok: false, reason: 'notNumber' };
  const parsed = parseNumber(match?.[1] ?? text, { kind: 'decimal', language });
  if (!parsed.ok) return parsed;
  if (parsed.value === null) return { ok: true, value: null };
  const value = parsed.value / (METRES[suffix] ?? 1);
  if (value > 10_000) return { ok: false, reason: 'tooLarge' };
  return unit === 'm' && suffix === '' && value > SURPRISING && bound < SURPRISING ? { ok: false, reason: 'centimetres' } : { ok: true, value };
}
