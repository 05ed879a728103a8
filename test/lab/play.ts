import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, release } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { distance } from './distance.ts';
import { type Dress, dressed } from './dress.ts';
import { apps, cache } from './install.ts';
import { kernel } from './kernel.ts';
import type { Backend, Fault, Given, ReverseProxy, Seen, World } from './model.ts';
import { freePort, type Server } from './server.ts';
import { asking, traffic } from './traffic.ts';

/** One run of the lab, whole: what stands where, what is done to it, and how its logs are kept. */
export interface Run {
  readonly id: string;
  readonly proxy: ReverseProxy;
  readonly backend: Backend;
  readonly fault: Fault;
  readonly style: number;
  readonly dress: Dress;
  readonly zones: { readonly proxy: string; readonly backend: string };
  /** Errors of the application that have nothing to do with the fault. */
  readonly noise: boolean;
}

/** What is known of a run without looking at its logs. */
export interface Truth {
  readonly id: string;
  readonly proxy: string;
  readonly backend: string;
  /** Of proxy and backend. */
  readonly versions: readonly [string, string];
  readonly fault: string;
  /** The cause or look-alike that its closes must be called; null where nothing may be found. */
  readonly is: string | null;
  /** What they may be called as well. */
  readonly also: readonly string[];
  /** Whether any log tells of it. */
  readonly told: boolean;
  readonly from: string;
  readonly to: string;
  /** Requests that failed, as clients saw it. */
  readonly failed: number;
  readonly asked: number;
}

/** Seconds of ordinary traffic before and after: longer than a clock may be off. */
const calm = 4;
/** In no log but the backend's, and no close. */
const noise = { '/api/wishlist': { does: 'raise' } } as const;

/** Plays a run in a folder and leaves its logs in `logs/` there. Throws where something does not start. */
export async function play(run: Run, versions: Truth['versions'], folder: string): Promise<Truth> {
  const { proxy, backend, fault, style, zones } = run;
  mkdirSync(folder, { recursive: true });
  const [port, upstream] = [await freePort(), await freePort()];
  const said = fault.kernel ? kernel(style) : undefined;
  if (fault.kernel && !said)
    throw new Error('The kernel’s log may not be read (dmesg): this fault needs it, as root.');
  const given: Given = {
    folder: join(folder, 'backend'),
    port: upstream,
    deeds: { ...fault.deeds, ...(run.noise ? noise : {}) },
    wants: fault.wants,
    zone: zones.backend,
  };
  let server = await backend.start(given);
  const there = fault.distance === undefined ? upstream : await freePort();
  const leave = fault.distance === undefined ? undefined : await distance(there, upstream, fault.distance);
  const front = await proxy.start({
    folder: join(folder, 'proxy'),
    port,
    upstream: there,
    zone: zones.proxy,
    keepAlive: backend.lettingGo !== undefined,
    style,
    ...fault.before,
  });
  const ask = asking(port);
  const seen: Seen[] = [];
  const flow = traffic(port);
  const world: World = {
    backend: () => server,
    signals: backend.signals,
    async ask(route, how) {
      const answer = await ask(route, how);
      seen.push(answer);
      return answer;
    },
    wait: (seconds) => sleep(seconds * 1_000),
    async again() {
      await server.stop();
      server = await backend.start(given);
    },
    async race(part) {
      const [from, to] = backend.lettingGo?.(fault.wants.keepAlive ?? 5) ?? [0, 0];
      await sleep((from + (to - from) * part) * 1_000);
    },
  };
  let [from, to] = [0, 0];
  try {
    await sleep(calm * 1_000);
    if (run.noise) await ask('/api/wishlist');
    from = Date.now();
    await fault.inject(world);
    to = Date.now();
    await sleep(calm * 1_000);
  } finally {
    seen.push(...(await flow.stop()));
    await server.stop();
    await front.stop();
    await leave?.();
  }
  collect(run, folder, [front, server], said?.lines() ?? []);
  const raising = Object.entries(given.deeds).flatMap(([path, { does }]) => (does === 'raise' ? [path] : []));
  const failed = seen.filter(
    ({ status, route }) => isFailure(status) && !raising.some((path) => route.startsWith(path)),
  ).length;
  const truth: Truth = {
    id: run.id,
    proxy: proxy.name,
    backend: backend.name,
    versions,
    fault: fault.name,
    // A race is a matter of luck, and a reload of care: where nobody lost, there is nothing to find.
    is: failed === 0 ? null : (fault.truth ?? null),
    // Closes that no client noticed are none the less there to be found.
    also: [...(fault.truth === undefined ? [] : [fault.truth]), ...(fault.also ?? [])],
    told: !(fault.untold?.(backend, failed) ?? false),
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    failed,
    asked: seen.length,
  };
  writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
  return truth;
}

const isFailure = (status: number): boolean => status === 0 || status >= 500;

function collect(run: Run, folder: string, servers: readonly Server[], said: readonly string[]): void {
  const logs = join(folder, 'logs');
  mkdirSync(logs, { recursive: true });
  for (const server of servers)
    for (const [name, path] of Object.entries(server.logs)) {
      if (!existsSync(path)) continue;
      const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
      const times = existsSync(`${path}.times`)
        ? readFileSync(`${path}.times`, 'utf8').split('\n').map(Number)
        : undefined;
      const kept = times ? dressed(lines, times, run.dress) : lines;
      writeFileSync(join(logs, name), kept.map((line) => `${elsewhere(line, folder)}\n`).join(''));
    }
  if (said.length > 0)
    writeFileSync(join(logs, 'kern.log'), said.map((line) => `${elsewhere(line, folder)}\n`).join(''));
}

/** Without the folders of the run, whose names tell what was done, and without what is this machine's alone. */
const elsewhere = (line: string, folder: string): string =>
  line
    .replaceAll(folder, '/srv/shop')
    .replaceAll(cache, '/opt')
    .replaceAll(apps, '/srv/app')
    .replaceAll(homedir(), '/home/app')
    .replaceAll(release(), release().replace(/-.*/, ''));
