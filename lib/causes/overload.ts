import { defineCause } from '#lib/catalogue/define.ts';
import {
  backendLog,
  backendName,
  capital,
  kernelLog,
  limitWords,
  onRoutes,
  unlessNamed,
  unlessOtherNamed,
} from '#lib/catalogue/define-cause.ts';
import { changed } from '#lib/catalogue/define-fix.ts';
import { asidesNear } from '#lib/figures/asides.ts';
import { atOnce, runOf } from '#lib/figures/shape.ts';
import { onlyHandshakes } from '#lib/figures/steady.ts';
import type { View } from '#lib/model/cause.ts';
import type { KnownLimit } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import { minute, second } from '#lib/model/time.ts';
import { count, duration } from '#lib/model/words.ts';

const timedOut = (close: Close, view: View): number => asidesNear(close, view, ['proxy-timeout'], minute);
const refused = (close: Close, view: View): number => asidesNear(close, view, ['connect-failed'], minute);

const capacity = (close: Close, view: View): KnownLimit | undefined => {
  const limits = view.limits('capacity', 'backend', close).filter(({ value }) => value !== null && value > 0);
  return limits.find(({ how }) => how === 'configured') ?? limits[0];
};

export const overload = defineCause({
  id: 'overload',
  family: 'rejected',
  means:
    'The backend had no worker, queue place, descriptor or connection left and let go of connections it had taken.',
  prior: 0.04,
  limitedBy: [{ kind: 'capacity', role: 'backend' }],
  expects: unlessOtherNamed('overload', [
    {
      id: 'time-outs-around',
      weight: 2.4,
      tells: 'this',
      sees: (close, view) => {
        const waiting = timedOut(close, view);
        return waiting >= 3
          ? `${waiting} other requests ran into the proxy’s timeout within a minute of it: the backend was not keeping up`
          : undefined;
      },
    },
    {
      id: 'refused-all-along',
      weight: 1.2,
      tells: 'this',
      sees: (close, view) => {
        const failed = refused(close, view);
        return failed >= 3 && timedOut(close, view) > 0
          ? `${count(failed, 'connect')} failed within a minute of it too, as when a queue is full`
          : undefined;
      },
    },
    {
      id: 'reset-while-waiting',
      weight: 0.5,
      tells: 'any',
      sees: ({ by, elapsed, phase }) =>
        by === 'reset' && phase === 'header' && elapsed !== undefined && elapsed > second
          ? 'the connection was reset after waiting for a worker'
          : undefined,
    },
  ]),
  against: [
    {
      id: 'only-handshakes',
      weight: -4,
      tells: 'this',
      sees: (_close, view) => {
        const handshakes = onlyHandshakes(view, ['overload']);
        return handshakes && `${handshakes}: what is only busy shakes hands at times`;
      },
    },
    ...unlessNamed('overload', [
      {
        id: 'nothing-waits',
        weight: -1.2,
        tells: 'this',
        sees: (close, view) =>
          close.at !== null && timedOut(close, view) + refused(close, view) === 0
            ? 'no request timed out and no connect failed within a minute of it'
            : undefined,
      },
      {
        id: 'at-once',
        weight: -0.8,
        tells: 'any',
        sees: (close, view) =>
          close.elapsed !== undefined && close.elapsed <= atOnce && (runOf(close, view)?.closes ?? 1) <= 2
            ? `the close came within ${duration(atOnce)} of the request, alone`
            : undefined,
      },
    ]),
  ],
  settledBy: [
    backendLog(
      'whether the backend ran out of workers, descriptors or queue',
      'the backend’s log complains of no shortage near the closes',
    ),
    kernelLog(
      'whether a listen queue overflowed or a table was full',
      'the kernel log in view shows no full queue or table near the closes',
    ),
  ],
  why(found) {
    const { closes, view } = found;
    const waiting = Math.max(
      timedOut(closes[0], view),
      timedOut(closes[closes.length - 1] ?? closes[0], view),
    );
    const limit = capacity(closes[0], view);
    return `${capital(backendName(found))} was out of room${limit?.how === 'configured' ? ` (${limitWords(limit)})` : ''} and let go of ${count(closes.length, 'connection')}${onRoutes(found)}${waiting > 0 ? `, while ${count(waiting, 'other request')} timed out at the proxy` : ''}.`;
  },
  steps: (found) => {
    const limit = capacity(found.closes[0], found.view);
    return {
      3: {
        state: 'todo',
        text: `Count busy workers and the listen queue of ${backendName(found)} at that time${limit ? `; ${limitWords(limit)}` : ''}.`,
        command: 'ss -ltn; nstat -az TcpExtListenOverflows TcpExtListenDrops; ls /proc/<pid>/fd | wc -l',
      },
      5: {
        state: 'todo',
        text: 'Find what filled it: more traffic than usual, or one slow dependency that holds every worker.',
      },
      7: {
        state: 'todo',
        text: 'Take the slow thing out of the way first; then more workers or instances, and a queue short enough that the proxy hears of it.',
      },
    };
  },
  fixes: ({ view, closes }) => {
    const limit = capacity(closes[0], view);
    return limit?.value && limit.how === 'configured'
      ? [
          changed(
            limit,
            limit.value * 2,
            'If memory and processors allow it; more workers do not help against a slow database.',
          ),
        ]
      : [];
  },
});
