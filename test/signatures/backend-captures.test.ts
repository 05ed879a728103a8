import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formats } from '#lib/catalogue/formats.ts';
import { signatures } from '#lib/catalogue/signatures.ts';
import type { LogEvent } from '#lib/model/event.ts';

const captures = new URL('../captures/', import.meta.url);

/** The line understood, by the first format that reads it; what an envelope carries is read by the next. */
function understood(text: string): LogEvent | undefined {
  let line = text;
  for (const format of formats) {
    const reading = format.read(line);
    if (!reading) continue;
    if (reading.kind === 'envelope') {
      line = reading.inner;
      continue;
    }
    const { message, fields } = reading;
    const record = { id: '1', source: 'capture', text };
    return {
      record,
      format: format.id,
      at: undefined,
      resolution: 1_000,
      distrusted: false,
      message,
      fields,
    };
  }
  return undefined;
}

const said = (event: LogEvent): string[] =>
  signatures.filter((s) => s.formats.includes(event.format) && s.match(event).length > 0).map((s) => s.id);

/** Neighbours that are the same are written once, with their number. */
function runs(ids: readonly string[]): string[] {
  const found: { id: string; times: number }[] = [];
  for (const id of ids) {
    const last = found.at(-1);
    if (last?.id === id) last.times++;
    else found.push({ id, times: 1 });
  }
  return found.map(({ id, times }) => (times > 1 ? `${id} x${times}` : id));
}

/** What each log says, in its order: the faults were injected one by one. */
const expected: Readonly<Record<string, { readonly fault: string; readonly says: readonly string[] }>> = {
  'gunicorn/faults-20.1.0-sync.log': {
    fault: 'kill -9, abort and a segmentation fault are named; exit codes show only as a worker that boots',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot x2',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/worker-crashed',
      'gunicorn/boot',
      'gunicorn/worker-crashed',
      'gunicorn/boot x3',
      'gunicorn/request-failed',
      'gunicorn/response-failed',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/worker-exiting',
      'gunicorn/boot',
      'gunicorn/worker-timeout',
      'gunicorn/worker-exiting',
      'gunicorn/boot',
      'gunicorn/worker-timeout',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/worker-exiting x2',
      'gunicorn/shutting-down',
      'gunicorn/failed-to-boot',
    ],
  },
  'gunicorn/faults-21.2.0-gthread.log': {
    fault: 'two lines for one exit code; a stop that ends in SIGKILL',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot x2',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/worker-crashed',
      'gunicorn/boot',
      'gunicorn/worker-crashed',
      'gunicorn/boot',
      'gunicorn/worker-exit-code',
      'gunicorn/worker-exited',
      'gunicorn/boot x2',
      'gunicorn/request-failed',
      'gunicorn/response-failed',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/thread-died',
      'gunicorn/worker-timeout',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/stop',
      'gunicorn/worker-exiting',
      'gunicorn/worker-killed',
      'gunicorn/shutting-down',
    ],
  },
  'gunicorn/faults-23.0.0-sync.log': {
    fault: 'a timed-out request is answered with 500; blocked in C it is cut',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot x2',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/worker-crashed',
      'gunicorn/boot',
      'gunicorn/worker-crashed',
      'gunicorn/boot',
      'gunicorn/worker-exit-code',
      'gunicorn/worker-exited',
      'gunicorn/boot x2',
      'gunicorn/request-failed',
      'gunicorn/response-failed',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/request-failed',
      'gunicorn/worker-timeout',
      'gunicorn/request-failed',
      'gunicorn/worker-exiting',
      'gunicorn/boot',
      'gunicorn/worker-timeout',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/request-failed',
      'gunicorn/stop',
      'gunicorn/worker-exiting x2',
      'gunicorn/shutting-down',
    ],
  },
  'gunicorn/faults-26.2.0-sync.log': {
    fault: 'as 23, with one line for one exit code',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot x2',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/worker-crashed',
      'gunicorn/boot',
      'gunicorn/worker-crashed',
      'gunicorn/boot',
      'gunicorn/worker-exited',
      'gunicorn/boot x2',
      'gunicorn/request-failed',
      'gunicorn/response-failed',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/request-failed',
      'gunicorn/worker-timeout',
      'gunicorn/request-failed',
      'gunicorn/worker-exiting',
      'gunicorn/boot',
      'gunicorn/worker-timeout',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/request-failed',
      'gunicorn/stop',
      'gunicorn/worker-exiting x2',
      'gunicorn/shutting-down',
    ],
  },
  'gunicorn/faults-gunicorn26.2.0-uvicorn0.54.0.log': {
    fault: 'uvicorn workers: both programs speak',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot x2',
      'uvicorn/server-started x2',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'uvicorn/server-started',
      'gunicorn/worker-crashed',
      'gunicorn/boot',
      'uvicorn/server-started',
      'gunicorn/worker-crashed',
      'gunicorn/boot',
      'uvicorn/server-started',
      'gunicorn/worker-exited',
      'gunicorn/boot',
      'uvicorn/server-started',
      'uvicorn/exception',
      'uvicorn/no-response',
      'uvicorn/exception',
      'uvicorn/wrong-length',
      'uvicorn/exception',
      'uvicorn/wrong-length',
      'uvicorn/exception',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'uvicorn/server-started',
      'uvicorn/response-incomplete',
      'uvicorn/exception',
      'gunicorn/worker-timeout',
      'gunicorn/worker-crashed',
      'gunicorn/boot',
      'uvicorn/server-started',
      'gunicorn/worker-timeout',
      'gunicorn/worker-crashed',
      'gunicorn/boot',
      'uvicorn/server-started',
      'gunicorn/stop',
      'uvicorn/stop x2',
      'uvicorn/finished x2',
      'gunicorn/worker-terminated x2',
      'gunicorn/shutting-down',
    ],
  },
  'gunicorn/limits-26.2.0-sync.log': {
    fault: 'request line and headers over the limits',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot',
      'gunicorn/request-too-large x4',
      'gunicorn/stop',
      'gunicorn/worker-exiting',
      'gunicorn/shutting-down',
    ],
  },
  'gunicorn/masterkill-26.2.0-sync.log': {
    fault: 'SIGKILL to the master',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot',
      'gunicorn/parent-changed',
      'gunicorn/worker-exiting',
    ],
  },
  'gunicorn/maxreq-26.2.0-gthread.log': {
    fault: 'max_requests 3',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot',
      'gunicorn/recycle',
      'gunicorn/worker-exiting',
      'gunicorn/boot',
      'gunicorn/recycle',
      'gunicorn/worker-exiting',
      'gunicorn/boot',
      'gunicorn/stop',
      'gunicorn/worker-exiting',
      'gunicorn/shutting-down',
    ],
  },
  'gunicorn/oom-cgroup-26.2.0-sync.log': {
    fault: 'a worker killed for memory',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot x2',
      'gunicorn/worker-killed',
      'gunicorn/boot',
      'gunicorn/stop',
      'gunicorn/worker-exiting x2',
      'gunicorn/shutting-down',
    ],
  },
  'gunicorn/reload-inflight-26.2.0-gthread.log': {
    fault: 'SIGHUP with a request in flight',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot',
      'gunicorn/reload',
      'gunicorn/hang-up',
      'gunicorn/boot',
      'gunicorn/worker-exiting',
      'gunicorn/worker-terminated',
      'gunicorn/stop',
      'gunicorn/worker-exiting',
      'gunicorn/shutting-down',
    ],
  },
  'gunicorn/stop-inflight-26.2.0-sync.log': {
    fault: 'SIGTERM with a request longer than graceful_timeout',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot',
      'gunicorn/stop',
      'gunicorn/worker-exiting',
      'gunicorn/shutting-down',
    ],
  },
  'gunicorn/stop-inflight-gunicorn26.2.0-uvicorn0.54.0.log': {
    fault: 'the same before uvicorn workers',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot',
      'uvicorn/server-started',
      'gunicorn/stop',
      'uvicorn/stop',
      'uvicorn/waiting',
      'gunicorn/shutting-down',
    ],
  },
  'gunicorn/stop-quit-inflight-26.2.0-gthread.log': {
    fault: 'SIGQUIT with a request in flight',
    says: [
      'gunicorn/starting',
      'gunicorn/worker-class',
      'gunicorn/boot',
      'gunicorn/stop',
      'gunicorn/worker-exiting',
      'gunicorn/worker-killed',
      'gunicorn/shutting-down',
    ],
  },
  'uwsgi/faults-2.0.21-uwsgi-socket-master.log': {
    fault: 'kill -9, abort, segmentation fault, exit, exceptions, harakiri',
    says: [
      'uwsgi/starting',
      'uwsgi/worker-killed',
      'uwsgi/respawned',
      'uwsgi/worker-crashed',
      'uwsgi/respawned',
      'uwsgi/segfault',
      'uwsgi/worker-died',
      'uwsgi/respawning-too-fast',
      'uwsgi/respawned',
      'uwsgi/worker-died',
      'uwsgi/respawned',
      'uwsgi/nothing-sent',
      'uwsgi/worker-killed',
      'uwsgi/respawned',
      'uwsgi/monitored-exception',
      'uwsgi/respawned',
      'uwsgi/harakiri',
      'uwsgi/harakiri-request',
      'uwsgi/worker-killed',
      'uwsgi/respawned',
      'uwsgi/harakiri',
      'uwsgi/harakiri-request',
      'uwsgi/worker-killed',
      'uwsgi/respawned',
      'uwsgi/stop',
      'uwsgi/worker-buried x2',
      'uwsgi/goodbye',
    ],
  },
  'uwsgi/limits-2.0.21.log': {
    fault: 'headers and bodies over the limits, HTTP to a uwsgi port',
    says: [
      'uwsgi/starting',
      'uwsgi/header-too-large x2',
      'uwsgi/body-too-large x2',
      'uwsgi/http-on-uwsgi-port',
      'uwsgi/stop',
      'uwsgi/worker-buried',
      'uwsgi/goodbye',
    ],
  },
  'uwsgi/overload-2.0.21.log': {
    fault: 'a listen queue of 4',
    says: [
      'uwsgi/starting',
      'uwsgi/queue-full x8',
      'uwsgi/stop',
      'uwsgi/queue-full x2',
      'uwsgi/worker-buried',
      'uwsgi/goodbye',
    ],
  },
  'uwsgi/recycle-2.0.21-evilreload.log': {
    fault: 'evil-reload-on-rss',
    says: [
      'uwsgi/starting',
      'uwsgi/evil-reload',
      'uwsgi/worker-killed',
      'uwsgi/respawned',
      'uwsgi/evil-reload',
      'uwsgi/worker-killed',
      'uwsgi/respawned',
      'uwsgi/evil-reload',
      'uwsgi/worker-killed',
      'uwsgi/respawned',
      'uwsgi/stop x2',
      'uwsgi/evil-reload',
      'uwsgi/worker-buried',
      'uwsgi/goodbye',
    ],
  },
  'uwsgi/recycle-2.0.21-maxlifetime.log': {
    fault: 'max-worker-lifetime',
    says: [
      'uwsgi/starting',
      'uwsgi/lifetime-reached',
      'uwsgi/respawned',
      'uwsgi/stop',
      'uwsgi/lifetime-reached',
      'uwsgi/worker-buried',
      'uwsgi/goodbye',
    ],
  },
  'uwsgi/recycle-2.0.21-maxreq.log': {
    fault: 'max-requests',
    says: [
      'uwsgi/starting',
      'uwsgi/worker-done',
      'uwsgi/worker-recycled',
      'uwsgi/respawned',
      'uwsgi/worker-done',
      'uwsgi/worker-recycled',
      'uwsgi/respawned',
      'uwsgi/stop',
      'uwsgi/worker-buried',
      'uwsgi/goodbye',
    ],
  },
  'uwsgi/recycle-2.0.21-reloadonrss.log': {
    fault: 'reload-on-rss, so low that workers are respawned too fast',
    says: [
      'uwsgi/starting',
      'uwsgi/worker-done',
      'uwsgi/worker-recycled',
      'uwsgi/respawned',
      'uwsgi/worker-done',
      'uwsgi/worker-recycled',
      'uwsgi/respawning-too-fast',
      'uwsgi/respawned',
      'uwsgi/worker-done',
      'uwsgi/worker-recycled',
      'uwsgi/respawned',
      'uwsgi/stop',
      'uwsgi/worker-buried',
      'uwsgi/goodbye',
    ],
  },
  'uwsgi/reload-inflight-2.0.21.log': {
    fault: 'SIGHUP with a request in flight',
    says: [
      'uwsgi/starting',
      'uwsgi/reload',
      'uwsgi/worker-leaving',
      'uwsgi/worker-buried',
      'uwsgi/binary-reload',
      'uwsgi/starting',
      'uwsgi/stop',
      'uwsgi/worker-buried',
      'uwsgi/goodbye',
    ],
  },
  'uwsgi/stop-inflight-2.0.21-INT.log': {
    fault: 'SIGINT with a request in flight',
    says: ['uwsgi/starting', 'uwsgi/stop', 'uwsgi/worker-buried', 'uwsgi/goodbye'],
  },
  'php-fpm/debug-8.2.log': {
    fault: 'log_level = debug',
    says: [
      'php-fpm/running',
      'php-fpm/child-killed',
      'php-fpm/stop',
      'php-fpm/child-terminated',
      'php-fpm/exiting',
    ],
  },
  'php-fpm/emergency-restart-8.2.log': {
    fault: 'two crashes within a minute',
    says: [
      'php-fpm/running',
      'php-fpm/child-crashed x2',
      'php-fpm/emergency-restart',
      'php-fpm/reexec',
      'php-fpm/running',
      'php-fpm/child-crashed',
      'php-fpm/stop',
      'php-fpm/exiting',
    ],
  },
  'php-fpm/faults-8.2.log': {
    fault: 'kill -9, segmentation fault, abort, SIGTERM, exceptions, memory_limit',
    says: [
      'php-fpm/running',
      'php-fpm/child-killed',
      'php-fpm/child-crashed x2',
      'php-fpm/child-terminated',
      'php/uncaught x2',
      'php/memory-limit',
      'php-fpm/child-killed',
      'php/uncaught',
      'php-fpm/stop',
      'php-fpm/exiting',
    ],
  },
  'php-fpm/maxexec-8.2.log': {
    fault: 'max_execution_time',
    says: ['php-fpm/running', 'php/time-limit', 'php-fpm/stop', 'php-fpm/exiting'],
  },
  'php-fpm/overload-dynamic-8.2.log': {
    fault: 'two children, more requests',
    says: ['php-fpm/running', 'php-fpm/max-children', 'php-fpm/stop', 'php-fpm/exiting'],
  },
  'php-fpm/postmax-8.2.log': {
    fault: 'post_max_size',
    says: ['php-fpm/running', 'php/post-too-large', 'php-fpm/stop', 'php-fpm/exiting'],
  },
  'php-fpm/recycle-maxreq-8.2.log': {
    fault: 'pm.max_requests',
    says: ['php-fpm/running', 'php-fpm/child-recycled x2', 'php-fpm/stop', 'php-fpm/exiting'],
  },
  'php-fpm/reload-inflight-USR2-8.2.log': {
    fault: 'SIGUSR2 with a request in flight',
    says: [
      'php-fpm/running',
      'php-fpm/reload',
      'php-fpm/reexec',
      'php-fpm/running',
      'php-fpm/stop',
      'php-fpm/exiting',
    ],
  },
  'php-fpm/stop-inflight-TERM-8.2.log': {
    fault: 'SIGTERM with a request in flight',
    says: ['php-fpm/running', 'php-fpm/stop', 'php-fpm/exiting'],
  },
  'php-fpm/terminate-timeout-8.2.log': {
    fault: 'request_terminate_timeout and the slow log',
    says: [
      'php-fpm/running',
      'php-fpm/request-slow',
      'php-fpm/request-timeout',
      'php-fpm/child-terminated',
      'php-fpm/request-slow',
      'php-fpm/request-timeout',
      'php-fpm/child-terminated',
      'php-fpm/stop',
      'php-fpm/exiting',
    ],
  },
  'uvicorn/limits-0.54.0.log': {
    fault: 'limit_concurrency, then limit_max_requests',
    says: [
      'uvicorn/server-started',
      'uvicorn/concurrency-limit x3',
      'uvicorn/recycle',
      'uvicorn/stop',
      'uvicorn/finished',
    ],
  },
  'uvicorn/single-0.54.0-h11-soft.log': {
    fault: 'exceptions, wrong lengths and unfinished answers, h11',
    says: [
      'uvicorn/server-started',
      'uvicorn/exception',
      'uvicorn/no-response',
      'uvicorn/exception',
      'uvicorn/wrong-length',
      'uvicorn/exception',
      'uvicorn/wrong-length',
      'uvicorn/exception',
      'uvicorn/response-incomplete',
      'uvicorn/stop',
      'uvicorn/finished',
    ],
  },
  'uvicorn/single-0.54.0-kill9.log': {
    fault: 'one process, killed: no line says so',
    says: ['uvicorn/server-started'],
  },
  'uvicorn/single-0.54.0-soft.log': {
    fault: 'the same with httptools, and garbage instead of HTTP',
    says: [
      'uvicorn/server-started',
      'uvicorn/exception',
      'uvicorn/no-response',
      'uvicorn/exception',
      'uvicorn/wrong-length',
      'uvicorn/exception',
      'uvicorn/wrong-length',
      'uvicorn/exception',
      'uvicorn/response-incomplete',
      'uvicorn/invalid-http',
      'uvicorn/stop',
      'uvicorn/finished',
    ],
  },
  'uvicorn/stop-inflight-0.54.0.log': {
    fault: 'SIGTERM with a request longer than timeout_graceful_shutdown',
    says: [
      'uvicorn/server-started',
      'uvicorn/stop',
      'uvicorn/waiting',
      'uvicorn/cancelled',
      'uvicorn/exception',
      'uvicorn/task-cancelled',
      'uvicorn/finished',
    ],
  },
  'uvicorn/stop-inflight-nolimit-twice-0.54.0.log': {
    fault: 'SIGTERM, then SIGINT',
    says: ['uvicorn/server-started', 'uvicorn/stop', 'uvicorn/waiting', 'uvicorn/finished'],
  },
  'uvicorn/workers-0.54.0.log': {
    fault: 'workers that die, then SIGTERM',
    says: [
      'uvicorn/parent-started',
      'uvicorn/server-started x2',
      'uvicorn/child-died',
      'uvicorn/server-started',
      'uvicorn/child-died',
      'uvicorn/server-started',
      'uvicorn/child-died',
      'uvicorn/server-started',
      'uvicorn/parent-stop',
      'uvicorn/child-terminated x2',
      'uvicorn/stop x2',
      'uvicorn/finished x2',
      'uvicorn/parent-stopped',
    ],
  },
};

const folders = ['gunicorn', 'php-fpm', 'uvicorn', 'uwsgi'];
const files = folders.flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, captures)).map((name) => `${folder}/${name}`),
);

describe('what captured backends say', () => {
  it('knows every capture', () => {
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(Object.entries(expected))('%s', (file, { says }) => {
    const lines = readFileSync(new URL(file, captures), 'utf8').split('\n');
    const found = lines.flatMap((line) => {
      const event = understood(line);
      return event ? [{ line, ids: said(event) }] : [];
    });
    expect(found.filter(({ ids }) => ids.length > 1)).toEqual([]);
    expect(runs(found.flatMap(({ ids }) => ids))).toEqual(says);
  });
});
