import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelUnhandledException = defineClue({
  id: 'kernel/unhandled-exception',
  formats: ['kernel', ...anyText],
  needles: [']: unhandled '],
  pattern:
    /^(?<process>.{1,60}?)\[\d+\]: unhandled (?:exception: (?<reason>\S[^[]{0,200}?)(?: in [^[\s]+\[[0-9a-f,+]+\])?$|signal \d+ (?:code 0x[0-9a-f]+ )?at |[a-z][a-z0-9 ]{1,60} \(\d+\) at 0x)/,
  means: 'The processor refused what this process did, and the process died of the signal.',
  provenance: { project: 'linux', file: 'arch/arm64/kernel/traps.c', version: '4.14 to 6.12' },
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[ 7712.440091] python3[1877]: unhandled exception: DABT (lower EL), ESR 0x0000000092000006, level 2 translation fault in libc.so.6[ffff8a1c0000+188000]',
      gives: {
        process: 'python3',
        reason: 'DABT (lower EL), ESR 0x0000000092000006, level 2 translation fault',
      },
      from: 'rebuilt from the template, Linux 6.1 arch/arm64/kernel/traps.c',
    },
    {
      line: '[ 7712.440091] node[1877]: unhandled level 2 translation fault (11) at 0x00000000, esr 0x92000046, in node[400000+21c4000]',
      gives: { process: 'node' },
      from: 'rebuilt from the template, Linux 4.14 arch/arm64/mm/fault.c',
    },
    {
      line: '[ 7712.440091] java[1877]: unhandled signal 11 code 0x1 at 0x0000000000000008 in libjvm.so[3fa1c00000+d00000]',
      gives: { process: 'java' },
      from: 'rebuilt from the template, Linux 6.1 arch/riscv/kernel/traps.c',
    },
  ],
  nearMisses: [
    {
      line: 'worker[3]: unhandled error in job 17, retrying',
      because: 'an application speaks of its own error',
      format: 'plain',
    },
  ],
});
