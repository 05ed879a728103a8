import { hypercorn, uvicorn } from './backends/asgi.ts';
import { go } from './backends/go.ts';
import { gunicornSync, gunicornThreads } from './backends/gunicorn.ts';
import { node24, ownNode } from './backends/node.ts';
import { puma } from './backends/puma.ts';
import { uwsgi } from './backends/uwsgi.ts';
import { dresses } from './dress.ts';
import { faults } from './faults.ts';
import type { Backend, Fault, ReverseProxy } from './model.ts';
import type { Run } from './play.ts';
import { apache } from './proxies/apache.ts';
import { caddy } from './proxies/caddy.ts';
import { haproxy } from './proxies/haproxy.ts';
import { currentNginx, debianNginx } from './proxies/nginx.ts';

const proxies: readonly ReverseProxy[] = [debianNginx, currentNginx, haproxy, apache, caddy];
const backends: readonly Backend[] = [
  gunicornSync,
  gunicornThreads,
  uwsgi,
  uvicorn,
  hypercorn,
  puma,
  go,
  ownNode,
  node24,
];
const zones = ['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/New_York'];

const fits = (fault: Fault, backend: Backend): boolean =>
  Object.values(fault.deeds).every(({ does }) => backend.deeds.has(does)) &&
  Object.keys(fault.wants).every((want) => backend.wants.has(want as keyof Fault['wants'])) &&
  (fault.fits?.(backend) ?? true);

const nth = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Every fault on every backend that can have it, before one proxy after the other, dressed one way after the other. */
const roundOf = (round: number): readonly Run[] =>
  faults
    .flatMap((fault) =>
      backends.filter((backend) => fits(fault, backend)).map((backend) => ({ fault, backend })),
    )
    .map(({ fault, backend }, index) => {
      const turn = index + round;
      const proxy = nth(proxies, turn);
      return {
        id: `${proxy.name}/${backend.name}/${fault.name}`,
        proxy,
        backend,
        fault,
        style: Math.floor(turn / proxies.length),
        dress: nth(dresses, turn + Math.floor(index / dresses.length)),
        zones: { proxy: 'UTC', backend: turn % 5 === 4 ? nth(zones, turn) : 'UTC' },
        noise: turn % 3 === 1 && backend.deeds.has('raise'),
      };
    });

/** What is looked at when something is wrong, to find out why. */
export const first: readonly Run[] = roundOf(0);
/** What is only counted: every fault on every backend once more, before another proxy and in another dress. */
export const second: readonly Run[] = roundOf(1);
export const plan: readonly Run[] = [...first, ...second];

/** One of each fault, on one backend after the other. */
export const short: readonly Run[] = faults.flatMap((fault, index) => {
  const fitting = first.filter((run) => run.fault === fault);
  return fitting.length === 0 ? [] : [nth(fitting, index)];
});
