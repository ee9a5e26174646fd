import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { join } from 'node:path';
import { root } from './root.ts';

/** A source file of the project: path with forward slashes from the project's folder. */
export interface Source { readonly file: string; readonly text: string }

/** All files under a folder whose names end so. */
export function sources(folder: string, endings: readonly string[]): readonly Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => posix.join(folder, join(entry.parentPath, entry.name).slice(join(root, folder).length + 1).replaceAll('\\', '/')))
    .filter((file) => !file.includes('node_modules/'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

/** What a file imports: static, type-only, re-exported, dynamic, by `require`, and `import('…')` types. Relative ones are resolved. */
export function importsOf({ file, text }: Source): readonly string[] {
  const code = withoutComments(text);
  const found = [
    ...code.matchAll(/^\s*(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g),
  ].map((match) => match[1] ?? '');
  return found.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(file), name) : name));
}

/** What a file loads when it is loaded itself: its static imports of values. */
export function loadedBy({ file, text }: Source): readonly string[] {
  const names = [...withoutComments(text).matchAll(/^\s*(?:import|export)\s(?!type\b)(?:[^'"`;]*?\bfrom\s*)?['"]([^'"]+)['"]/gm)].map((match) => match[1] ?? '');
  return names.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(file), name) : name));
}

/** The text with its comments blanked, strings kept. */
export function withoutComments(text: string): string {
  return text.replaceAll(/('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (whole, text_: string | undefined) => text_ ?? whole.replaceAll(/[^\n]/g, ' '));
}
