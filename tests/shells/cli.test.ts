import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { api } from '#contract/api.ts';
import { ensureBuilt } from '../../src-main/shells/launch/build.mjs';
import type { DemoResult } from '../../src-main/shells/cli/demo.ts';
import { node, root } from '../helpers/root.ts';

interface Ran { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs the built command line as a script would. */
function cli(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [join(root, 'dist/main/cli.mjs'), ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk) => (err += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}
const folder = (): string => mkdtempSync(join(tmpdir(), 'sotsplan-cli-'));

beforeAll(() => ensureBuilt(['main']), 300_000);

describe('wrong usage', () => {
  test.each([[[]], [['fly']], [['call']], [['call', 'app.info']], [['call', 'app.info', '{']], [['call', 'app.info', '{}', '{}']], [['demo']], [['demo', '--out']], [['demo', '--out', 'x', '--lang', 'de']], [['methods', 'more']], [['methods', '--nope']]])(
    '%j ends with 2, a sentence on stderr and nothing on stdout',
    async (args) => {
      const ran = await cli(args);
      expect(ran.code).toBe(2);
      expect(ran.out).toBe('');
      expect(ran.err).toContain('usage:');
    },
  );
});

describe('methods', () => {
  test('lists the whole contract with schemas and descriptions', async () => {
    const ran = await cli(['methods']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const list = JSON.parse(ran.out) as { name: string; kind: string; description: string; input: { type: string; properties: Record<string, unknown>; required?: string[] } }[];
    expect(list.map(({ name }) => name).toSorted()).toEqual(Object.keys(api).toSorted());
    const create = list.find(({ name }) => name === 'plan.create');
    expect(create).toMatchObject({ kind: 'command', input: { type: 'object', required: ['community', 'year'] } });
    expect(create?.description).toMatch(/plan file/);
  });
});

describe('call', () => {
  test('gives the Reply exactly, 0 when ok and 1 when refused', async () => {
    const library = folder();
    const info = await cli(['call', 'app.info', '{}', '--library', library]);
    expect(info).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(info.out)).toMatchObject({ ok: true, value: { library } });
    const none = await cli(['call', 'plan.view', '{"year":2026}', '--library', library]);
    expect(none.code).toBe(1);
    expect(JSON.parse(none.out)).toMatchObject({ ok: false, error: { code: 'plan.none', kind: 'refusal' } });
    expect(JSON.parse((await cli(['call', 'no.such', '{}', '--library', library])).out)).toMatchObject({ ok: false, error: { code: 'input.unknownMethod' } });
    expect(JSON.parse((await cli(['call', 'plan.view', '{"year":"x"}', '--library', library])).out)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  });
  test('reads the input from stdin and opens a plan first', async () => {
    const library = folder();
    const made = await cli(['call', 'plan.sample', '-', '--library', library], '{"sample":"sribne"}');
    expect(made.code, made.out).toBe(0);
    const { path } = (JSON.parse(made.out) as { value: { path: string } }).value;
    const current = await cli(['call', 'plan.current', '{}', '--plan', path, '--library', library]);
    expect(JSON.parse(current.out)).toMatchObject({ ok: true, value: { path } });
    const missing = await cli(['call', 'plan.current', '{}', '--plan', join(library, 'none.sotsplan'), '--library', library]);
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.out)).toMatchObject({ ok: false, error: { code: 'plan.notFound' } });
  });
});

describe('demo', () => {
  test.each(['uk', 'en'] as const)('does the main job with no window (%s)', async (language) => {
    const out = join(folder(), 'new folder');
    const ran = await cli(['demo', '--out', out, '--lang', language]);
    expect(ran.code, ran.out + ran.err).toBe(0);
    const result = JSON.parse(ran.out) as DemoResult;
    const homeCare = result.services.find(({ identified }) => identified === 453);
    expect(homeCare).toMatchObject({ served: 316, unmet: 137, low: 137, high: 137 });
    expect(homeCare?.coverage).toBe(316 / 453);
    expect(result.services.find(({ identified }) => identified === 545)).toMatchObject({ served: 361, unmet: 184 });
    expect(/\p{Script=Cyrillic}/u.test(homeCare?.name ?? '')).toBe(language === 'uk');
    expect(statSync(result.plan).size).toBeGreaterThan(10_000);
    expect(result.files).toContain(result.plan);
    const paper = result.files.find((file) => file.endsWith('.docx')) ?? '';
    expect(readFileSync(paper).subarray(0, 2).toString('latin1')).toBe('PK');
    expect(result.files.every((file) => existsSync(file))).toBe(true);
    expect(result.ms).toBeGreaterThan(0);
    expect(readdirSync(out).filter((name) => /journal|lock|log/.test(name)), 'nothing is left open').toEqual([]);
  });
  test('can be repeated in the same folder', async () => {
    const out = folder();
    const first = JSON.parse((await cli(['demo', '--out', out])).out) as DemoResult;
    const second = JSON.parse((await cli(['demo', '--out', out])).out) as DemoResult;
    expect(second.plan).not.toBe(first.plan);
    expect(second.services).toEqual(first.services);
  });
});
