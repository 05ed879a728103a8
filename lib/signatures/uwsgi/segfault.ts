import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiSegfault = defineClue({
  id: 'uwsgi/segfault',
  formats: ['uwsgi', ...anyText],
  needles: ['got Segmentation Fault', 'got Floating Point Exception'],
  means: 'A worker crashed in native code; a backtrace follows.',
  provenance: {
    project: 'uWSGI',
    file: 'core/uwsgi.c, uwsgi_segfault and uwsgi_fpe',
    version: '2.0.18 to 2.0.30',
  },
  pattern: /^!!! uWSGI process (?<pid>\d+) got (?<signal>Segmentation Fault|Floating Point Exception) !!!$/,
  adds: ({ signal }) => ({ signal: signal === 'Segmentation Fault' ? 'SIGSEGV' : 'SIGFPE' }),
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -5_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '!!! uWSGI process 10024 got Segmentation Fault !!!',
      gives: { pid: 10024, signal: 'SIGSEGV' },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [
    { line: '*** backtrace of 10024 ***', because: 'printed for harakiri-verbose and SIGUSR2 too' },
  ],
});
