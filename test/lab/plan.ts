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
export const plan: readonly Run[] = faults
  .flatMap((fault) =>
    backends.filter((backend) => fits(fault, backend)).map((backend) => ({ fault, backend })),
  )
  .flatMap(({ fault, backend }, index) => {
    const proxy = nth(proxies, index);
    return [
      {
        id: `${proxy.name}/${backend.name}/${fault.name}`,
        proxy,
        backend,
        fault,
        style: Math.floor(index / proxies.length),
        dress: nth(dresses, index + Math.floor(index / dresses.length)),
        zones: { proxy: 'UTC', backend: index % 5 === 4 ? nth(zones, index) : 'UTC' },
        noise: index % 3 === 1 && backend.deeds.has('raise'),
      },
    ];
  });

/** One of each fault, as far as a few minutes go. */
export const short: readonly Run[] = faults.flatMap(
  (fault) =>
    plan.find((run) => run.fault === fault && run.backend !== node24 && run.proxy !== currentNginx) ?? [],
);
