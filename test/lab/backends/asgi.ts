import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { capped } from '#test/lab/cgroup.ts';
import { apps, python } from '#test/lab/install.ts';
import type { Backend, Deed, Wants } from '#test/lab/model.ts';
import { start } from '#test/lab/server.ts';

const deeds: readonly Deed['does'][] = [
  'sleep',
  'eat',
  'segv',
  'abort',
  'exit',
  'raise',
  'short',
  'unfinished',
  'refuse-body',
];

interface Asgi {
  readonly name: string;
  /** One, at its version. */
  readonly package: string;
  readonly program: string;
  readonly args: (port: number, wants: Wants) => readonly string[];
  readonly wants: readonly (keyof Wants)[];
}

const asgi = ({ name, package: pinned, program, args, wants }: Asgi): Backend => ({
  name,
  deeds: new Set(deeds),
  wants: new Set(wants),
  mute: new Set<Deed['does']>(['abort', 'exit']),
  signals: {},
  lettingGo: (keepAlive) => [keepAlive - 0.01, keepAlive + 0.05],
  async install() {
    python([pinned]);
    return pinned.replace(/^.*==/, '');
  },
  start({ folder, port, deeds, wants, zone }) {
    mkdirSync(folder, { recursive: true });
    const output = join(folder, `${program}.log`);
    return start({
      ...capped(wants.memory, join(python([pinned]), program), args(port, wants)),
      folder: apps,
      env: { TZ: zone, LAB_DEEDS: JSON.stringify(deeds), PYTHONDONTWRITEBYTECODE: '1' },
      port,
      output,
      logs: { [`${program}.log`]: output },
    });
  },
});

export const uvicorn: Backend = asgi({
  name: 'uvicorn',
  package: 'uvicorn==0.35.0',
  program: 'uvicorn',
  wants: ['keepAlive', 'memory', 'backlog'],
  args: (port, { keepAlive, backlog }) => [
    'asgi:app',
    ...['--host', '127.0.0.1', '--port', `${port}`, '--no-use-colors'],
    ...(keepAlive === undefined ? [] : ['--timeout-keep-alive', `${keepAlive}`]),
    ...(backlog === undefined ? [] : ['--backlog', `${backlog}`]),
  ],
});

export const hypercorn: Backend = asgi({
  name: 'hypercorn',
  package: 'hypercorn==0.17.3',
  program: 'hypercorn',
  wants: ['keepAlive', 'memory', 'backlog'],
  args: (port, { keepAlive, backlog }) => [
    ...['--bind', `127.0.0.1:${port}`, '--access-logfile', '-', '--error-logfile', '-'],
    ...(keepAlive === undefined ? [] : ['--keep-alive', `${keepAlive}`]),
    ...(backlog === undefined ? [] : ['--backlog', `${backlog}`]),
    'asgi:app',
  ],
});
