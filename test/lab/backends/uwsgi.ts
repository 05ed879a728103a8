import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { capped } from '#test/lab/cgroup.ts';
import { apps, python, versionOf } from '#test/lab/install.ts';
import type { Backend, Deed, Wants } from '#test/lab/model.ts';
import { start } from '#test/lab/server.ts';

const program = (): string => join(python(['pyuwsgi==2.0.30']), 'pyuwsgi');
const deeds: readonly Deed['does'][] = [
  'spin',
  'sleep',
  'eat',
  'segv',
  'abort',
  'exit',
  'short',
  'unfinished',
];

export const uwsgi: Backend = {
  name: 'uwsgi',
  deeds: new Set(deeds),
  wants: new Set<keyof Wants>(['workers', 'timeout', 'recycleAfter', 'bodyLimit', 'memory', 'backlog']),
  signals: { stop: 'SIGINT', reload: 'SIGHUP' },
  install: async () => versionOf(program(), '--version'),
  start({ folder, port, deeds, wants, zone }) {
    mkdirSync(folder, { recursive: true });
    const { workers = 4, timeout, recycleAfter, bodyLimit, memory, backlog } = wants;
    const output = join(folder, 'uwsgi.log');
    const args = [
      ...[
        '--master',
        '--need-app',
        '--die-on-term',
        '--http-socket',
        `127.0.0.1:${port}`,
        '--processes',
        `${workers}`,
      ],
      ...['--chdir', apps, '--module', 'app:app'],
      ...(timeout === undefined ? [] : ['--harakiri', `${timeout}`]),
      ...(recycleAfter === undefined ? [] : ['--max-requests', `${recycleAfter}`]),
      ...(bodyLimit === undefined ? [] : ['--limit-post', `${bodyLimit}`]),
      ...(backlog === undefined ? [] : ['--listen', `${backlog}`]),
    ];
    return start({
      ...capped(memory, program(), args),
      folder,
      env: { TZ: zone, LAB_DEEDS: JSON.stringify(deeds), PYTHONDONTWRITEBYTECODE: '1' },
      port,
      output,
      logs: { 'uwsgi.log': output },
    });
  },
};
