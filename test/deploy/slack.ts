import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** https://api.slack.com/methods/chat.postMessage and its neighbours, as far as a bot of one channel uses them. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks?: unknown;
  readonly metadata?: unknown;
}

export interface Call {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface Slack {
  /** The base of its methods, ending in a slash. */
  readonly api: string;
  readonly webhook: string;
  readonly calls: readonly Call[];
  /** As people see them now, in the order of posting. */
  readonly messages: () => readonly Message[];
  readonly hooked: readonly Readonly<Record<string, unknown>>[];
  readonly close: () => Promise<void>;
}

/** Stands in for Slack on this machine. Refuses who does not bring the token, and edits of what was never posted. */
export async function startSlack(token: string): Promise<Slack> {
  const calls: Call[] = [];
  const hooked: Record<string, unknown>[] = [];
  const messages = new Map<string, Message>();
  let count = 0;

  const methods: Readonly<Record<string, (body: Record<string, unknown>) => Record<string, unknown>>> = {
    'auth.test': () => ({ ok: true, team: 'shop', user: 'closecall' }),
    'chat.postMessage': (body) => {
      if (typeof body['channel'] !== 'string') return { ok: false, error: 'channel_not_found' };
      if (!body['text'] && !body['blocks']) return { ok: false, error: 'no_text' };
      count++;
      const ts = `${Math.floor(Date.now() / 1_000)}.${String(count).padStart(6, '0')}`;
      const { channel, text = '', blocks, metadata, thread_ts } = body as unknown as Message;
      const message = { channel, ts, text, blocks, metadata, ...(thread_ts ? { thread_ts } : {}) };
      messages.set(ts, message);
      return { ok: true, channel, ts, message };
    },
    'chat.update': (body) => {
      const { ts = '', ...changes } = body as { readonly ts?: string };
      const held = messages.get(ts);
      if (!held) return { ok: false, error: 'message_not_found' };
      messages.set(ts, { ...held, ...changes, ts });
      return { ok: true, channel: held.channel, ts };
    },
    'conversations.history': ({ channel, oldest = '0', include_all_metadata }) => ({
      ok: true,
      has_more: false,
      messages: [...messages.values()]
        .filter((each) => each.channel === channel && !each.thread_ts && Number(each.ts) >= Number(oldest))
        .reverse()
        .map(({ metadata, ...rest }) =>
          include_all_metadata && include_all_metadata !== 'false' ? { ...rest, metadata } : rest,
        ),
    }),
  };

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/services/T000/B000/secret') {
      hooked.push(body);
      response.end('ok');
      return;
    }
    const method = pathname.replace('/api/', '');
    const asked = { ...Object.fromEntries(searchParams), ...body };
    const known = methods[method];
    const answer = !known
      ? { ok: false, error: 'unknown_method' }
      : request.headers.authorization === `Bearer ${token}`
        ? known(asked)
        : { ok: false, error: 'invalid_auth' };
    calls.push({ method, body: asked, answer });
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    api: `${base}/api/`,
    webhook: `${base}/services/T000/B000/secret`,
    calls,
    messages: () => [...messages.values()],
    hooked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  return String(request.headers['content-type']).includes('json')
    ? JSON.parse(text)
    : Object.fromEntries(new URLSearchParams(text));
}
