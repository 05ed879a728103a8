import { anyText, defineClue } from '#lib/catalogue/define.ts';

const names: Readonly<Record<string, string>> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  11: 'SIGSEGV',
  31: 'SIGSYS',
};

export const uwsgiWorkerCrashed = defineClue({
  id: 'uwsgi/worker-crashed',
  formats: ['uwsgi', ...anyText],
  needles: ['DAMN ! worker'],
  means: 'A worker crashed: it ended by a signal that a fault in native code raises.',
  provenance: { project: 'uWSGI', file: 'core/master.c, master_loop', version: '2.0.18 to 2.0.30' },
  pattern:
    /^DAMN ! worker (?<worker>\d+) \(pid: (?<pid>\d+)\) (?:died,|M[IY]STERIOUSLY) killed by signal (?<signal>[45678]|11|31) :\( trying respawn/,
  adds: ({ signal = '' }) => ({ signal: names[signal] ?? signal }),
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'DAMN ! worker 2 (pid: 10016) died, killed by signal 6 :( trying respawn ...',
      gives: { worker: '2', pid: 10016, signal: 'SIGABRT' },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [
    {
      line: 'DAMN ! worker 1 (pid: 10015) died, killed by signal 9 :( trying respawn ...',
      because: 'killed, by uWSGI or from outside',
    },
    {
      line: 'DAMN ! worker 1 (pid: 17) died, killed by signal 15 :( trying respawn ...',
      because: 'asked to stop',
    },
  ],
});
