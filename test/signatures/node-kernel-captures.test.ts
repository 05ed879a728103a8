import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { matcher } from '#lib/engine/match.ts';
import { reader } from '#lib/engine/read.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Source } from '#lib/model/record.ts';
import type { Fact } from '#lib/model/signal.ts';

const captures = new URL('../captures/', import.meta.url);
const read = reader(catalogue);
const match = matcher(catalogue);
const source: Source = {
  name: 'capture',
  role: 'backend',
  formats: catalogue.formats.map(({ id }) => id) as unknown as NonEmpty<string>,
  scope: 'default',
  shared: false,
  zone: 0,
  skew: 0,
};

/** Everything that a captured log says, in its order. */
const facts = (file: string): readonly Fact[] =>
  readFileSync(new URL(file, captures), 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      const event = read({ id: `line:${index + 1}`, source: source.name, text }, source);
      return event ? match(event).map(({ fact }) => fact) : [];
    });

const oom = ['kernel/oom-invoked', 'kernel/oom-limit', 'kernel/oom-victim', 'kernel/oom-killed'];
const heap = ['app/listening', 'v8/last-gcs', 'node/heap-out-of-memory', 'node/native-stack'];
const uncaught = ['app/listening', 'node/thrown-at', 'node/uncaught-exit'];
const rejected = ['app/listening', 'node/thrown-at', 'node/unhandled-rejection', 'node/uncaught-exit'];

/** One server, one fault: what is found in its log, line by line. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'node/clienterror-20.20.2.log': [
    'app/listening',
    ...Array(3).fill('node/parse-protocol'),
    'node/parse-too-large',
    ...Array(3).fill('node/parse-rejected'),
    'node/peer-hung-up',
  ],
  'node/cluster-20.20.2.log': [
    'app/listening',
    ...uncaught,
    'node/worker-exited',
    'app/listening',
    'node/worker-killed',
    'app/listening',
    'node/worker-exited',
    'app/listening',
    'node/worker-crashed',
    'app/listening',
    'node/native-stack',
    'node/worker-crashed',
    'app/listening',
  ],
  'node/single-14.21.3-reject.log': ['app/listening', 'node/rejection-warning'],
  'node/single-20.20.2-abort.log': ['app/listening', 'node/native-stack'],
  'node/single-20.20.2-emiterr.log': [
    'app/listening',
    'node/thrown-at',
    'node/unhandled-error-event',
    'node/uncaught-exit',
  ],
  'node/single-20.20.2-exc.log': uncaught,
  'node/single-20.20.2-kill9.log': ['app/listening'],
  'node/single-20.20.2-oom.log': heap,
  'node/single-20.20.2-reject.log': uncaught,
  'node/single-20.20.2-rejectnonerr.log': rejected,
  'node/single-24.21.0-exc.log': uncaught,
  'node/single-24.21.0-oom.log': heap,
  'node/single-24.21.0-rejectnonerr.log': rejected,
  'node/soft-20.20.2.log': ['app/listening', 'node/thrown-at', 'node/headers-sent', 'node/uncaught-exit'],
  'node/stop-inflight-20.20.2.log': ['app/listening'],
  'kernel/dmesg-T-sample.txt': [
    'kernel/oom-killed',
    'kernel/segfault',
    'kernel/oom-killed',
    'kernel/segfault',
  ],
  'kernel/oom-cgroup-v1-6.18-gunicorn-threads.dmesg': [...oom, 'kernel/segfault'],
  'kernel/oom-cgroup-v1-6.18-gunicorn.dmesg': oom,
  'kernel/oom-go.dmesg': oom,
  'kernel/oom-java.dmesg': oom,
  'kernel/oom-node20.dmesg': oom,
  'kernel/oom-node22.dmesg': oom,
  'kernel/oom-node24.dmesg': oom,
  'kernel/oom-node26.dmesg': oom,
  'kernel/oom-puma-cluster.dmesg': oom,
  'kernel/oom-uwsgi.dmesg': oom,
};

test.each(Object.entries(expected))('%s', (file, signatures) => {
  expect(facts(file).map(({ signature }) => signature)).toEqual(signatures);
});

test('every capture of Node and of the kernel is expected to say something', () => {
  const files = ['node', 'kernel'].flatMap((program) =>
    readdirSync(new URL(`${program}/`, captures)).map((name) => `${program}/${name}`),
  );
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

test.each([
  { file: 'kernel/oom-puma-cluster.dmesg', process: 'puma', asker: 'puma srv tp 001' },
  { file: 'kernel/oom-java.dmesg', process: 'java', asker: 'qtp580024961-13' },
  { file: 'kernel/oom-node26.dmesg', process: 'node-MainThread', asker: 'node-MainThread' },
])('$file: $process was killed, whoever asked for memory ($asker)', ({ file, process }) => {
  const named = facts(file).flatMap(({ says }) => (says.process === undefined ? [] : [says.process]));
  expect(named).toEqual([process, process]);
});

test('the number of a crashed thread is taken for no pid', () => {
  const crash = facts('kernel/oom-cgroup-v1-6.18-gunicorn-threads.dmesg').find(
    ({ signature }) => signature === 'kernel/segfault',
  );
  expect(crash?.says).toEqual({ process: 'gunicorn', signal: 'SIGSEGV', reason: 'libc.so.6' });
});
