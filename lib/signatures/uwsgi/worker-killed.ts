import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiWorkerKilled = defineClue({
  id: 'uwsgi/worker-killed',
  formats: ['uwsgi', ...anyText],
  needles: ['DAMN ! worker'],
  means: 'A worker was killed by SIGKILL: by uWSGI itself if it said so just before, otherwise from outside.',
  // The releases write MISTERIOUSLY; the spelling is corrected on the main branch only.
  provenance: { project: 'uWSGI', file: 'core/master.c, master_loop', version: '2.0.18 to 2.0.30' },
  pattern:
    /^DAMN ! worker (?<worker>\d+) \(pid: (?<pid>\d+)\) (?:died,|M[IY]STERIOUSLY) killed by signal 9 :\( trying respawn/,
  adds: { signal: 'SIGKILL' },
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [
    { of: 'uwsgi/harakiri', sharing: 'worker', within: { from: -5_000, to: 0 } },
    { of: 'uwsgi/evil-reload', sharing: 'pid', within: { from: -5_000, to: 0 } },
  ],
  samples: [
    {
      line: 'DAMN ! worker 1 (pid: 10015) died, killed by signal 9 :( trying respawn ...',
      gives: { worker: '1', pid: 10015, signal: 'SIGKILL' },
      from: 'captured, uWSGI 2.0.21',
    },
    {
      line: 'DAMN ! worker 2 (pid: 17) MISTERIOUSLY killed by signal 9 :( trying respawn ...',
      gives: { worker: '2', pid: 17 },
      from: 'rebuilt from the template, uWSGI 2.0.30',
    },
    {
      line: 'DAMN ! worker 1 (pid: 10015) died, killed by signal 9 :( trying respawn ...',
      gives: { worker: '1' },
      from: 'captured, uWSGI 2.0.21',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: 'DAMN ! worker 2 (pid: 10016) died, killed by signal 6 :( trying respawn ...',
      because: 'a crash of its own',
    },
    { line: 'DAMN ! worker 1 (pid: 10024) died :( trying respawn ...', because: 'not by a signal' },
  ],
});
