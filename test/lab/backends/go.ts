import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { capped } from '#test/lab/cgroup.ts';
import { apps, goProgram, versionOf } from '#test/lab/install.ts';
import type { Backend, Deed, Wants } from '#test/lab/model.ts';
import { start } from '#test/lab/server.ts';

const source = join(apps, 'main.go');
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

export const go: Backend = {
  name: 'go',
  deeds: new Set(deeds),
  wants: new Set<keyof Wants>(['timeout', 'keepAlive', 'memory']),
  signals: { stop: 'SIGTERM' },
  lettingGo: (keepAlive) => [keepAlive - 0.01, keepAlive + 0.05],
  install: async () => {
    goProgram('app', source);
    return versionOf('go', 'version');
  },
  start({ folder, port, deeds, wants, zone }) {
    mkdirSync(folder, { recursive: true });
    const { timeout, keepAlive, memory } = wants;
    const output = join(folder, 'app.log');
    return start({
      ...capped(memory, goProgram('app', source), []),
      folder,
      env: {
        TZ: zone,
        LAB_DEEDS: JSON.stringify(deeds),
        LAB_PORT: `${port}`,
        ...(timeout === undefined ? {} : { LAB_TIMEOUT: `${timeout}` }),
        ...(keepAlive === undefined ? {} : { LAB_KEEP_ALIVE: `${keepAlive}` }),
      },
      port,
      output,
      logs: { 'app.log': output },
    });
  },
};
