import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Secret } from '#functions/adapters/secrets.ts';
import { webhookSender } from '#functions/adapters/webhook-sender.ts';
import { publishedAlert } from '#functions/schemas/alert.ts';
import { alert, cid, secretOf } from './sender-contract.ts';

interface Seen {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A program that answers as it is told: with a status, or by hanging up once it has read the body, or never. */
const program = {
  url: '',
  seen: [] as Seen[],
  answer: { status: 200, headers: {} as Record<string, string> } as
    | { status: number; headers: Record<string, string> }
    | 'cut'
    | 'hang',
};
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    program.seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    const { answer } = program;
    if (answer === 'cut') request.socket.destroy();
    else if (answer !== 'hang') response.writeHead(answer.status, answer.headers).end('secret-answer');
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  program.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/secret-path`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  program.seen = [];
  program.answer = { status: 200, headers: {} };
});

function send(more: { url?: Secret; signing?: Secret } = {}) {
  const sender = webhookSender({ url: secretOf(program.url), ...more });
  return sender.send(sender.render(alert as never), cid, undefined);
}

describe('a webhook of a program', () => {
  it('gets the alert as it is published, and a key by which it knows it again', async () => {
    expect(await send()).toEqual({ outcome: 'delivered' });
    const [first] = program.seen;
    expect(first?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'closecall',
      'closecall-delivery': encodeURIComponent('shop/2026-11-24T03:12:44Z/3'),
    });
    expect(first?.headers).not.toHaveProperty('closecall-signature');
    expect(publishedAlert.parse(JSON.parse(first?.body ?? ''))).toMatchObject({ revision: 3 });
    await send();
    expect(program.seen[1]?.headers['closecall-delivery']).toBe(first?.headers['closecall-delivery']);
    expect(program.seen[1]?.body).toBe(first?.body);
  });

  it('can check who sent it, by a signature over the body', async () => {
    await send({ signing: secretOf('shared-key') });
    const [{ headers, body } = { headers: {}, body: '' } as Seen] = program.seen;
    const expected = createHmac('sha256', 'shared-key').update(body).digest('hex');
    expect(headers['closecall-signature']).toBe(`sha256=${expected}`);
  });

  it.each([200, 201, 202, 204])('has taken it with %i', async (status) => {
    program.answer = { status, headers: {} };
    expect(await send()).toEqual({ outcome: 'delivered' });
  });

  it.each([
    [301, false, 'another address', 0],
    [400, false, 'does not take it', 1],
    [401, false, 'does not take it', 1],
    [404, false, 'does not take it', 1],
    [410, false, 'does not take it', 1],
    [408, true, 'answered 408', 0],
    [429, true, 'answered 429', 0],
    [500, true, 'answered 500', 0],
    [503, true, 'answered 503', 0],
  ])('after %i is tried again soon: %s', async (status, retryable, why, forgotten) => {
    program.answer = { status, headers: { location: 'https://evil.example/' } };
    const url = secretOf(program.url);
    const delivery = await send({ url });
    expect(delivery).toEqual({ outcome: 'failed', retryable, why: expect.stringContaining(why) });
    expect(url.forgotten).toBe(forgotten);
    expect(program.seen).toHaveLength(1);
  });

  it.each([
    ['17', 17_000],
    ['99999999', 3_600_000],
    ['soon', undefined],
    ['Fri, 27 Nov 2026 03:00:00 GMT', undefined],
  ])('is left alone for as long as it asks, an hour at most: %s', async (header, retryAfter) => {
    for (const status of [429, 503]) {
      program.answer = { status, headers: { 'retry-after': header } };
      const delivery = await send();
      expect(delivery).toMatchObject({ outcome: 'failed', retryable: true });
      expect('retryAfter' in delivery ? delivery.retryAfter : undefined).toBe(retryAfter);
    }
  });

  it('throws where the connection is cut once it has the body: nobody knows', async () => {
    program.answer = 'cut';
    await expect(send()).rejects.toThrow(/^The webhook did not answer \(\w+\): nobody knows/);
    expect(program.seen).toHaveLength(1);
  });

  it('throws where nobody answers in time', async () => {
    const patience = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), 20);
      return controller.signal;
    });
    program.answer = 'hang';
    await expect(send()).rejects.toThrow('The webhook did not answer (TimeoutError)');
    expect(patience).toHaveBeenCalledWith(5_000);
    patience.mockRestore();
  });

  it('is tried again where nothing can have arrived', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await send({ url: secretOf(`http://127.0.0.1:${port}/`) })).toEqual({
      outcome: 'failed',
      retryable: true,
      why: 'The webhook cannot be reached (ECONNREFUSED)',
    });
  });

  it.each(['http://example.com/hook', 'ftp://example.com', 'xoxb-secret', 'file:///etc/passwd'])(
    'must be reached over https: %s',
    async (address) => {
      const delivery = await send({ url: secretOf(address) });
      expect(delivery).toMatchObject({ retryable: false, why: expect.stringContaining('https://') });
      expect(JSON.stringify(delivery)).not.toContain(address);
      expect(program.seen).toEqual([]);
    },
  );

  it.each([true, false])('fails where a secret cannot be read (again: %s)', async (retryable) => {
    const unread: Secret = {
      read: async () => ({ kind: 'unread', retryable, why: 'it is not there' }),
      forget: () => undefined,
    };
    for (const more of [{ url: unread }, { signing: unread }])
      expect(await send(more)).toEqual({ outcome: 'failed', retryable, why: 'it is not there' });
    expect(program.seen).toEqual([]);
  });

  it('never says its address, its key, or what it answered', async () => {
    for (const answer of ['cut', { status: 500, headers: {} }, { status: 403, headers: {} }] as const) {
      program.answer = answer;
      const said = await send({ signing: secretOf('secret-key') }).catch((error: unknown) => error);
      const { message = '', stack = '', cause = '' } = said as Error;
      expect(JSON.stringify(said) + message + stack + String(cause)).not.toMatch(
        /secret-(?:path|key|answer)/,
      );
    }
  });
});
