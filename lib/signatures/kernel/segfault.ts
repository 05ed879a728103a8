import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelSegfault = defineClue({
  id: 'kernel/segfault',
  formats: ['kernel', ...anyText],
  needles: [': segfault '],
  // The number in brackets is a thread's id, which no other log prints: it goes into no field.
  pattern:
    /^(?<process>.{1,60}?)\[\d+\]: segfault (?:\(11\) )?at [0-9a-f]+ n?ip [0-9a-f]+ (?:sp|lr) [0-9a-f]+ (?:error|code) [0-9a-f]+(?: in (?<reason>[^[]{1,255})\[)?/,
  adds: { signal: 'SIGSEGV' },
  means: 'A thread of this process touched memory that is not its own, and the process died of SIGSEGV.',
  provenance: { project: 'linux', file: 'arch/x86/mm/fault.c', version: '2.6.32 to 6.18' },
  points: [{ cause: 'crash', strength: 'decisive' }],
  // The process lives on while its core is written.
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[Sun Nov 22 12:00:21 2026] gunicorn[2545]: segfault at 0 ip 00007fc088e4bad8 sp 00007fc0877fe438 error 4 in libc.so.6[167ad8,7fc088d0a000+156000] likely on CPU 0 (core 0, socket 0)',
      gives: { process: 'gunicorn', signal: 'SIGSEGV', reason: 'libc.so.6' },
      from: 'captured, Linux 6.18.44, dmesg -T',
    },
    {
      line: '[  692.007018] gunicorn[11242]: segfault at 0 ip 00007fe3f6985ad8 sp 00007ffd29e2c218 error 4 in libc.so.6[167ad8,7fe3f6844000+156000] likely on CPU 0 (core 0, socket 0)',
      gives: { process: 'gunicorn', signal: 'SIGSEGV' },
      from: 'captured, Linux 6.18.44',
    },
    {
      line: 'puma srv tp 003[4711]: segfault at 7f10 ip 00007f1b6c1f0a11 sp 00007f1b5a3fd9c0 error 6',
      gives: { process: 'puma srv tp 003' },
      from: 'rebuilt from the template, Linux 6.1 arch/x86/mm/fault.c',
      format: 'plain',
    },
    {
      line: '[  692.007018] node[911]: segfault (11) at 0 nip 10a4c21c lr 10a4c1f4 code 1 in node[10000000+2d30000]',
      gives: { process: 'node', reason: 'node' },
      from: 'rebuilt from the template, Linux 6.1 arch/powerpc/kernel/traps.c',
    },
  ],
  nearMisses: [
    {
      line: 'api[911]: segfault at startup is fixed by release 4.2',
      because: 'prose about a crash, not one',
      format: 'plain',
    },
  ],
});
