import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { api } from '#contract/api.ts';
import { ERRORS } from '#contract/errors.ts';
import { methods } from '../src-main/shells/cli/methods.ts';
import { root } from './helpers/root.ts';
import { importsOf, loadedBy, sources, withoutComments, type Source } from './helpers/sources.ts';

/** One row of the table "who may import whom". `rooms` and `packages` end in `*` to mean everything that starts so. */
interface Rule { readonly room: RegExp; readonly rooms: readonly string[]; readonly packages: readonly string[] }

const M = 'src-main/';
const BELOW_USECASES = ['contract/*', 'domain/*', 'reference/*', 'store/*', 'documents/*', 'imports/*', 'jobs/*'].map((room) => M + room);
const SHELL_FILES = [`${M}contract/*`, `${M}app.ts`, ...['appThread', 'args', 'log', 'pages', 'places', 'policy', 'program'].map((name) => `${M}shells/${name}.ts`)];

/** The first row that fits a file rules it. */
const RULES: readonly Rule[] = [
  { room: /\/vite\.config\.ts$/, rooms: [], packages: ['vite', '@vitejs/plugin-react', 'node:*'] },
  { room: /^src-main\/contract\//, rooms: [`${M}contract/*`], packages: ['zod'] },
  { room: /^src-main\/domain\//, rooms: [`${M}contract/*`, `${M}domain/*`], packages: [] },
  { room: /^src-main\/reference\/load\.ts$/, rooms: [`${M}contract/*`, `${M}domain/periods.ts`, `${M}reference/*`], packages: ['zod', 'node:fs', 'node:path', 'node:zlib'] },
  { room: /^src-main\/reference\//, rooms: [`${M}contract/*`, `${M}domain/periods.ts`, `${M}reference/*`], packages: ['zod'] },
  // node:os names the computer in the note of the lock and finds the usual folders; node:crypto checks copies.
  { room: /^src-main\/store\//, rooms: [`${M}contract/*`, `${M}store/*`], packages: ['better-sqlite3', 'node:fs', 'node:path', 'node:os', 'node:crypto', 'node:zlib', 'node:child_process'] },
  { room: /^src-main\/documents\//, rooms: [`${M}contract/*`, `${M}documents/*`], packages: ['docx', 'docx/watermarks', 'fflate', '@resvg/resvg-wasm', 'pdfmake', 'pdfmake/interfaces.js', 'write-excel-file/node', 'node:fs', 'node:path'] },
  { room: /^src-main\/imports\//, rooms: [`${M}contract/*`, `${M}imports/*`], packages: ['minizlib', 'node:crypto'] },
  // A thread reads the fonts and the rasteriser it draws with.
  { room: /^src-main\/jobs\//, rooms: ['contract/*', 'domain/*', 'documents/*', 'imports/*', 'store/*', 'jobs/*'].map((room) => M + room), packages: ['highs', 'node:worker_threads', 'node:fs', 'node:fs/promises', 'node:path', 'node:module'] },
  { room: /^src-main\/usecases\//, rooms: [...BELOW_USECASES, `${M}usecases/*`], packages: [] },
  { room: /^src-main\/(app|dispatch)\.ts$/, rooms: [...BELOW_USECASES, `${M}usecases/*`, `${M}dispatch.ts`], packages: ['zod', 'node:path', 'node:os'] },
  { room: /^src-main\/shells\/launch\/bundle\.mjs$/, rooms: [], packages: ['vite', 'node:*'] },
  { room: /^src-main\/shells\/launch(\/|\.mjs$)/, rooms: [`${M}shells/launch/*`], packages: ['node:*'] },
  { room: /^src-main\/shells\/electron\//, rooms: [...SHELL_FILES, `${M}shells/electron/*`], packages: ['electron', 'node:*'] },
  { room: /^src-main\/shells\/web\//, rooms: [...SHELL_FILES, `${M}shells/web/*`], packages: ['node:*'] },
  { room: /^src-main\/shells\/cli\//, rooms: [...SHELL_FILES, `${M}shells/cli/*`], packages: ['zod', 'node:*'] },
  { room: /^src-main\/shells\/[^/]+\.ts$/, rooms: SHELL_FILES, packages: ['node:*'] },
  {
    room: /^src-renderer\//,
    rooms: ['src-renderer/*'],
    packages: [
      '#contract/*', 'react', 'react/*', 'react-dom', 'react-dom/*', 'react-i18next', 'i18next', 'recharts', '@mantine/*', '@tanstack/react-virtual',
      'd3-geo', 'diff', 'topojson-client', 'topojson-specification', 'geojson', '@fontsource/*',
    ],
  },
];

const code = [...sources('src-main', ['.ts', '.mts', '.mjs']), ...sources('src-renderer', ['.ts', '.tsx'])];
const fits = (name: string, allowed: readonly string[]): boolean => allowed.some((rule) => (rule.endsWith('*') ? name.startsWith(rule.slice(0, -1)) : name === rule));

describe('who may import whom', () => {
  test('every file belongs to a room of the table', () => {
    expect(code.map(({ file }) => file).filter((file) => !RULES.some(({ room }) => room.test(file)))).toEqual([]);
  });
  test('every import is allowed', () => {
    const wrong = code.flatMap((source) => {
      const rule = RULES.find(({ room }) => room.test(source.file));
      return importsOf(source)
        .filter((name) => !fits(name, name.startsWith('src-') ? (rule?.rooms ?? []) : (rule?.packages ?? [])))
        .map((name) => `${source.file} → ${name}`);
    });
    expect(wrong).toEqual([]);
  });
  test('the program starts without the libraries that write files', () => {
    const at = new Map(code.map((source) => [source.file, source]));
    const started = new Set(['src-main/app.ts']);
    // What is added while walking is walked too.
    for (const file of started) for (const name of loadedBy(at.get(file) ?? { file, text: '' })) started.add(name);
    expect(started.size).toBeGreaterThan(200);
    expect([...started].filter((name) => /^(docx|pdfmake|write-excel-file|@resvg)\b/.test(name))).toEqual([]);
  });
  test('electron is imported in exactly two files', () => {
    const found = code.filter((source) => importsOf(source).some((name) => name === 'electron' || name.startsWith('electron/'))).map(({ file }) => file);
    expect(found).toEqual(['src-main/shells/electron/main.ts', 'src-main/shells/electron/preload.ts']);
  });
  test('the window takes only types of methods: their schemas stay with the program', () => {
    const wrong = sources('src-renderer', ['.ts', '.tsx']).filter(({ text }) => /import (?!type )[^;]*from '#contract\/(?:api(?:\/\w+)?|inputs|method)\.ts'/.test(withoutComments(text))).map(({ file }) => file);
    expect(wrong).toEqual([]);
  });
  test('the reader of imports sees every way to import', () => {
    const text = "import a from './a.ts';\nimport type { B }\n  from \"b\";\nimport 'c';\nexport * from '../d.ts';\nconst e = await import('e'); type F = import('f').F; require('g');\n// import h from 'h';\n/* import i from 'i'; */\nconst j = `from 'j'`;";
    expect(loadedBy({ file: 'src-main/x/y.ts', text })).toEqual(['src-main/x/a.ts', 'c', 'src-main/d.ts']);
    expect(importsOf({ file: 'src-main/x/y.ts', text }).toSorted()).toEqual(['b', 'c', 'e', 'f', 'g', 'src-main/d.ts', 'src-main/x/a.ts']);
  });
});

describe('the fixed top level', () => {
  const FIXED = [
    'package.json', 'tsconfig.json', 'electron-builder.yml', 'src-main', 'src-renderer', 'resources', 'tests', 'README.md',
    'package-lock.json', '.gitignore', '.gitattributes', '.npmrc', '.ci', '.github', 'LICENSE',
  ];
  const NOT_KEPT = /^(\.git|node_modules|dist|out|\.cache|test-results|playwright-report|Sotsplan-data|.*\.tsbuildinfo)$/;
  test('the lock file says where each package lies and what is in it: the registry is not asked about any', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly integrity?: string }>> };
    expect(Object.entries(packages).filter(([name, { resolved, integrity }]) => name !== '' && (!resolved?.startsWith('https://registry.npmjs.org/') || !integrity)).map(([name]) => name)).toEqual([]);
  });
  test('has nothing else', () => {
    expect(readdirSync(root).filter((name) => !FIXED.includes(name) && !NOT_KEPT.test(name))).toEqual([]);
  });
});

describe('files stay small', () => {
  const all = [...code, ...sources('tests', ['.ts', '.tsx', '.mjs', '.cjs']), ...sources('src-renderer', ['.css'])];
  const lines = ({ text }: Source): number => text.trimEnd().split('\n').length;
  test('none over 600 lines; those over 300 are named', () => {
    const long = all.filter((source) => lines(source) > 300).map((source) => `${source.file}: ${lines(source)}`);
    if (long.length > 0) process.stdout.write(`files over 300 lines:\n  ${long.join('\n  ')}\n`);
    expect(all.filter((source) => lines(source) > 600).map(({ file }) => file)).toEqual([]);
  });
  test('no shell over 200 lines', () => {
    expect(code.filter((source) => source.file.startsWith('src-main/shells/') && lines(source) > 200).map(({ file }) => file)).toEqual([]);
  });
});

describe('words', () => {
  test('no Ukrainian text in the renderer outside the locales', () => {
    const wrong = sources('src-renderer', ['.ts', '.tsx'])
      .filter(({ file }) => !file.startsWith('src-renderer/i18n/'))
      .flatMap(({ file, text }) => withoutComments(text).split('\n').flatMap((line, i) => (/\p{Script=Cyrillic}/u.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [])));
    expect(wrong).toEqual([]);
  });
  test('nothing loosens the content security policy', () => {
    const loose = new RegExp(`unsafe-${'(inline|eval|hashes)'}`);
    expect([...code, ...sources('src-renderer', ['.html'])].filter(({ text }) => loose.test(text)).map(({ file }) => file)).toEqual([]);
  });
  test('no words of unfinished work', () => {
    const words = /\b(TO[D]O|FIX[M]E|not [i]mplemented)\b/;
    expect([...code, ...sources('tests', ['.ts', '.tsx'])].filter(({ text }) => words.test(text)).map(({ file }) => file)).toEqual([]);
  });
  test('inline event handlers and styles stand nowhere in the page', () => {
    const [page] = sources('src-renderer', ['index.html']);
    expect(page?.text).not.toMatch(/\son\w+=|\sstyle=|<style/);
    for (const script of page?.text.match(/<script(?![^>]*type="module")[^>]*>/g) ?? []) expect(script).toContain('nonce="__CSP_NONCE__"');
  });
});

describe('the contract', () => {
  test('every method has a description that survives the build', () => {
    expect(methods().filter(({ description }) => description.trim().length < 10).map(({ name }) => name)).toEqual([]);
    expect(methods().length).toBe(Object.keys(api).length);
  });
  test('every method takes a strict object', () => {
    const loose = methods().filter(({ input }) => (input as { type?: string; additionalProperties?: unknown }).type !== 'object' || (input as { additionalProperties?: unknown }).additionalProperties !== false);
    expect(loose.map(({ name }) => name)).toEqual([]);
  });
  test('every error code has a meaning', () => {
    expect(Object.entries(ERRORS).filter(([code_, { meaning }]) => meaning.length < 10 || code_.trim() === '').map(([name]) => name)).toEqual([]);
  });
});
