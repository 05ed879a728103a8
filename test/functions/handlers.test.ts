import { afterEach, describe, expect, it, vi } from 'vitest';
import { subscriptionEvent } from '#functions/cli/demo/subscription-event.ts';
import { handler as deliver } from '#functions/deliver.ts';
import { handler as evaluate } from '#functions/evaluate.ts';
import { handler as ingest } from '#functions/ingest.ts';
import { handler as tick } from '#functions/tick.ts';
import { wired } from '#functions/wire.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const batch = (...bodies: unknown[]) => ({ Records: bodies.map((body) => ({ body: JSON.stringify(body) })) });

/** The exported handlers with the machine's own clock, as Lambda would call them. */
describe('the handlers', () => {
  it('are made from the environment when they are first called', async () => {
    await expect((async () => ingest({}))()).rejects.toThrow('CLOSECALL_CONFIG is not set');
    vi.stubEnv('CLOSECALL_ADAPTERS', 'memory');
    vi.stubEnv(
      'CLOSECALL_CONFIG',
      JSON.stringify({
        sources: [{ logGroup: '/app/nginx', role: 'proxy' }],
        notify: { slack: { channel: '#ops' } },
      }),
    );
    const printed: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    const figures = vi.spyOn(console, 'log').mockImplementation(() => undefined);

    const now = Date.now();
    const clock = new Date(now).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
    const message = `${clock} [error] 7#7: *3 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.9, server: shop, request: "GET /pay HTTP/1.1", upstream: "http://192.0.2.37:8080/pay", host: "shop.example.com"`;
    const event = subscriptionEvent({
      owner: '1',
      group: '/app/nginx',
      stream: 's',
      events: [{ id: '1', timestamp: now, message }],
    });
    await ingest({ Records: [{ body: JSON.stringify({ requestPayload: event }) }] });
    await evaluate(batch({ scope: 'default' }, 'no hint', { scope: 7 }));
    await tick();
    const { table } = wired((ports) => ports)();
    const todos = (
      await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((shard) => table.query(`todo#${shard}`, '!', '~')))
    ).flat();
    const sends = todos.flatMap((todo) =>
      todo.kind === 'send' ? [{ cid: todo.cid, medium: todo.medium }] : [],
    );
    expect(sends).toEqual([{ cid: expect.stringMatching(/^[0-9a-f]{16}$/), medium: 'slack' }]);
    await deliver(batch(...sends, {}));
    expect(printed.join('')).toContain('upstream prematurely closed connection');
    expect(figures.mock.calls.map(([line]) => JSON.parse(line))).toContainEqual({
      level: 'INFO',
      metric: 'Delivered',
      value: 1,
    });
  });
});
