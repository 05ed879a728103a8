import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask, Seen } from './model.ts';

/** Ordinary requests of a shop, as often as their weight. */
const ordinary: readonly (readonly [weight: number, method: string, route: () => string, body?: number])[] = [
  [10, 'GET', () => '/'],
  [14, 'GET', () => `/api/products/${below(400)}`],
  [8, 'GET', () => `/api/products?page=${below(9)}`],
  [6, 'GET', () => '/api/cart'],
  [5, 'POST', () => '/api/cart', 120],
  [3, 'POST', () => '/api/orders', 900],
  [4, 'GET', () => `/api/orders/${below(9_000)}`],
  [3, 'GET', () => '/account'],
  [1, 'PUT', () => '/account/address', 300],
  [1, 'POST', () => '/upload/avatar', 40_000],
];
/** Each as often as its weight says. */
const urn = ordinary.flatMap((each) => Array.from({ length: each[0] }, () => each));
const perSecond = 15;
const agents = ['Mozilla/5.0 (X11; Linux x86_64)', 'okhttp/4.12.0', 'curl/7.88.1'];

const below = (limit: number): number => Math.floor(Math.random() * limit);

/** One request, and what a client sees of its answer: 0 where there was none, or half of one. */
export function asking(port: number): (route: string, how?: Ask) => Promise<Seen> {
  const agent = new Agent({ keepAlive: false });
  return (route, { method = 'GET', body, patience = 90 } = {}) =>
    new Promise((resolve) => {
      const seen = (status: number) => resolve({ at: Date.now(), route, status });
      const headers = {
        host: 'shop.example.com',
        'user-agent': agents[below(agents.length)],
        ...(body === undefined ? {} : { 'content-length': body }),
      };
      const asked = request({ agent, host: '127.0.0.1', port, path: route, method, headers });
      const timer = setTimeout(() => asked.destroy(), patience * 1_000);
      asked.on('response', (answer) => {
        answer.resume();
        answer.on('close', () => {
          clearTimeout(timer);
          seen(answer.complete ? (answer.statusCode ?? 0) : 0);
        });
      });
      asked.on('error', () => {
        clearTimeout(timer);
        seen(0);
      });
      if (body === undefined) asked.end();
      else asked.end(Buffer.alloc(body, 'x'));
    });
}

/** Ordinary traffic until it is stopped; answers with all that clients saw. */
export function traffic(port: number): { readonly stop: () => Promise<readonly Seen[]> } {
  const ask = asking(port);
  const seen: Promise<Seen>[] = [];
  let stopped = false;
  const flow = (async () => {
    while (!stopped) {
      const [, method, route, body] = urn[below(urn.length)] ?? [];
      if (method && route) seen.push(ask(route(), { method, ...(body === undefined ? {} : { body }) }));
      await sleep((-Math.log(1 - Math.random()) * 1_000) / perSecond);
    }
  })();
  return {
    async stop() {
      stopped = true;
      await flow;
      return Promise.all(seen);
    },
  };
}
