import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { consoleLog } from '#functions/adapters/console-log.ts';
import { type Ready, readSetup } from '#functions/setup.ts';
import { list } from '#lib/model/words.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment holds. Throws with every variable that is missing. */
export function given<Name extends string>(environment: Environment, names: readonly Name[]) {
  const all = ['CLOSECALL_SETUP_FILE', 'CLOSECALL_STACK', ...names] as const;
  const missing = all.filter((name) => (environment[name] ?? '') === '');
  if (missing.length > 0)
    throw new Error(
      `${list(missing)} ${missing.length > 1 ? 'are' : 'is'} not set in the environment of this function: the Closecall construct sets what it needs, so deploy again.`,
    );
  const values = environment as Readonly<Record<(typeof all)[number], string>>;
  return { values, log: consoleLog(values.CLOSECALL_STACK) };
}

/** `file` is relative to the folder of this code, which in a bundle is the handler's. */
export function setupFrom(file: string): Ready {
  const path = resolve(dirname(fileURLToPath(import.meta.url)), file);
  try {
    return readSetup(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(
      `CLOSECALL_SETUP_FILE is ${file}, which cannot be read as JSON: ${why}. The Closecall construct writes it, so deploy again.`,
    );
  }
}

/** Makes a handler when it is first called, so that importing one needs no environment. */
export function wired<Ports, Known, Handler>(
  wire: (environment: Environment) => { readonly ports: Ports; readonly setup: Known },
  make: (ports: Ports, setup: Known) => Handler,
): () => Handler {
  let made: Handler | undefined;
  return () => {
    if (made === undefined) {
      const { ports, setup } = wire(process.env);
      made = make(ports, setup);
    }
    return made;
  };
}
