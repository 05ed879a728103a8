import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

/** Each began so, before the fault. */
const puma = ['puma/starting', 'puma/version', 'puma/listening'];
const unicorn = ['unicorn/listening', 'unicorn/ready', 'unicorn/worker-ready x2'];
const left = ['unicorn/worker-left x2', 'unicorn/stop'];

/** What each log says, in its order: the faults were injected one by one. */
const expected: Readonly<Record<string, { readonly fault: string; readonly says: readonly string[] }>> = {
  'puma/faults-cluster-5.6.5.log': {
    fault: 'kill -9, abort, a crash, exit!, exceptions: only a worker that boots tells of a death',
    says: [
      ...puma,
      'puma/worker-booted x4',
      'ruby/bug',
      'puma/worker-booted x2',
      'puma/app-error x3',
      'puma/body-failed',
      'puma/worker-booted',
      'puma/stop x3',
    ],
  },
  'puma/restart-usr1-phased-5.6.5.log': {
    fault: 'SIGUSR1 with a request in flight',
    says: [
      ...puma,
      'puma/worker-booted x2',
      'puma/phased-restart x2',
      'puma/worker-terminated',
      'puma/worker-booted',
      'puma/phased-restart',
      'puma/worker-terminated',
      'puma/worker-booted',
      'puma/stop x3',
    ],
  },
  'puma/restart-usr2-5.6.5.log': {
    fault: 'SIGUSR2 with a request in flight',
    says: [...puma, 'puma/restarting', ...puma, 'puma/stop'],
  },
  'puma/single-5.6.5-kill9.log': { fault: 'one process, killed: no line says so', says: puma },
  'puma/single-5.6.5-segv.log': { fault: 'the interpreter crashed', says: [...puma, 'ruby/bug'] },
  'puma/single-soft-5.6.5.log': {
    fault: 'exceptions, TLS on the plain port, a header over the limit',
    says: [
      ...puma,
      'puma/app-error',
      'puma/body-failed',
      'puma/parse-error x2',
      'puma/header-too-large',
      'puma/stop',
    ],
  },
  'puma/stop-inflight-cluster-5.6.5.log': {
    fault: 'SIGTERM with a request longer than force_shutdown_after',
    says: [...puma, 'puma/worker-booted', 'puma/stop x3', 'puma/forced-shutdown x2'],
  },
  'puma/stop-inflight-force2-5.6.5.log': {
    fault: 'the same in single mode',
    says: [...puma, 'puma/stop', 'puma/forced-shutdown x2'],
  },
  'puma/worker-timeout-5.6.5.log': {
    fault: 'a worker that was stopped does not check in',
    says: [...puma, 'puma/worker-booted', 'puma/worker-timeout', 'puma/worker-booted', 'puma/stop x3'],
  },
  'unicorn/badreq-6.0.0.log': {
    fault: 'garbage and TLS instead of HTTP: nothing is said',
    says: [...unicorn, ...left],
  },
  'unicorn/faults-6.0.0.log': {
    fault: 'kill -9, abort, a crash, exit codes, exceptions, two requests longer than timeout',
    says: [
      ...unicorn,
      'unicorn/worker-killed',
      'unicorn/worker-ready',
      'unicorn/worker-crashed',
      'unicorn/worker-ready',
      'ruby/bug',
      'unicorn/worker-crashed',
      'unicorn/worker-ready',
      'unicorn/worker-exited',
      'unicorn/worker-ready',
      'unicorn/worker-exited',
      'unicorn/worker-ready',
      'unicorn/worker-exited',
      'unicorn/worker-ready',
      'unicorn/app-error x2',
      'unicorn/worker-killed',
      'unicorn/worker-ready',
      'unicorn/worker-timeout',
      'unicorn/worker-killed',
      'unicorn/worker-ready',
      'unicorn/worker-timeout',
      'unicorn/worker-killed',
      'unicorn/worker-ready',
      ...left,
    ],
  },
  'unicorn/reload-HUP-6.0.0.log': {
    fault: 'SIGHUP with a request in flight',
    says: [
      ...unicorn,
      'unicorn/reload',
      'unicorn/worker-left',
      'unicorn/worker-ready',
      'unicorn/worker-left',
      'unicorn/worker-ready',
      ...left,
    ],
  },
  'unicorn/stop-inflight-QUIT-6.0.0.log': {
    fault: 'SIGQUIT with a request in flight, which finishes',
    says: [...unicorn, ...left],
  },
  'unicorn/stop-inflight-TERM-6.0.0.log': {
    fault: 'SIGTERM with a request in flight, which is cut',
    says: [...unicorn, ...left],
  },
};

describe('what captured Ruby servers say', () => {
  it('knows every capture', () => {
    const files = ['puma', 'unicorn'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, import.meta.url)).map((name) => `${folder}/${name}`),
    );
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(Object.entries(expected))('%s', (file, { says }) => {
    expect(said(readFileSync(new URL(file, import.meta.url), 'utf8'))).toEqual(says);
  });
});
