import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { said } from './said.ts';

/** What each log says, in its order. */
const expected: Readonly<Record<string, { readonly fault: string; readonly says: readonly string[] }>> = {
  'supervisord/supervisord-4.2.5.log': {
    fault:
      'a program that ends in order, one that cannot start, one that dies in several ways, one that ignores SIGTERM',
    says: [
      'supervisord/started x4',
      'supervisord/process-exited',
      'supervisord/started',
      'supervisord/process-ended',
      'supervisord/process-exited',
      'supervisord/started',
      'supervisord/process-exited x2',
      'supervisord/started x2',
      'supervisord/process-exited',
      'supervisord/gave-up',
      'supervisord/process-exited',
      'supervisord/started',
      'supervisord/process-exited',
      'supervisord/started',
      'supervisord/process-killed',
      'supervisord/started',
      'supervisord/stopping',
      'supervisord/stopped',
      'supervisord/started',
      'supervisord/stopping',
      'supervisord/stop-forced',
      'supervisord/stopping',
      'supervisord/stopped',
      'supervisord/exiting',
      'supervisord/stopping x2',
      'supervisord/stopped',
    ],
  },
  'foreman/web-gopanic.log': {
    fault: 'the web process panics, and the worker is stopped for it',
    says: ['app/listening', 'go/panic', 'foreman/process-exited', 'foreman/stopping'],
  },
  'foreman/web-kill9.log': {
    fault: 'the web process is killed',
    says: ['app/listening', 'foreman/process-signalled', 'foreman/stopping'],
  },
  'runit/sv-2.1.2.log': {
    fault: 'a service that ignores SIGTERM, then one that stops, then one that may not be run',
    says: ['runit/stop-forced x3', 'runit/stopped', 'runit/cannot-start'],
  },
  'glibc/aborts-2.36.log': {
    fault: 'a block freed twice, a wild pointer, an overwritten heap, a failed check, an overwritten stack',
    says: [
      'glibc/heap-corrupted x5',
      'glibc/assertion-failed',
      'glibc/stack-smashed',
      'glibc/buffer-overflow',
    ],
  },
  'tcpdump/closes.log': {
    fault:
      'nothing listens; an upload is not read; half an answer; closed while working on a second and on a first request; half an answer; killed while working',
    says: [
      'tcpdump/refused x3',
      'tcpdump/reset-unread',
      'tcpdump/closed-later',
      'tcpdump/proxy-closed',
      'tcpdump/closed-later',
      'tcpdump/proxy-closed',
      'tcpdump/closed-unanswered',
      'tcpdump/proxy-closed',
      'tcpdump/closed-later',
      'tcpdump/proxy-closed',
      'tcpdump/closed-unanswered',
      'tcpdump/proxy-closed',
    ],
  },
};

it.each(Object.entries(expected))('%s', (name, { says }) => {
  expect(said(readFileSync(join(import.meta.dirname, name), 'utf8'))).toEqual(says);
});
