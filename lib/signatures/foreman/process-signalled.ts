import { defineClue } from '#lib/catalogue/define.ts';

export const foremanProcessSignalled = defineClue({
  id: 'foreman/process-signalled',
  formats: ['plain'],
  needles: ['terminated by SIG'],
  means: 'A process that foreman runs died of a signal.',
  provenance: { project: 'foreman', file: 'lib/foreman/engine.rb', version: '0.87 to 0.90' },
  pattern: /^terminated by (?<signal>SIG(?:KILL|SEGV|ABRT|BUS|FPE|ILL|TRAP|SYS))$/,
  points: [
    { cause: 'crash', strength: 'supporting' },
    { cause: 'oom-kill', strength: 'supporting' },
  ],
  within: { from: -3000, to: 3000 },
  consequences: [],
  samples: [
    {
      line: '12:59:24 web.1    | terminated by SIGKILL',
      gives: { signal: 'SIGKILL' },
      from: 'captured, foreman 0.87.2',
      format: 'compose',
    },
    {
      line: '12:59:24 web.1    | terminated by SIGSEGV',
      gives: { signal: 'SIGSEGV' },
      from: 'rebuilt from the template, foreman 0.87.2 lib/foreman/engine.rb',
      format: 'compose',
    },
  ],
  nearMisses: [
    { line: '12:59:19 worker.1 | terminated by SIGTERM', because: 'asked to stop', format: 'compose' },
  ],
});
