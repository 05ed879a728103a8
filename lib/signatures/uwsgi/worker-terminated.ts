import { anyText, defineClue } from '#lib/catalogue/define.ts';

const names: Readonly<Record<string, string>> = { 1: 'SIGHUP', 2: 'SIGINT', 3: 'SIGQUIT', 15: 'SIGTERM' };

export const uwsgiWorkerTerminated = defineClue({
  id: 'uwsgi/worker-terminated',
  formats: ['uwsgi', ...anyText],
  needles: ['DAMN ! worker'],
  means: 'Somebody other than uWSGI told a worker to stop, and its request with it.',
  provenance: { project: 'uWSGI', file: 'core/master.c, master_loop', version: '2.0.18 to 2.0.30' },
  pattern:
    /^DAMN ! worker (?<worker>\d+) \(pid: (?<pid>\d+)\) (?:died,|M[IY]STERIOUSLY) killed by signal (?<signal>[123]|15) :\( trying respawn/,
  adds: ({ signal = '' }) => ({ signal: names[signal] ?? signal }),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'DAMN ! worker 1 (pid: 17) died, killed by signal 15 :( trying respawn ...',
      gives: { worker: '1', pid: 17, signal: 'SIGTERM' },
      from: 'rebuilt from the template, uWSGI 2.0.30',
    },
  ],
  nearMisses: [
    {
      line: 'DAMN ! worker 1 (pid: 17) died, killed by signal 11 :( trying respawn ...',
      because: 'a crash; its number begins with the same digit',
    },
  ],
});
