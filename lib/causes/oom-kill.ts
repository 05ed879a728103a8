import { defineCause } from '#lib/catalogue/define.ts';
import {
  backendName,
  kernelLog,
  midst,
  onTime,
  pidsOf,
  severalUpstreams,
  suspects,
  unlessNamed,
  unlessOtherNamed,
} from '#lib/catalogue/define-cause.ts';
import { containerWords, describeTasks, tasksIn } from '#lib/catalogue/define-task.ts';
import { atOnce, burstOf, runOf } from '#lib/figures/shape.ts';
import type { Found } from '#lib/model/cause.ts';
import { second } from '#lib/model/time.ts';
import { count, duration, list, size } from '#lib/model/words.ts';

/** They report the death of another. */
const reporters = /^(?:kernel|systemd|systemd-oomd|dockerd|containerd|kubelet)$/;
/** What a process held: a figure that no process is named beside is the limit. Of a group that goes as one, the largest. */
const memoryOf = ({ clues, view }: Pick<Found, 'clues' | 'view'>): number => {
  const beside = view.incident.clues.filter(({ signature, source, at }) =>
    clues.some(
      (clue) =>
        clue.signature === signature &&
        clue.source === source &&
        clue.at !== null &&
        at !== null &&
        Math.abs(clue.at - at) < second,
    ),
  );
  return Math.max(
    0,
    ...[...clues, ...beside].flatMap(({ says }) => (says.pid === undefined ? [] : (says.bytes ?? []))),
  );
};
/** The runtime gave up before the kernel had to. */
const isHeap = ({ clues }: Pick<Found, 'clues'>): boolean =>
  clues.some(
    ({ signature, says }) => /heap|out-of-memory/.test(signature) || /\bheap\b/i.test(says.reason ?? ''),
  );

/** The limit at which a container was killed. */
const limitOf = ({ clues }: Pick<Found, 'clues'>): number =>
  Math.max(0, ...clues.flatMap(({ says }) => (says.cluster === undefined ? [] : (says.bytes ?? []))));

/** The kernel, a supervisor or the runtime says that it was memory; others only saw a process go. */
const namesMemory = ({ clues }: Pick<Found, 'clues'>): boolean =>
  clues.some(({ signature }) => /oom|memory|heap/.test(signature));

export const oomKill = defineCause({
  id: 'oom-kill',
  family: 'exited',
  means: 'The kernel, or the runtime’s own heap limit, ended the process for memory.',
  prior: 0.07,
  expects: unlessOtherNamed('oom-kill', [
    {
      id: 'whole-process-went',
      weight: 0.7,
      tells: 'any',
      sees: (close, view) => {
        const refused = runOf(close, view)?.refused ?? 0;
        return burstOf(close, view) || refused > 0
          ? 'several connections ended together, or connects were refused next: a whole process went'
          : undefined;
      },
    },
  ]),
  against: unlessNamed('oom-kill', [
    {
      id: 'at-once',
      weight: -1.2,
      tells: 'any',
      sees: (close) =>
        close.elapsed !== undefined && close.elapsed <= atOnce
          ? `the close came within ${duration(atOnce)}, too soon for work that fills memory`
          : undefined,
    },
    severalUpstreams(-1.2),
    onTime(-1.5, '; memory does not fill on time'),
  ]),
  settledBy: [
    kernelLog(
      'whether the kernel killed a process for memory',
      'the kernel log in view shows no OOM kill near the closes',
    ),
  ],
  why(found) {
    const victims = [
      ...new Set(
        found.clues.flatMap(({ says }) =>
          says.process && !reporters.test(says.process) ? [says.process] : [],
        ),
      ),
    ];
    const memory = memoryOf(found);
    const many =
      victims.length > 1 ||
      tasksIn(found.clues).length > 1 ||
      new Set(found.clues.flatMap(({ says }) => says.pid ?? [])).size > 1;
    const tasks = tasksIn(found.clues);
    const who =
      victims.length > 0
        ? list(victims.slice(0, 3))
        : tasks.length > 0
          ? containerWords(tasks)
          : backendName(found);
    const what = isHeap(found)
      ? 'reached the heap limit of its runtime and gave up'
      : `${many ? 'were' : 'was'} killed${namesMemory(found) ? ' for memory' : ' by SIGKILL, which may have been for memory'}${memory > 0 ? ` at ${size(memory)} resident` : ''}${memory === 0 && limitOf(found) > 0 ? ` at its limit of ${size(limitOf(found))}` : ''}`;
    return `${who}${pidsOf(found)} ${what}${midst(found)}; ${count(found.closes.length, 'connection')} ended.`;
  },
  steps: (found) => ({
    3: isHeap(found)
      ? {
          state: 'todo',
          text: `The heap limit of ${backendName(found)} was reached: compare it with the memory the host or container has, and take a heap snapshot while requests for ${suspects(found)} run.`,
        }
      : {
          state: 'todo',
          text:
            limitOf(found) > 0
              ? `Compare what requests need with the ${size(limitOf(found))} that ${containerWords(tasksIn(found.clues)).replace(/^C/, 'c')} had (MemoryUtilized in Container Insights), and with the number of workers that share it.`
              : `Compare the ${memoryOf(found) > 0 ? `${size(memoryOf(found))} that the process held` : 'size of the process'} with the limit of the ${found.clues.some(({ says }) => says.container) ? 'container' : 'service or host'}, and with the number of workers that share it.`,
          command:
            tasksIn(found.clues).length > 0
              ? describeTasks(tasksIn(found.clues))
              : "dmesg -T | grep -iE 'oom|killed process'; cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory.current",
        },
    5: {
      state: 'todo',
      text: `Find what a request for ${suspects(found)} holds in memory: a whole file, a whole table, a cache without a bound.`,
    },
    7: {
      state: 'todo',
      text: 'Make the route need less (stream instead of load, page the query), run fewer workers or give the service more memory, then restart it.',
    },
  }),
  fixes: (found) => {
    const memory = memoryOf(found);
    if (isHeap(found)) return [];
    const limit = limitOf(found) / 1024 ** 2;
    if (limit > 0)
      return [
        {
          where: `ECS task definition: memory of ${containerWords(tasksIn(found.clues)).replace(/^C/, 'c')}`,
          diff: `-"memory": ${limit}\n+"memory": ${limit * 2}`,
          because:
            'Twice the limit at which it was killed; on Fargate the memory of the whole task must be a size that its CPU allows.',
        },
      ];
    if (memory === 0) return [];
    const room = Math.ceil((memory * 1.5) / 1024 ** 2 / 64) * 64;
    return [
      {
        where:
          'the memory limit of the service (systemd MemoryMax=, docker --memory, ECS memory, Kubernetes limits.memory)',
        diff: `+MemoryMax=${room}M`,
        because: `Half as much again as the ${size(memory)} that one process held when it was killed; multiply by the number of workers.`,
      },
    ];
  },
});
