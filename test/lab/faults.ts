import type { Fault, World } from './model.ts';

const megabyte = 2 ** 20;

/** Asks for a route several times, apart. */
const asks =
  (route: string, times: number, apart: number, how = {}) =>
  async ({ ask, wait }: World): Promise<void> => {
    for (let time = 0; time < times; time++) {
      await ask(`${route}${time + 2_020}`, how);
      await wait(apart);
    }
  };

/** Asks three times for what ends a process, and starts the backend again where that was all of it. */
const dies =
  (route: (time: number) => string) =>
  async ({ ask, wait, backend, again }: World): Promise<void> => {
    for (let time = 0; time < 3; time++) {
      await ask(route(time));
      await wait(1.2);
      if (backend().gone()) await again();
    }
  };

/** Each is one thing that is done to a healthy service. */
/** In each the burst comes a little later in the window in which idle connections are let go of. */
const rounds = 8;

export const faults: readonly Fault[] = [
  {
    name: 'none',
    truth: undefined,
    deeds: {},
    wants: {},
    inject: ({ wait }) => wait(6),
  },
  {
    name: 'server-errors',
    truth: undefined,
    deeds: { '/api/coupons/': { does: 'raise' } },
    wants: {},
    inject: asks('/api/coupons/', 6, 0.8),
  },
  {
    name: 'worker-timeout',
    truth: 'worker-timeout',
    deeds: { '/reports/monthly/': { does: 'spin', seconds: 7 } },
    wants: { timeout: 3 },
    inject: asks('/reports/monthly/', 3, 1.5),
  },
  {
    name: 'request-timeout',
    truth: 'backend-timeout',
    deeds: { '/reports/monthly/': { does: 'sleep', seconds: 5 } },
    wants: { timeout: 3 },
    fits: ({ name }) => name === 'go' || name.startsWith('node'),
    inject: asks('/reports/monthly/', 3, 1.5),
  },
  {
    name: 'oom-kill',
    truth: 'oom-kill',
    kernel: true,
    deeds: { '/reports/export/': { does: 'eat' } },
    wants: { memory: 160 },
    inject: dies((time) => `/reports/export/${time + 2_020}`),
  },
  {
    name: 'heap',
    truth: 'oom-kill',
    deeds: { '/reports/export/': { does: 'eat' } },
    wants: { heap: 48 },
    inject: dies((time) => `/reports/export/${time + 2_020}`),
  },
  {
    name: 'recycle',
    truth: 'worker-recycle',
    deeds: { '/api/search/': { does: 'sleep', seconds: 1 } },
    wants: { recycleAfter: 25 },
    async inject({ ask, wait }) {
      for (let round = 0; round < 10; round++) {
        await Promise.all(['shoes', 'hats', 'coats'].map((word) => ask(`/api/search/${word}`)));
        await wait(0.2);
      }
    },
  },
  ...(['segv', 'abort', 'exit'] as const).map(
    (does): Fault => ({
      name: does,
      truth: 'crash',
      untold: ({ mute }) => mute?.has(does) ?? false,
      deeds: { '/api/images/': { does } },
      wants: {},
      ...(does === 'segv' ? { kernel: true } : {}),
      inject: dies((time) => `/api/images/${time + 17}/thumbnail`),
    }),
  ),
  {
    name: 'stop',
    truth: 'restart',
    deeds: { '/api/search/': { does: 'sleep', seconds: 3 } },
    wants: {},
    fits: ({ signals }) => signals.stop !== undefined,
    async inject({ ask, wait, backend, signals, again }) {
      const under = ['shoes', 'hats', 'coats'].map((word) => ask(`/api/search/${word}`));
      await wait(0.8);
      if (signals.stop) backend().signal(signals.stop);
      await Promise.all(under);
      await wait(0.5);
      await again();
      await wait(1);
    },
  },
  {
    name: 'graceful-reload',
    truth: 'restart',
    deeds: {},
    wants: {},
    fits: ({ signals }) => signals.reload !== undefined,
    async inject({ wait, backend, signals }) {
      if (signals.reload) backend().signal(signals.reload);
      await wait(4);
    },
  },
  {
    name: 'keepalive-race',
    truth: 'keepalive-race',
    // One or two have no pattern.
    untold: (_backend, failed) => failed < 3,
    deeds: {},
    wants: { keepAlive: 2 },
    fits: ({ lettingGo }) => lettingGo !== undefined,
    before: { keepAlive: true },
    // A close that is on its way is what the next request meets: on loopback it is none for a few microseconds.
    distance: 12,
    async inject({ ask, wait, race }) {
      // Connections that fell idle together are let go of together; a burst just then meets some of them.
      const burst = () =>
        Promise.all(Array.from({ length: 12 }, () => ask('/api/orders', { method: 'POST', body: 400 })));
      for (let round = 0; round < rounds; round++) {
        await burst();
        await race(round / (rounds - 1));
        await burst();
        await wait(0.4);
      }
    },
  },
  {
    name: 'refused-body',
    truth: 'body-rejected',
    deeds: { '/upload/documents/': { does: 'refuse-body' } },
    wants: {},
    inject: asks('/upload/documents/', 4, 1, { method: 'POST', body: 12 * megabyte }),
  },
  ...(['short', 'unfinished'] as const).map(
    (does): Fault => ({
      name: does,
      truth: 'response-truncated',
      deeds: { '/reports/export/': { does } },
      wants: {},
      inject: asks('/reports/export/', 4, 1),
    }),
  ),
  {
    name: 'drop',
    truth: 'connection-rejected',
    untold: () => true,
    deeds: { '/api/partner/': { does: 'drop' } },
    wants: {},
    inject: asks('/api/partner/', 5, 0.7),
  },
  {
    name: 'tls-to-plain',
    truth: 'protocol-mismatch',
    // A proxy that counts the handshake to the connect.
    also: ['connect-failed'],
    deeds: {},
    wants: {},
    before: { tls: true, readTimeout: 8 },
    inject: ({ wait }) => wait(3),
  },
  {
    name: 'plain-to-tls',
    truth: 'protocol-mismatch',
    also: ['connect-failed'],
    untold: () => true,
    deeds: {},
    wants: { tls: true },
    before: { readTimeout: 8 },
    inject: ({ wait }) => wait(3),
  },
  {
    name: 'proxy-gives-up',
    truth: 'proxy-timeout',
    deeds: { '/reports/monthly/': { does: 'sleep', seconds: 4 } },
    wants: {},
    before: { readTimeout: 2 },
    inject: asks('/reports/monthly/', 3, 1),
  },
  {
    name: 'client-leaves',
    truth: 'client-closed',
    deeds: { '/reports/monthly/': { does: 'sleep', seconds: 4 } },
    wants: {},
    inject: asks('/reports/monthly/', 4, 1, { patience: 1 }),
  },
  {
    name: 'refused',
    truth: 'connect-failed',
    // Requests that were under way.
    also: ['restart'],
    deeds: {},
    wants: {},
    async inject({ wait, backend, again }) {
      await backend().stop();
      await wait(2);
      await again();
      await wait(1);
    },
  },
];
