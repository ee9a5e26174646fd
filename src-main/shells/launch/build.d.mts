/** Builds the named bundles that are older than their sources; throws a plain sentence when a build fails. */
export function ensureBuilt(parts: readonly ('main' | 'renderer')[], options?: { readonly force?: boolean }): Promise<void>;
