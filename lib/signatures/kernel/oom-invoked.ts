import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelOomInvoked = defineClue({
  id: 'kernel/oom-invoked',
  formats: ['kernel', ...anyText],
  needles: [' invoked oom-killer: gfp_mask='],
  // The name is that of the thread that asked for memory, which need not be the victim: it goes into no field.
  pattern: /^.{1,60}? invoked oom-killer: gfp_mask=0x/,
  means: 'A thread asked for memory that was not there, and the kernel began to look for a process to kill.',
  provenance: { project: 'linux', file: 'mm/oom_kill.c', version: '2.6.32 to 6.18' },
  points: [{ cause: 'oom-kill', strength: 'context' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[ 5411.286715] puma srv tp 001 invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=0',
      gives: {},
      from: 'captured, Linux 6.18.44',
    },
    {
      line: '[ 5397.140662] MainThread invoked oom-killer: gfp_mask=0x100cca(GFP_HIGHUSER_MOVABLE), order=0, oom_score_adj=0',
      gives: {},
      from: 'captured, Linux 6.18.44',
    },
  ],
  nearMisses: [
    {
      line: 'the operator invoked oom-killer by hand through sysrq',
      because: 'prose about it, not the kernel at work',
      format: 'plain',
    },
  ],
});
