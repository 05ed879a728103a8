import { anyText, defineClue } from '#lib/catalogue/define.ts';

const signals: Readonly<Record<string, string>> = {
  'invalid opcode': 'SIGILL',
  'divide error': 'SIGFPE',
  int3: 'SIGTRAP',
  'stack segment': 'SIGBUS',
};

export const kernelTrap = defineClue({
  id: 'kernel/trap',
  formats: ['kernel', ...anyText],
  needles: ['traps: '],
  pattern:
    /^traps: (?<process>.{1,60}?)\[\d+\] (?:trap )?(?<reason>general protection(?: fault)?|[a-z][a-z0-9 ]{1,30}?) ip:[0-9a-f]+ sp:[0-9a-f]+ error:[0-9a-f]+/,
  adds: ({ reason = '' }) => ({ signal: signals[reason] ?? 'SIGSEGV' }),
  means: 'The processor refused an instruction of this process, and the process died of the signal.',
  provenance: { project: 'linux', file: 'arch/x86/kernel/traps.c', version: '3.10 to 6.18' },
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[ 4021.118290] traps: php-fpm8.2[3120] general protection fault ip:55d0c2a1f3b2 sp:7ffd11c0b8e0 error:0 in php-fpm8.2[55d0c2800000+4a2000]',
      gives: { process: 'php-fpm8.2', signal: 'SIGSEGV', reason: 'general protection fault' },
      from: 'rebuilt from the template, Linux 6.12 arch/x86/kernel/traps.c',
    },
    {
      line: '[ 4021.118290] traps: node[911] trap invalid opcode ip:b7a1c4 sp:7ffe0a51c0b8 error:0 in node[400000+1d3b000]',
      gives: { process: 'node', signal: 'SIGILL', reason: 'invalid opcode' },
      from: 'rebuilt from the template, Linux 6.1 arch/x86/kernel/traps.c',
    },
    {
      line: '[ 4021.118290] traps: python3[3120] general protection ip:7f1b6c1f0a11 sp:7ffd11c0b8e0 error:0 in libc-2.27.so[7f1b6c0ff000+1e7000]',
      gives: { process: 'python3', signal: 'SIGSEGV' },
      from: 'rebuilt from the template, Linux 4.19 arch/x86/kernel/traps.c',
    },
  ],
  nearMisses: [
    {
      line: '[    0.004000] traps: Feature unsupported on this processor',
      because: 'the kernel speaks of the processor, at boot',
    },
  ],
});
