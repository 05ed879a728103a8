import { defineCause } from '#lib/catalogue/define.ts';
import {
  allAtOnce,
  backendLog,
  backendName,
  capital,
  failedWithout,
  kernelLog,
  midst,
  onTime,
  pidsOf,
  severalUpstreams,
  suspects,
  thenRefused,
  unlessNamed,
  unlessOtherNamed,
} from '#lib/catalogue/define-cause.ts';
import { containerWords, describeTasks, tasksIn } from '#lib/catalogue/define-task.ts';
import { isDeath } from '#lib/figures/runs.ts';
import { runOf, shapeOf } from '#lib/figures/shape.ts';
import type { Found } from '#lib/model/cause.ts';
import { count, list } from '#lib/model/words.ts';

/** They end one request each; the process lives on. */
const requestsOnly = new Set([
  'go/panic-serving',
  'rust/panicked',
  'tomcat/request-failed',
  'puma/thread-crashed',
  'cowboy/connection-crashed',
]);

/** The application failed and its server answered 500: nobody died of what they tell. */
const answered = new Set([
  'gunicorn/request-failed',
  'puma/app-error',
  'go/panic-recovered',
  'uvicorn/no-response',
  'daphne/exception',
  'php/uncaught',
  'php/memory-limit',
]);

const quoted = (text: string): string => `“${text.length > 100 ? `${text.slice(0, 100)}…` : text}”`;

/** As many as there are pids, or tasks; where lines name neither, as many as one kind of line stands there. */
function deadIn({ clues }: Pick<Found, 'clues'>): number {
  const pids = new Set(clues.flatMap(({ says }) => says.pid ?? [])).size;
  if (pids > 0) return pids;
  const tasks = tasksIn(clues).length;
  if (tasks > 0) return tasks;
  const lines = new Map<string, number>();
  for (const { signature } of clues) lines.set(signature, (lines.get(signature) ?? 0) + 1);
  return Math.max(1, ...lines.values());
}

export const crash = defineCause({
  id: 'crash',
  family: 'exited',
  means:
    'The process died of a fault of its own: a segmentation fault, an abort, an uncaught exception, a panic.',
  prior: 0.09,
  expects: unlessOtherNamed('crash', [
    {
      id: 'one-route',
      weight: 1,
      tells: 'this',
      sees: (close, view) => {
        const main = shapeOf(view).mainRoute;
        const name = view.routeName(main?.route);
        return main && name !== undefined && main.route === close.route
          ? `${main.closes} of ${main.of} closes came on ${name}`
          : undefined;
      },
    },
    allAtOnce(1),
    thenRefused(1),
    {
      id: 'same-route-each-time',
      weight: 1.6,
      tells: 'this',
      sees: (close, view) => {
        const run = runOf(close, view);
        if (!run || !isDeath(run)) return undefined;
        const { deaths, deadlyRoute } = shapeOf(view);
        const name = view.routeName(deadlyRoute);
        return name !== undefined
          ? `each of ${deaths} times that the backend went away, a request for ${name} was under way`
          : undefined;
      },
    },
  ]),
  against: [
    failedWithout('crash'),
    ...unlessNamed('crash', [severalUpstreams(-1.2), onTime(-1.5, '; a fault does not keep time')]),
  ],
  settledBy: [
    backendLog(
      'whether the backend printed a fatal error as it died',
      'the backend’s log shows no crash near the closes',
    ),
    kernelLog(
      'whether a process died of a segmentation fault',
      'the kernel log in view shows no crash near the closes',
    ),
  ],
  why(told) {
    const found: Found = { ...told, clues: told.clues.filter(({ signature }) => !answered.has(signature)) };
    const signals = [...new Set(found.clues.flatMap(({ says }) => (says.signal ? [says.signal] : [])))];
    const codes = [...new Set(found.clues.flatMap(({ says }) => (says.code ? [says.code] : [])))];
    const errors = [
      ...new Set(
        found.clues.flatMap(({ says: { reason } }) =>
          reason !== undefined && /error|exception|panic/i.test(reason) ? [quoted(reason)] : [],
        ),
      ),
    ];
    const how =
      signals.length > 0
        ? `died of ${list(signals.slice(0, 2))}`
        : errors.length > 0
          ? `died of ${list(errors.slice(0, 2))}`
          : codes.length > 0
            ? `ended with exit code ${list(codes.slice(0, 2).map(String))}`
            : 'crashed';
    const dead = deadIn(found);
    const tasks = tasksIn(found.clues);
    const name = backendName(found);
    if (found.clues.length > 0 && found.clues.every(({ signature }) => requestsOnly.has(signature)))
      return `${capital(name)} dropped ${count(found.closes.length, 'connection')}${midst(found)}: their code failed${errors.length > 0 ? ` with ${list(errors.slice(0, 2))}` : ''}, and the process lived on.`;
    const who =
      tasks.length > 0 && pidsOf(found) === ''
        ? containerWords(tasks)
        : `${dead > 1 ? `${dead} processes` : 'A process'} of ${name}${pidsOf(found)}`;
    return `${who} ${how}${midst(found)}; ${count(found.closes.length, 'connection')} ended.`;
  },
  steps: ({ view, closes, clues }) => ({
    3: {
      state: 'todo',
      text: `See how often it dies and who starts it again${clues.length === 0 ? ', and whether the kernel noted a fault' : ''}.`,
      command:
        tasksIn(clues).length > 0
          ? describeTasks(tasksIn(clues))
          : "coredumpctl list --since '-1 hour'; journalctl --since '-1 hour' | grep -iE 'segfault|dumped core|fatal|panic'",
    },
    5: {
      state: 'todo',
      text: `Read the backend’s log for the error on ${suspects({ closes, view })} just before each close, and look at what was deployed last.`,
    },
    7: { state: 'todo', text: 'Mend or roll back the code that crashes, then restart the backend.' },
  }),
  fixes: () => [],
});
