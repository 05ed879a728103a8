import { createServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import type { Secret, SecretRead } from '#functions/adapters/secrets.ts';
import type { Sender } from '#functions/ports.ts';
import { alerts } from '#test/notifiers/stories.ts';
import type { Act, FakeSlack } from './fake-slack.ts';

export const [alert] = alerts;
if (!alert) throw new Error('there is an alert');
export const cid = '00c0ffee00c0ffee';

/** A secret of a test, which counts how often it was forgotten. */
export function secretOf(value: string): Secret & { forgotten: number } {
  return {
    forgotten: 0,
    read: async () => ({ kind: 'read', value }),
    forget() {
      this.forgotten++;
    },
  };
}

export interface Subject {
  /** A sender whose secret and address lead to `url`. */
  readonly make: (url: string, secret?: Pick<Secret, 'read'>) => Sender;
  /** What Slack answers when it took a message. */
  readonly taken: Act;
  readonly secretText: string;
  /** How many messages an alert is. */
  readonly messages: number;
}

const unavailable = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
};

/** What both ways to Slack promise about an answer (`Sender`, functions/ports.ts). Call it inside a `describe`. */
export function slackContract(slack: FakeSlack, { make, taken, secretText, messages }: Subject): void {
  const send = (sender: Sender) => sender.send(sender.render(alert as never), cid, undefined);
  const after = (act: Act) => {
    slack.act = () => act;
    return send(make(slack.url));
  };

  it('delivers text and blocks, without previews of links', async () => {
    expect((await after(taken)).outcome).toBe('delivered');
    expect(slack.requests).toHaveLength(messages);
    expect(slack.requests[0]?.type).toBe('application/json; charset=utf-8');
    expect(slack.requests[0]?.body).toMatchObject({
      text: expect.stringContaining('shop: oom-kill: confirmed, 37 of 41 closes'),
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(slack.requests[0]?.body['blocks']).toContainEqual(expect.objectContaining({ type: 'header' }));
  });

  it.each([
    { answer: '429 with a time', status: 429, headers: { 'retry-after': '17' }, retryAfter: 17_000 },
    { answer: '429 without a time', status: 429, headers: {}, retryAfter: 30_000 },
    { answer: '429 with nonsense', status: 429, headers: { 'retry-after': 'soon' }, retryAfter: 30_000 },
  ])('waits after $answer', async ({ status, headers, retryAfter }) => {
    const delivery = await after({
      status,
      headers: headers as never,
      body: '{"ok":false,"error":"ratelimited"}',
    });
    expect(delivery).toMatchObject({ outcome: 'failed', retryable: true, retryAfter });
    expect(slack.requests).toHaveLength(1);
  });

  it.each([
    ['500', { status: 500, body: 'oops' }],
    ['503', { status: 503, body: '' }],
    ['a connection that is cut', 'cut'],
  ] as const)('throws after %s, since nobody knows', async (_, act) => {
    await expect(after(act)).rejects.toThrow('nobody knows');
    expect(slack.requests).toHaveLength(1);
  });

  it('throws where nobody answers in time', async () => {
    // The patience of an adapter is real time: here it ends at once.
    const patience = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), 20);
      return controller.signal;
    });
    await expect(after('hang')).rejects.toThrow('Slack did not answer (TimeoutError): nobody knows');
    expect(patience).toHaveBeenCalledWith(5_000);
    patience.mockRestore();
  });

  it('fails, to be tried again, where nothing can have arrived', async () => {
    const delivery = await send(make(`http://127.0.0.1:${await unavailable()}/`));
    expect(delivery).toEqual({
      outcome: 'failed',
      retryable: true,
      why: 'Slack cannot be reached (ECONNREFUSED)',
    });
  });

  it('does not follow elsewhere with a secret', async () => {
    await expect(
      after({ status: 302, headers: { location: `${slack.url}elsewhere` }, body: '' }),
    ).rejects.toThrow();
    expect(slack.requests).toHaveLength(1);
  });

  it.each([true, false])('says why its secret cannot be read (again: %s)', async (retryable) => {
    const read = async (): Promise<SecretRead> => ({ kind: 'unread', retryable, why: 'it is not there' });
    slack.act = () => taken;
    const delivery = await send(make(slack.url, { read }));
    expect(delivery).toEqual({ outcome: 'failed', retryable, why: 'it is not there' });
    expect(slack.requests).toEqual([]);
  });

  describe('never says its secret', () => {
    const told = async (run: () => Promise<unknown>) => {
      const answer = await run().catch((error: unknown) => error);
      const { message = '', stack = '' } = answer as Error;
      return JSON.stringify(answer) + message + stack + String((answer as Error).cause);
    };
    it.each([
      ['500', { status: 500, body: secretText }],
      ['404', { status: 404, body: secretText }],
      ['an unknown error', { status: 200, body: JSON.stringify({ ok: false, error: secretText }) }],
      ['a cut', 'cut'],
    ] as const)('after %s', async (_, act) => {
      expect(await told(() => after(act as Act))).not.toContain(secretText);
    });
    it('where it is not what it should be', async () => {
      for (const value of [`${secretText} with blanks`, `ftp://${secretText}`, `http://[${secretText}`]) {
        slack.act = () => ({ status: 400, body: '' });
        const read = async (): Promise<SecretRead> => ({ kind: 'read', value });
        expect(await told(() => send(make(slack.url, { read })))).not.toContain(secretText);
      }
    });
  });

  it('sends the text alone where the blocks are refused', async () => {
    slack.act = ({ body, path }) =>
      (body['blocks'] as unknown[] | undefined)?.length
        ? path.startsWith('chat.')
          ? { body: '{"ok":false,"error":"msg_blocks_too_long"}' }
          : { status: 400, body: 'invalid_blocks' }
        : taken;
    expect((await send(make(slack.url))).outcome).toBe('delivered');
    expect(slack.requests).toHaveLength(2 * messages);
    expect(slack.requests[1]?.body['text']).toContain('37 of 41 closes');
  });
}
