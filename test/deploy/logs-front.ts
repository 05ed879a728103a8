import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { passes } from '#test/catalogue/filter-grammar.ts';

interface Ask {
  readonly filterPattern?: string;
  readonly nextToken?: string;
  readonly limit?: number;
}

interface Answer {
  readonly events?: readonly { readonly message: string }[];
}

export interface LogsFront {
  readonly endpoint: string;
  /** How often FilterLogEvents was asked, page by page, and with which patterns. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/** Small, so that an ordinary window takes several pages. */
const page = 50;

/**
 * CloudWatch Logs in front of the emulator's: FilterLogEvents by the documented grammar, in pages of which some are
 * empty and not the last; everything else is passed on.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
export async function startLogsFront(emulator: string): Promise<LogsFront> {
  const asked: string[] = [];

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        value === undefined || name === 'host' || name === 'content-length' || name === 'connection'
          ? []
          : [[name, String(value)]],
      ),
    );
    const pass = (text: string) =>
      fetch(`${emulator}${request.url ?? '/'}`, { method: request.method ?? 'POST', headers, body: text });
    if (headers['x-amz-target'] !== 'Logs_20140328.FilterLogEvents') {
      const answer = await pass(body);
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.text());
      return;
    }
    const { filterPattern = '', nextToken, limit = page, ...ask } = JSON.parse(body) as Ask;
    asked.push(filterPattern);
    const answer = await pass(JSON.stringify(ask));
    const text = await answer.text();
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(
      answer.ok ? JSON.stringify(pageOf(JSON.parse(text), filterPattern, nextToken, limit)) : text,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The first page is always empty and has a token. */
function pageOf({ events = [] }: Answer, pattern: string, token: string | undefined, limit: number) {
  if (token === undefined) return { events: [], nextToken: '0' };
  const through = passes(pattern);
  const [from, size] = [Number(token), Math.min(limit, page)];
  const matching = events.filter(({ message }) => through(message));
  const to = from + size;
  return { events: matching.slice(from, to), ...(to < matching.length ? { nextToken: String(to) } : {}) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
