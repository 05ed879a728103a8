import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { capped } from '#test/lab/cgroup.ts';
import { apps, npm } from '#test/lab/install.ts';
import type { Backend, Deed, Wants } from '#test/lab/model.ts';
import { start } from '#test/lab/server.ts';

const app = join(apps, 'server.mjs');
const deeds: readonly Deed['does'][] = [
  'sleep',
  'eat',
  'abort',
  'exit',
  'raise',
  'short',
  'unfinished',
  'drop',
  'refuse-body',
];

/** A certificate that nobody vouches for, as services behind a proxy have. */
function certificate(folder: string): string {
  const name = join(folder, 'server');
  if (!existsSync(`${name}.crt`))
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=app.internal'],
        ...['-keyout', `${name}.key`, '-out', `${name}.crt`],
      ],
      { stdio: 'ignore' },
    );
  return name;
}

const node = (name: string, program: () => string): Backend => ({
  name,
  deeds: new Set(deeds),
  wants: new Set<keyof Wants>(['timeout', 'keepAlive', 'memory', 'heap', 'tls']),
  signals: { stop: 'SIGTERM' },
  // Current releases wait a second longer than they are told, for the sake of this race.
  lettingGo: (keepAlive) => [keepAlive + 0.985, keepAlive + 1.02],
  install: async () => execFileSync(program(), ['--version'], { encoding: 'utf8' }).trim().slice(1),
  start({ folder, port, deeds, wants, zone }) {
    mkdirSync(folder, { recursive: true });
    const { timeout, keepAlive, memory, heap, tls } = wants;
    const output = join(folder, 'app.log');
    return start({
      ...capped(memory, program(), [app]),
      folder,
      env: {
        TZ: zone,
        LAB_DEEDS: JSON.stringify(deeds),
        LAB_PORT: `${port}`,
        ...(heap === undefined ? {} : { NODE_OPTIONS: `--max-old-space-size=${heap}` }),
        ...(timeout === undefined ? {} : { LAB_TIMEOUT: `${timeout}` }),
        ...(keepAlive === undefined ? {} : { LAB_KEEP_ALIVE: `${keepAlive}` }),
        ...(tls ? { LAB_TLS: certificate(folder) } : {}),
      },
      port,
      output,
      logs: { 'app.log': output },
    });
  },
});

/** The one that runs this. */
export const ownNode: Backend = node('node', () => process.execPath);
export const node24: Backend = node('node-24', () =>
  join(
    npm([`node-${process.platform}-${process.arch}@24`]),
    `node_modules/node-${process.platform}-${process.arch}/bin/node`,
  ),
);
