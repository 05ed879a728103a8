import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capped } from '#test/lab/cgroup.ts';
import { apps, debian, versionOf } from '#test/lab/install.ts';
import type { Backend, Deed, Wants } from '#test/lab/model.ts';
import { start } from '#test/lab/server.ts';

const app = join(apps, 'config.ru');
const program = (): string => debian('puma', 'puma');
const deeds: readonly Deed['does'][] = ['sleep', 'eat', 'segv', 'abort', 'exit', 'raise', 'short', 'drop'];

/** In cluster mode, whose workers are processes. */
export const puma: Backend = {
  name: 'puma',
  deeds: new Set(deeds),
  wants: new Set<keyof Wants>(['workers', 'keepAlive', 'memory']),
  mute: new Set<Deed['does']>(['abort', 'exit']),
  signals: { reload: 'SIGUSR1' },
  lettingGo: (keepAlive) => [keepAlive - 0.01, keepAlive + 0.3],
  install: async () => versionOf(program(), '--version'),
  start({ folder, port, deeds, wants, zone }) {
    mkdirSync(folder, { recursive: true });
    const { workers = 2, keepAlive, memory } = wants;
    const output = join(folder, 'puma.log');
    const settings = join(folder, 'puma.rb');
    if (keepAlive !== undefined) writeFileSync(settings, `persistent_timeout ${keepAlive}\n`);
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
      // Only its configuration file has this.
      ...(keepAlive === undefined ? [] : ['--config', settings]),
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
