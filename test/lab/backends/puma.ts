import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capped } from '#test/lab/cgroup.ts';
import { debian, versionOf } from '#test/lab/install.ts';
import type { Backend, Deed, Wants } from '#test/lab/model.ts';
import { start } from '#test/lab/server.ts';

const app = fileURLToPath(new URL('../apps/config.ru', import.meta.url));
const program = (): string => debian('puma', 'puma');
const deeds: readonly Deed['does'][] = ['sleep', 'eat', 'segv', 'abort', 'exit', 'raise', 'short', 'drop'];

/** In cluster mode, whose workers are processes. */
export const puma: Backend = {
  name: 'puma',
  deeds: new Set(deeds),
  wants: new Set<keyof Wants>(['workers', 'keepAlive', 'memory']),
  signals: { reload: 'SIGUSR1' },
  lettingGo: (keepAlive) => [keepAlive - 0.01, keepAlive + 0.3],
  install: async () => versionOf(program(), '--version'),
  start({ folder, port, deeds, wants, zone }) {
    mkdirSync(folder, { recursive: true });
    const { workers = 2, keepAlive, memory } = wants;
    const output = join(folder, 'puma.log');
    const args = [
      ...[
        '--bind',
        `tcp://127.0.0.1:${port}`,
        '--workers',
        `${workers}`,
        '--threads',
        '3:3',
        '--environment',
        'production',
      ],
      ...(keepAlive === undefined ? [] : ['--persistent-timeout', `${keepAlive}`]),
      app,
    ];
    return start({
      ...capped(memory, program(), args),
      folder,
      env: { TZ: zone, LAB_DEEDS: JSON.stringify(deeds) },
      port,
      output,
      logs: { 'puma.log': output },
    });
  },
};
