import { describe, expect, it } from 'vitest';
import type { Secret } from '#functions/adapters/secrets.ts';
import { slackBotSender } from '#functions/adapters/slack-bot-sender.ts';
import { notOk, ok, type SlackRequest, useFakeSlack } from './fake-slack.ts';
import { alert, cid, secretOf, slackContract } from './sender-contract.ts';

const slack = useFakeSlack();
const secretText = 'xoxb-1-topsecret';
const channel = 'C0123456789';
const said: string[] = [];
const bot = (token: Secret = secretOf(secretText), api = slack.url) =>
  slackBotSender({ channel, token, api, log: { warn: (sentence) => said.push(sentence) } });
const posted = ok({ channel, ts: '1764000000.000100' });
const replied = ok({ channel, ts: '1764000000.000200' });

function sendWith(act: (request: SlackRequest) => ReturnType<typeof ok>, ref?: string, token?: Secret) {
  slack.act = act;
  const sender = bot(token);
  return sender.send(sender.render(alert as never), cid, ref);
}

describe('a Slack bot', () => {
  slackContract(slack, {
    make: (url, secret) => bot({ ...secretOf(secretText), ...secret }, url),
    taken: posted,
    secretText,
    messages: 2,
  });

  it('posts both with the conversation as metadata, and remembers where', async () => {
    expect(await sendWith(({ body }) => (body['thread_ts'] ? replied : posted))).toEqual({
      outcome: 'delivered',
      ref: `${channel}:1764000000.000100/1764000000.000200`,
    });
    const request = (part: string, more: object) =>
      expect.objectContaining({
        path: 'chat.postMessage',
        authorization: `Bearer ${secretText}`,
        body: expect.objectContaining({
          channel,
          metadata: { event_type: 'closecall', event_payload: { cid, part } },
          ...more,
        }),
      });
    expect(slack.requests).toEqual([
      request('main', {}),
      request('thread', { thread_ts: '1764000000.000100' }),
    ]);
  });

  it('edits the messages that it remembers', async () => {
    const ref = 'C9:1.5/1.6';
    expect(await sendWith(() => ok({ channel: 'C9', ts: '1.5' }), ref)).toEqual({
      outcome: 'delivered',
      ref,
    });
    expect(slack.requests.map(({ path, body }) => [path, body['channel'], body['ts']])).toEqual([
      ['chat.update', 'C9', '1.5'],
      ['chat.update', 'C9', '1.6'],
    ]);
  });

  it('looks in the thread for a message that it does not remember', async () => {
    const mine = { ts: '1.6', metadata: { event_type: 'closecall', event_payload: { cid, part: 'thread' } } };
    const parent = { ts: '1.5', metadata: { event_type: 'closecall', event_payload: { cid, part: 'main' } } };
    const delivery = await sendWith(
      ({ path }) => (path === 'conversations.replies' ? ok({ messages: [parent, mine] }) : ok()),
      'C9:1.5',
    );
    expect(delivery).toEqual({ outcome: 'delivered', ref: 'C9:1.5/1.6' });
    expect(slack.requests.map(({ path }) => path)).toEqual([
      'chat.update',
      'conversations.replies',
      'chat.update',
    ]);
  });

  it('says what arrived where the thread is refused', async () => {
    const delivery = await sendWith(({ body }) => (body['thread_ts'] ? notOk('ratelimited') : posted));
    expect(delivery).toMatchObject({
      outcome: 'failed',
      retryable: true,
      retryAfter: 30_000,
      ref: `${channel}:1764000000.000100`,
    });
  });

  it.each([
    ['https://shop.slack.com/archives/C0123456789/p1764000000000100', true],
    ['https://shop.slack.com/archives/C0123456789/p1?thread_ts=1.2&cid=C0123456789', true],
    ['javascript:alert(1)', false],
    ['https://shop.slack.com/a|<!here>', false],
    [7, false],
  ])('believes the address %s: %s', async (permalink, believed) => {
    slack.act = () => ok({ permalink });
    expect(await bot().address?.('C9:1.5/1.6')).toBe(believed ? permalink : undefined);
    expect(slack.requests[0]?.body).toEqual({ channel: 'C9', message_ts: '1.5' });
  });

  it.each(['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found'])(
    'posts anew after %s',
    async (error) => {
      const delivery = await sendWith(
        ({ path, body }) => (path === 'chat.update' ? notOk(error) : body['thread_ts'] ? replied : posted),
        'C9:1.5/1.6',
      );
      expect(delivery).toEqual({
        outcome: 'delivered',
        ref: `${channel}:1764000000.000100/1764000000.000200`,
      });
      expect(slack.requests.map(({ path }) => path)).toEqual([
        'chat.update',
        'chat.postMessage',
        'chat.postMessage',
      ]);
    },
  );

  it.each([
    ['invalid_auth', 'copy the Bot User OAuth Token', 1],
    ['token_revoked', 'copy the Bot User OAuth Token', 1],
    ['missing_scope', 'give the app chat:write', 0],
    ['channel_not_found', `the bot sees no channel ${channel}`, 0],
    ['not_in_channel', `the bot is not in ${channel}: write /invite`, 0],
    ['is_archived', `${channel} is archived`, 0],
    ['restricted_action', 'an administrator does not let', 0],
    ['something_new', 'Slack refused the message (something_new)', 0],
  ])('says what to do after %s', async (error, what, forgotten) => {
    const token = secretOf(secretText);
    const delivery = await sendWith(() => notOk(error), undefined, token);
    expect(delivery).toEqual({ outcome: 'failed', retryable: false, why: expect.stringContaining(what) });
    expect(token.forgotten).toBe(forgotten);
  });

  it('takes ok:false for what it says', async () => {
    expect(await sendWith(() => notOk('service_unavailable'))).toMatchObject({
      outcome: 'failed',
      retryable: true,
    });
    expect(await sendWith(() => notOk('ratelimited'))).toMatchObject({ retryable: true, retryAfter: 30_000 });
    await expect(sendWith(() => notOk('internal_error'))).rejects.toThrow('nobody knows');
    await expect(sendWith(() => ({ body: '<html>welcome</html>' }))).rejects.toThrow('is not Slack');
  });

  it('gives up where neither blocks nor text are taken', async () => {
    const delivery = await sendWith(() => notOk('msg_too_long'));
    expect(delivery).toMatchObject({ outcome: 'failed', retryable: false });
    expect(slack.requests).toHaveLength(2);
  });

  it('asks for a token where its secret holds something else', async () => {
    const delivery = await sendWith(() => posted, undefined, secretOf('not a token\n'));
    expect(delivery).toMatchObject({ outcome: 'failed', why: expect.stringContaining('holds no bot token') });
    expect(slack.requests).toEqual([]);
  });

  describe('looking for a message', () => {
    const mine = (ts: string, conversation = cid, type = 'closecall', part = 'main') => ({
      ts,
      metadata: { event_type: type, event_payload: { cid: conversation, part } },
    });
    const find = () => bot().find?.(cid, 1_764_000_120_000);

    it('goes through the history from then on', async () => {
      slack.act = ({ body }) =>
        body['cursor'] === 'two'
          ? ok({ messages: [mine('3.3')], response_metadata: { next_cursor: '' } })
          : ok({
              messages: [
                { ts: '1.1' },
                mine('1.2', 'another'),
                mine('1.3', cid, 'deploy'),
                mine('1.4', cid, 'closecall', 'thread'),
              ],
              response_metadata: { next_cursor: 'two' },
            });
      expect(await find()).toBe(`${channel}:3.3`);
      expect(slack.requests.map(({ body }) => body)).toEqual([
        { channel, oldest: '1764000060', include_all_metadata: 'true', limit: '200' },
        { channel, oldest: '1764000060', include_all_metadata: 'true', limit: '200', cursor: 'two' },
      ]);
      expect(slack.requests[0]?.type).toBe('application/x-www-form-urlencoded');
    });

    it('answers that there is none', async () => {
      slack.act = () => ok({ messages: [], has_more: false });
      expect(await find()).toBeUndefined();
    });

    it('says so and goes on where the history is closed to it', async () => {
      said.length = 0;
      slack.act = () => notOk('missing_scope');
      expect(await find()).toBeUndefined();
      expect(said).toEqual([expect.stringMatching(/may be posted twice: .*channels:history/)]);
    });

    it('throws where nobody knows whether it may be read, so that nothing is posted twice', async () => {
      slack.act = () => notOk('invalid_auth');
      await expect(find()).rejects.toThrow('copy the Bot User OAuth Token');
    });

    it('throws where the history cannot be read just now', async () => {
      slack.act = () => ({ status: 429, body: '' });
      await expect(find()).rejects.toThrow('asked for a pause');
      slack.act = () => ok({ messages: [], response_metadata: { next_cursor: 'more' } });
      await expect(find()).rejects.toThrow('more new messages');
    });
  });
});
