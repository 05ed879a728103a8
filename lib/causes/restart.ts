import { defineCause } from '#lib/catalogue/define.ts';
import {
  allAtOnce,
  backendName,
  capital,
  failedWithout,
  limitWords,
  onRoutes,
  onTime,
  supervisorLog,
  thenRefused,
  unlessNamed,
  unlessOtherNamed,
} from '#lib/catalogue/define-cause.ts';
import { changed } from '#lib/catalogue/define-fix.ts';
import { describeServices, stopReasons, type Task, tasksIn, taskWords } from '#lib/catalogue/define-task.ts';
import { shapeOf } from '#lib/figures/shape.ts';
import type { Fix, Found, Step } from '#lib/model/cause.ts';
import { type Millis, minute, second } from '#lib/model/time.ts';
import { count, duration, list } from '#lib/model/words.ts';

const longestOf = ({ closes }: Pick<Found, 'closes'>): Millis =>
  closes.reduce((most, { elapsed }) => Math.max(most, elapsed ?? 0), 0);

const reloaded = ({ clues }: Pick<Found, 'clues'>): boolean =>
  clues.length > 0 && clues.every(({ signature }) => /reload|hang-up|reexec/.test(signature));

export const restart = defineCause({
  id: 'restart',
  family: 'exited',
  means:
    'The backend was stopped on purpose (deploy, reload, scale-in, eviction) and cut the requests it still had.',
  prior: 0.09,
  limitedBy: [{ kind: 'grace' }],
  expects: unlessOtherNamed('restart', [
    allAtOnce(1),
    thenRefused(1),
    {
      id: 'one-after-the-other',
      weight: 2.8,
      tells: 'this',
      sees: (_close, view) => {
        const { rolling } = shapeOf(view);
        return rolling > 0
          ? `${rolling} upstreams lost their connections one after the other, each once, as a rollout takes them`
          : undefined;
      },
    },
  ]),
  against: [
    failedWithout('restart'),
    ...unlessNamed('restart', [
      {
        id: 'one-route',
        weight: -0.8,
        tells: 'any',
        sees: (close, view) => {
          const main = shapeOf(view).mainRoute;
          return main && main.of >= 4 && main.route === close.route
            ? `${main.closes} of ${main.of} closes came on one route; a stop cuts whatever is under way`
            : undefined;
        },
      },
      {
        id: 'again-and-again',
        weight: -1,
        tells: 'this',
        sees: (_close, view) => {
          const { runs, rolling } = shapeOf(view);
          const first = runs[0]?.from ?? 0;
          const last = runs[runs.length - 1]?.to ?? 0;
          return runs.length >= 5 && rolling === 0 && last - first > minute
            ? `the closes came at ${runs.length} moments over ${duration(last - first)}; a deploy is one moment`
            : undefined;
        },
      },
      onTime(-1.5, ' of work, whenever that began; a stop does not wait for each'),
    ]),
  ],
  settledBy: [
    supervisorLog(
      'whether the backend was stopped, deployed or moved at that time',
      'the supervisor in view stopped nothing near the closes',
    ),
  ],
  why(found) {
    const units = [...new Set(found.clues.flatMap(({ says }) => says.unit ?? says.container ?? []))];
    const who = units.length === 1 ? `${backendName(found)} (${units[0]})` : backendName(found);
    const { rolling } = shapeOf(found.view);
    const longest = longestOf(found);
    const tasks = tasksIn(found.clues);
    const how =
      tasks.length > 0
        ? stoppedByEcs(found, tasks)
        : found.clues.length > 0
          ? `${capital(who)} was ${reloaded(found) ? 'reloaded' : 'stopped'} while requests were under way`
          : rolling > 0
            ? `${rolling} upstreams were stopped one after the other while requests were under way`
            : `${capital(who)} went away while requests were under way`;
    return `${how}; it cut ${count(found.closes.length, 'connection')}${onRoutes(found)}${longest > second ? `, the longest after ${duration(longest)}` : ''}.`;
  },
  steps: (found) => {
    const [grace] = found.view
      .limits('grace', 'backend', found.closes[0])
      .filter(({ value }) => value !== null);
    const longest = longestOf(found);
    const tasks = tasksIn(found.clues);
    const because = stopReasons(found);
    return {
      3:
        tasks.length > 0
          ? {
              state: 'answered',
              text: `ECS stopped ${taskWords(tasks)}${because.length > 0 ? `: ${because.slice(0, 3).join('; ')}` : ''}.`,
              command: describeServices(tasks),
            }
          : {
              state: 'todo',
              text: 'Find who stopped it: a deploy, an autoscaler, a failed health check, an operator.',
              command:
                "journalctl --since '-1 hour' | grep -E 'Stopping|Stopped|Started|Killing'; kubectl get events --sort-by=.lastTimestamp | tail -50",
            },
      ...(tasks.length > 0 && killedInTheEnd(found) ? { 4: stopTimeout(found) } : {}),
      ...(grace?.value && longest > second
        ? {
            4: {
              state: 'answered' as const,
              text:
                longest > grace.value
                  ? `A request had run for ${duration(longest)} and ${limitWords(grace)} is shorter: it could not finish.`
                  : `The longest request had run for ${duration(longest)} and ${limitWords(grace)} would have let it finish: ${grace.how === 'configured' ? '' : 'it is set lower, or '}something killed the backend sooner.`,
            },
          }
        : {}),
      5: {
        state: 'todo',
        text: 'Compare the time of the closes with the deploys; a rollout must take the backend out of the proxy’s rotation and wait before it sends SIGTERM.',
      },
      7:
        tasks.length > 0
          ? { state: 'todo', text: drainingOn(found, tasks) }
          : {
              state: 'todo',
              text: 'Drain first: remove the backend from the proxy, wait for its longest request, then stop it; give supervisor and backend a grace period longer than that request.',
            },
    };
  },
  fixes: (found) => [...graceFix(found), ...supervisorFix(found)],
});

function graceFix(found: Found): readonly Fix[] {
  const longest = longestOf(found);
  return found.view
    .limits('grace', 'backend', found.closes[0])
    .filter(({ value }) => value !== null && value < longest)
    .slice(0, 1)
    .map((grace) =>
      changed(
        grace,
        Math.ceil((longest * 1.5) / (5 * second)) * 5 * second,
        `Longer than the ${duration(longest)} that a cut request had already run.`,
      ),
    );
}

function supervisorFix(found: Found): readonly Fix[] {
  if (found.view.programs.some((program) => program === 'kubernetes' || program === 'kubelet'))
    return [
      {
        where: 'Kubernetes, the container in the Deployment',
        diff: '+lifecycle:\n+  preStop:\n+    exec:\n+      command: ["sleep", "10"]',
        because:
          'SIGTERM comes at the same time as the removal from the endpoints: wait until no proxy sends here any more.',
      },
    ];
  const tasks = tasksIn(found.clues);
  const task = tasks.find(({ container }) => container !== undefined) ?? tasks[0];
  return task ? ecsFixes(found, task) : [];
}

const checkFailed = ({ clues }: Pick<Found, 'clues'>): boolean =>
  clues.some(({ signature }) => /health-check-failed$/.test(signature));
const killedInTheEnd = ({ clues }: Pick<Found, 'clues'>): boolean =>
  clues.some(({ says }) => says.cluster !== undefined && says.signal === 'SIGKILL');

/** What ECS did to the tasks, with its own reason. */
function stoppedByEcs(found: Found, tasks: readonly Task[]): string {
  const reasons = stopReasons(found);
  const why = reasons.length > 0 ? ` (${list(reasons.slice(0, 2))})` : '';
  const killed = killedInTheEnd(found) ? ' and killed what had not ended in time,' : '';
  return `ECS stopped ${taskWords(tasks)}${why}${killed} while requests were under way`;
}

function stopTimeout({ view }: Found): Step {
  const known = view.limits('grace', 'platform').find(({ limit }) => limit.setting === 'ecs.stopTimeout');
  return {
    state: 'answered',
    text: `From SIGTERM to SIGKILL a container has ${known ? limitWords(known) : 'its stopTimeout'}: what took longer was cut by SIGKILL.`,
  };
}

function drainingOn(found: Found, tasks: readonly Task[]): string {
  const longest = longestOf(found);
  const request =
    longest > second ? `the longest request (${duration(longest)} here)` : 'the longest request';
  const check = checkFailed(found)
    ? 'Find out first why the health check failed: a grace period that is too short, a busy or hung process; then: '
    : '';
  return `${check}${check ? 'let' : 'Let'} requests to ${taskWords(tasks)} end before SIGTERM: behind a load balancer by a deregistration delay longer than ${request}, behind a proxy that finds tasks by name by serving on after SIGTERM until the name’s TTL is over; give stopTimeout the rest.`;
}

function ecsFixes(found: Found, { service, container }: Task): readonly Fix[] {
  const longest = longestOf(found);
  const needed = Math.max(60, Math.ceil((longest * 1.5) / (30 * second)) * 30);
  return [
    ...(checkFailed(found)
      ? [
          {
            where: `ECS service ${service}`,
            diff: '+"healthCheckGracePeriodSeconds": 120',
            because:
              'A task that is still starting is not stopped for it; make it as long as the slowest start takes.',
          },
        ]
      : []),
    {
      where: `ECS task definition, container ${container ?? `of service ${service}`}`,
      diff: `+"stopTimeout": ${Math.min(120, needed)}`,
      because:
        'ECS sends SIGKILL 30 s after SIGTERM unless told otherwise, 120 s after it at most on Fargate; the process must finish its requests in that time.',
    },
  ];
}
