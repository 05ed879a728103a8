import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { consoleLog } from '#functions/adapters/console-log.ts';
import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { printSender } from '#functions/adapters/print-sender.ts';
import { systemClock } from '#functions/adapters/system-clock.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { configure, type Setup } from './config.ts';
import type { Ports } from './ports.ts';

interface Wired {
  readonly ports: Ports;
  readonly setup: Setup;
}

/** What a handler is made of, from the environment, which is read once. Throws with every error it finds there. */
export function wire(environment: Readonly<Record<string, string | undefined>>): Wired {
  const setup = setupFrom(environment['CLOSECALL_CONFIG']);
  const adapters = environment['CLOSECALL_ADAPTERS'];
  if (adapters !== 'memory')
    throw new Error(
      `CLOSECALL_ADAPTERS is ${adapters ?? 'not set'}: the adapters that exist are "memory", with which everything is in this process.`,
    );
  const sender = printSender({ width: 100, colour: false }, (text) => process.stdout.write(text));
  return {
    setup,
    ports: {
      table: new MemoryTable(),
      evaluations: new MemoryHints(systemClock),
      deliveries: new MemoryHints(systemClock),
      senders: new Map(setup.media.map(({ id }) => [id, sender])),
      clock: systemClock,
      log: consoleLog,
      newToken: randomUUID,
    },
  };
}

function setupFrom(text: string | undefined): Setup {
  if (text === undefined) throw new Error('CLOSECALL_CONFIG is not set: it holds the configuration as JSON.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`CLOSECALL_CONFIG is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const configured = configure(json, catalogue);
  if (configured.kind === 'wrong')
    throw new Error(`The configuration is wrong:\n${configured.errors.join('\n')}`);
  return configured.setup;
}

let shared: Wired | undefined;

/** Makes a handler when it is first called, so that importing one needs no environment. */
export function wired<T>(make: (ports: Ports, setup: Setup) => T): () => T {
  let made: T | undefined;
  return () => {
    if (made === undefined) {
      shared ??= wire(process.env);
      made = make(shared.ports, shared.setup);
    }
    return made;
  };
}
