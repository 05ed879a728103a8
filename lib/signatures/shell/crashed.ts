import { defineClue } from '#lib/catalogue/define.ts';

const signals: Readonly<Record<string, string>> = {
  'Segmentation fault': 'SIGSEGV',
  'Bus error': 'SIGBUS',
  'Illegal instruction': 'SIGILL',
  'Floating point exception': 'SIGFPE',
  'Trace/breakpoint trap': 'SIGTRAP',
  'Bad system call': 'SIGSYS',
};

export const shellCrashed = defineClue({
  id: 'shell/crashed',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: [
    'Segmentation fault',
    'Bus error',
    'Illegal instruction',
    'Floating point exception',
    'Trace/breakpoint trap',
    'Bad system call',
  ],
  means: 'The shell that had started the server says of which signal it died.',
  provenance: { project: 'bash', file: 'siglist.c', version: '4 and 5; dash 0.5' },
  bare: true,
  pattern:
    /^(?:[^\s:]{1,200}: (?:line )?\d+: {1,8}(?<pid>\d+) )?(?<reason>Segmentation fault|Bus error|Illegal instruction|Floating point exception|Trace\/breakpoint trap|Bad system call)(?: {1,8}\(core dumped\))?(?: {1,20}\S.{0,300})?$/,
  adds: ({ reason = '' }) => ({ signal: signals[reason] ?? 'SIGSEGV' }),
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'Segmentation fault (core dumped)',
      gives: { signal: 'SIGSEGV', reason: 'Segmentation fault' },
      from: 'rebuilt from the template, bash 5 siglist.c',
    },
    {
      line: './run.sh: line 3: 12345 Segmentation fault      (core dumped) node server.js',
      gives: { pid: 12_345, signal: 'SIGSEGV' },
      from: 'rebuilt from the template, bash 5 jobs.c',
    },
    { line: 'Illegal instruction', gives: { signal: 'SIGILL' }, from: 'rebuilt from the template, dash 0.5' },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR Segmentation fault (core dumped)',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: '!!! uWSGI process 11 got Segmentation Fault !!!', because: 'uWSGI speaks' },
    { line: 'Fatal Python error: Segmentation fault', because: 'Python speaks' },
  ],
});
