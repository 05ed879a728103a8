import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program that was started here and is stopped by its own pid. */
export interface Server {
  readonly pid: number;
  /** Its log files, by what they would be called. */
  readonly logs: Readonly<Record<string, string>>;
  readonly signal: (name: NodeJS.Signals) => void;
  /** Ends it and waits until it is gone. */
  readonly stop: () => Promise<void>;
  readonly gone: () => boolean;
}

export interface Start {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where it listens: started is what answers there. */
  readonly port: number;
  /** What it prints goes here, and when each line of it came to `.times` beside it. */
  readonly output: string;
  readonly logs: Readonly<Record<string, string>>;
}

const patience = 30_000;
const pause = 50;

/** Throws with what it had printed when it ends, or does not listen, before its time. */
export async function start({ program, args, folder, env, port, output, logs }: Start): Promise<Server> {
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (text) => {
      printed = `${printed}${text}\n`.slice(-4_000);
      appendFileSync(output, `${text}\n`);
      appendFileSync(`${output}.times`, `${Date.now()}\n`);
    });
  let failed: Error | undefined;
  child.once('error', (error) => {
    failed = error;
  });
  const gone = () => failed !== undefined || child.exitCode !== null || child.signalCode !== null;
  const until = Date.now() + patience;
  while (!(await answers(port))) {
    if (gone()) throw new Error(`${program} ended at its start: ${failed?.message ?? printed}`);
    if (Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`${program} does not listen on ${port}: ${printed}`);
    }
    await sleep(pause);
  }
  return {
    pid: child.pid ?? 0,
    logs,
    gone,
    signal: (name) => void child.kill(name),
    stop: () => stopped(child, gone),
  };
}

async function stopped(child: ChildProcess, gone: () => boolean): Promise<void> {
  for (const [signal, wait] of [
    ['SIGTERM', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (gone()) return;
    child.kill(signal);
    const until = Date.now() + wait;
    while (!gone() && Date.now() < until) await sleep(pause);
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => done(true)).once('error', () => done(false));
  });

/** Below those that the kernel gives to clients, and each given once: several runs stand beside each other. */
let nextPort = 20_000;

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = nextPort++;
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
