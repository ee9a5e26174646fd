/** A part of what is asked for: how many of how many are there. */
export interface Part { readonly known: number; readonly of: number }

/** Mean of the shares of the parts, 0–1; a part nothing is asked of does not count; null when nothing is asked at all. The program's own measure (assumption). */
export function completeness(parts: readonly Part[]): number | null {
  const asked = parts.filter((part) => part.of > 0);
  return asked.length === 0 ? null : asked.reduce((sum, part) => sum + part.known / part.of, 0) / asked.length;
}
