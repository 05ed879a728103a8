import { anyText, defineClue } from '#lib/catalogue/define.ts';

const signals: Readonly<Record<string, string>> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  11: 'SIGSEGV',
  31: 'SIGSYS',
};

export const kernelFatalSignal = defineClue({
  id: 'kernel/fatal-signal',
  formats: ['kernel', ...anyText],
  needles: ['potentially unexpected fatal signal'],
  pattern:
    /^(?:[^:]{1,255}: )?(?:(?<process>[^:/]{1,60})(?:\/\d+)?: )?potentially unexpected fatal signal (?<signal>\d+)\.$/,
  adds: ({ signal = '' }) => ({ signal: signals[signal] ?? `signal ${signal}` }),
  means: 'The kernel, told to print fatal signals, saw this process die of one.',
  provenance: { project: 'linux', file: 'kernel/signal.c', version: '2.6.32 to 6.18' },
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[ 7712.440113] python3: python3: potentially unexpected fatal signal 11.',
      gives: { process: 'python3', signal: 'SIGSEGV' },
      from: 'rebuilt from the template, Linux 6.18 kernel/signal.c',
    },
    {
      line: '[ 7712.440113] potentially unexpected fatal signal 6.',
      gives: { signal: 'SIGABRT' },
      from: 'rebuilt from the template, Linux 5.4 kernel/signal.c',
    },
  ],
  nearMisses: [],
});
