import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOptions } from '../../src-main/shells/args.ts';
import { NONCE_MARK, pageFile } from '../../src-main/shells/pages.ts';
import { librarySpot } from '../../src-main/shells/places.ts';
import { contentSecurityPolicy, isExternalLink, isOwnAddress } from '../../src-main/shells/policy.ts';

describe('the policy', () => {
  test('allows nothing from elsewhere and nothing inline', () => {
    const directives = new Map(contentSecurityPolicy('abc').split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1)] as const));
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'", "'nonce-abc'"]);
    expect(directives.get('style-src')).toEqual(["'self'", "'nonce-abc'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
    for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(directives.get(name)).toEqual(["'none'"]);
    expect(contentSecurityPolicy('abc')).not.toMatch(/unsafe|\*|https?:/);
  });
  test('links: https without a name in it', () => {
    expect(['https://zakon.rada.gov.ua/'].every(isExternalLink)).toBe(true);
    expect(['http://a.example/', 'https://u@a.example/', 'https://u:p@a.example/', 'file:///a', 'javascript:1', ''].some(isExternalLink)).toBe(false);
    expect(isOwnAddress('app://sotsplan/x')).toBe(true);
    expect(['app://sotsplan.example/', 'https://sotsplan/', 'app:sotsplan', 'app://sotsplan:8080/'].some(isOwnAddress)).toBe(false);
  });
});

describe('files of the window', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'sotsplan-pages-')), 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), `<script nonce="${NONCE_MARK}"></script>${NONCE_MARK}`);
  writeFileSync(join(folder, 'assets', 'a-1.js'), 'a');
  writeFileSync(join(folder, 'assets', 'a.exe'), 'a');
  writeFileSync(join(folder, '..', 'secret.json'), '{}');

  test('each load of the page has a nonce of its own, the same in header and text', async () => {
    const nonces = await Promise.all([0, 1].map(async () => {
      const page = await pageFile(folder, '/');
      const nonce = /nonce="([^"]+)"/.exec(new TextDecoder().decode(page.body))?.[1] ?? '';
      expect(page.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
      expect(new TextDecoder().decode(page.body)).not.toContain(NONCE_MARK);
      expect(page.headers['cache-control']).toBe('no-store');
      return nonce;
    }));
    expect(nonces[0]).toMatch(/^[\w+/]{24}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });
  test('types are named, unknown types and paths outside are not served', async () => {
    expect((await pageFile(folder, '/assets/a-1.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    for (const path of ['/assets/a.exe', '/assets', '/assets/', '/../secret.json', '/%2e%2e/secret.json', '/..%5csecret.json', '/%00', '/%zz', '/none.js']) expect((await pageFile(folder, path)).status, path).toBe(404);
  });
});

describe('places and options', () => {
  test('a folder beside the program makes it portable; a named library wins', () => {
    const beside = mkdtempSync(join(tmpdir(), 'sotsplan-places-'));
    expect(librarySpot(undefined, beside, '/documents')).toEqual({ libraryDir: join('/documents', 'Sotsplan'), portable: false });
    mkdirSync(join(beside, 'Sotsplan-data'));
    expect(librarySpot(undefined, beside, '/documents')).toEqual({ libraryDir: join(beside, 'Sotsplan-data'), portable: true });
    expect(librarySpot(join(beside, 'own'), beside, '/documents')).toEqual({ libraryDir: join(beside, 'own'), portable: false });
  });
  test('options', () => {
    expect(readOptions(['call', '--plan', 'a b', 'x', '--lang=en'], ['plan', 'lang'])).toEqual({ words: ['call', 'x'], values: { plan: 'a b', lang: 'en' }, problem: null });
    expect(readOptions(['--nope'], []).problem).toContain('--nope');
    expect(readOptions(['--plan'], ['plan']).problem).toContain('--plan');
  });
});
