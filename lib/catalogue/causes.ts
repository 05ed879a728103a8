import { crash } from '#lib/causes/crash.ts';
import { oomKill } from '#lib/causes/oom-kill.ts';
import { workerTimeout } from '#lib/causes/worker-timeout.ts';
import type { Cause, Lookalike } from '#lib/model/cause.ts';

export const causes: readonly Cause[] = [oomKill, crash, workerTimeout];
export const lookalikes: readonly Lookalike[] = [];
