import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';

export interface SlackRequest {
  /** After the slash: a method of the Web API, or a webhook's path. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface SlackResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A response; or the connection is cut with the request read; or nobody ever answers. */
export type Act = SlackResponse | 'cut' | 'hang';

/** Slack on a loopback port. What it answers is up to the test; by default, that all is well. */
export class FakeSlack {
  url = '';
  requests: SlackRequest[] = [];
  act: (request: SlackRequest) => Act = () => ({ body: '' });
  #server: Server | undefined;

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const seen = seenOf(request, Buffer.concat(chunks).toString('utf8'));
        this.requests.push(seen);
        const act = this.act(seen);
        if (act === 'cut') request.socket.destroy();
        else if (act !== 'hang') response.writeHead(act.status ?? 200, act.headers).end(act.body);
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}

function seenOf({ url = '/', headers }: IncomingMessage, text: string): SlackRequest {
  const type = headers['content-type'];
  return {
    path: url.slice(1),
    authorization: headers.authorization,
    type,
    body: type?.startsWith('application/json')
      ? JSON.parse(text)
      : Object.fromEntries(new URLSearchParams(text)),
  };
}

export function useFakeSlack(): FakeSlack {
  const slack = new FakeSlack();
  beforeAll(() => slack.start());
  afterAll(() => slack.stop());
  beforeEach(() => {
    slack.requests = [];
  });
  return slack;
}

export const ok = (more: object = {}): SlackResponse => ({ body: JSON.stringify({ ok: true, ...more }) });
export const notOk = (error: string): SlackResponse => ({ body: JSON.stringify({ ok: false, error }) });
