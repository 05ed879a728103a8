import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { capped } from '#test/lab/cgroup.ts';
import { apps, python, versionOf } from '#test/lab/install.ts';
import type { Backend, Deed, Wants } from '#test/lab/model.ts';
import { start } from '#test/lab/server.ts';

const bin = (): string => python(['gunicorn==23.0.0']);
const deeds: readonly Deed['does'][] = [
  'spin',
  'sleep',
  'eat',
  'segv',
  'abort',
  'exit',
  'raise',
  'short',
  'unfinished',
  'drop',
  'refuse-body',
];

const gunicorn = (name: string, own: readonly string[], more: Partial<Backend>): Backend => ({
  name,
  deeds: new Set(deeds),
  wants: new Set<keyof Wants>(['workers', 'timeout', 'recycleAfter', 'keepAlive', 'memory', 'backlog']),
  signals: { stop: 'SIGQUIT', reload: 'SIGHUP' },
  install: async () => versionOf(join(bin(), 'gunicorn'), '--version'),
  start({ folder, port, deeds, wants, zone }) {
    mkdirSync(folder, { recursive: true });
    const { workers = 4, timeout, recycleAfter, keepAlive, memory, backlog } = wants;
    const output = join(folder, 'gunicorn.log');
    const args = [
      ...own,
      ...['--workers', `${workers}`, '--bind', `127.0.0.1:${port}`, '--chdir', apps, '--access-logfile', '-'],
      ...(timeout === undefined ? [] : ['--timeout', `${timeout}`]),
      ...(recycleAfter === undefined ? [] : ['--max-requests', `${recycleAfter}`]),
      ...(keepAlive === undefined ? [] : ['--keep-alive', `${keepAlive}`]),
      ...(backlog === undefined ? [] : ['--backlog', `${backlog}`]),
      'app:app',
    ];
    return start({
      ...capped(memory, join(bin(), 'gunicorn'), args),
      folder,
      env: { TZ: zone, LAB_DEEDS: JSON.stringify(deeds), PYTHONDONTWRITEBYTECODE: '1' },
      port,
      output,
      logs: { 'gunicorn.log': output },
    });
  },
  ...more,
});

/** A worker is one process with one request. */
export const gunicornSync: Backend = gunicorn('gunicorn-sync', [], {});
/** A worker has threads and keeps connections. */
export const gunicornThreads: Backend = gunicorn('gunicorn-gthread', ['--threads', '4'], {
  // It looks once a second.
  lettingGo: (keepAlive) => [keepAlive, keepAlive + 1.1],
});
