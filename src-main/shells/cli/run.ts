import { readOptions } from '../args.ts';
import { keepCompiled, places } from '../places.ts';

/** JSON on stdout, human messages on stderr; exit 0 ok, 1 refused with an error object, 2 wrong usage. */
const USAGE = `usage:
  methods                                            every method with its JSON Schema and description
  call <method> <json|-> [--plan FILE] [--library DIR]   one action; "-" reads the JSON from stdin
  demo --out DIR [--lang uk|en]                      the main job with no window
`;

/** The program is large: wrong usage goes without it. */
const program = async (library: string | undefined) => (await import('../program.ts')).openProgram(places(import.meta.dirname, library));

/** Wrong usage, said on stderr. */
class Usage extends Error {}

async function main(argv: readonly string[]): Promise<number> {
  const { words, values, problem } = readOptions(argv, ['plan', 'library', 'out', 'lang']);
  if (problem) throw new Usage(problem);
  const [command, ...rest] = words;
  if (command === 'methods' && rest.length === 0) return print((await import('./methods.ts')).methods());
  if (command === 'call' && rest.length === 2) return call(rest[0] ?? '', await readJson(rest[1] ?? ''), values['plan'], values['library']);
  if (command === 'demo' && rest.length === 0 && values['out']) {
    const language = values['lang'] ?? 'uk';
    if (language !== 'uk' && language !== 'en') throw new Usage('--lang is uk or en');
    const { demo } = await import('./demo.ts');
    const app = await program(values['out']);
    try {
      const reply = await demo(app.dispatch, values['out'], language);
      return print(reply.ok ? reply.value : reply, reply.ok ? 0 : 1);
    } finally {
      await app.close();
    }
  }
  throw new Usage(command ? `wrong usage of "${command}"` : 'a command is needed');
}

async function call(method: string, input: unknown, plan: string | undefined, library: string | undefined): Promise<number> {
  const app = await program(library);
  try {
    const opened = plan === undefined ? null : await app.dispatch('plan.open', { path: plan });
    const reply = opened && !opened.ok ? opened : await app.dispatch(method, input);
    return print(reply, reply.ok ? 0 : 1);
  } finally {
    await app.close();
  }
}

async function readJson(text: string): Promise<unknown> {
  try {
    return JSON.parse(text === '-' ? await stdin() : text);
  } catch (error) {
    throw new Usage(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function stdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function print(value: unknown, code = 0): number {
  process.stdout.write(`${JSON.stringify(value)}\n`);
  return code;
}

keepCompiled(import.meta.dirname);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Usage)) throw error;
  process.stderr.write(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
