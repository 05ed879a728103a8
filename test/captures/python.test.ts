import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

/** What each log says, in its order: the faults were injected one by one. */
const expected: Readonly<Record<string, { readonly fault: string; readonly says: readonly string[] }>> = {
  'hypercorn/faults-0.13.2.log': {
    fault: 'exceptions, wrong lengths; two workers that die say nothing',
    says: [
      'hypercorn/listening x2',
      'hypercorn/exception x2',
      'uvicorn/wrong-length',
      'hypercorn/exception',
      'uvicorn/wrong-length',
      'hypercorn/exception',
    ],
  },
  'daphne/faults-4.0.0.log': {
    fault: 'exceptions; what hangs says nothing',
    says: ['daphne/listening', 'daphne/exception x2'],
  },
  'daphne/httptimeout-4.0.0.log': {
    fault: 'a request longer than --http-timeout',
    says: ['daphne/listening', 'daphne/request-timeout', 'daphne/app-killed', 'daphne/stopped'],
  },
  'daphne/stop-inflight-4.0.0.log': {
    fault: 'SIGTERM with a request in flight',
    says: ['daphne/listening', 'daphne/requests-cut'],
  },
  'waitress/faults-2.1.2.log': {
    fault: 'exceptions, a short body, sys.exit, more requests than threads',
    says: [
      'waitress/listening',
      'waitress/exception',
      'waitress/response-cut',
      'waitress/exception',
      'waitress/thread-died',
      'waitress/queue x2',
    ],
  },
  'waitress/stop-inflight-2.1.2.log': {
    fault: 'SIGTERM with a request in flight: nothing is said',
    says: ['waitress/listening'],
  },
  'mod_wsgi/modwsgi-4.9.4.log': {
    fault: 'kill -9, a crash, abort, os._exit, exceptions, request-timeout, deadlock-timeout',
    says: [
      'httpd/started',
      'mod_wsgi/daemon-gone',
      'mod_wsgi/process-died',
      'mod_wsgi/process-killed',
      'mod_wsgi/daemon-gone',
      'httpd/child-crashed',
      'mod_wsgi/process-died',
      'mod_wsgi/process-crashed',
      'mod_wsgi/daemon-gone',
      'httpd/child-crashed',
      'mod_wsgi/process-died',
      'mod_wsgi/process-crashed',
      'mod_wsgi/daemon-gone',
      'mod_wsgi/process-died',
      'mod_wsgi/process-crashed',
      'mod_wsgi/exception x3',
      'mod_wsgi/response-cut',
      'mod_wsgi/process-died',
      'mod_wsgi/process-killed',
      'mod_wsgi/request-timeout',
      'mod_wsgi/daemon-gone',
      'mod_wsgi/process-died',
      'mod_wsgi/deadlock',
      'mod_wsgi/daemon-gone',
      'mod_wsgi/process-died',
      'httpd/stop',
    ],
  },
  'mod_wsgi/modwsgi-maxreq-4.9.4.log': {
    fault: 'maximum-requests',
    says: [
      'httpd/started',
      'mod_wsgi/recycle',
      'mod_wsgi/process-died',
      'mod_wsgi/recycle',
      'mod_wsgi/process-died',
      'httpd/stop',
    ],
  },
};

describe('what captured Python servers say', () => {
  it('knows every capture', () => {
    const files = ['hypercorn', 'daphne', 'waitress', 'mod_wsgi'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, import.meta.url)).map((name) => `${folder}/${name}`),
    );
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(Object.entries(expected))('%s', (file, { says }) => {
    expect(said(readFileSync(new URL(file, import.meta.url), 'utf8'))).toEqual(says);
  });
});
