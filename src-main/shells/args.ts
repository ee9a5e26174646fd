/** Options a door understands: `--name value`, `--name=value`; a name of `flags` takes no value. */
export interface Options {
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly problem: string | null;
}

/** Reads a command line. An unknown option or one without its value is a problem, said in plain English for scripts. */
export function readOptions(args: readonly string[], known: readonly string[], flags: readonly string[] = []): Options {
  const words: string[] = [];
  const values: Record<string, string> = {};
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const [name = '', inline] = splitOnce(arg.slice(2));
    if (flags.includes(name) && inline === undefined) values[name] = 'yes';
    else if (!known.includes(name)) return { words, values, problem: `unknown option --${name}` };
    else {
      const value = inline ?? args[++i];
      if (value === undefined) return { words, values, problem: `--${name} needs a value` };
      values[name] = value;
    }
  }
  return { words, values, problem: null };
}

function splitOnce(text: string): [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
