import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { afterAll } from 'vitest';
import { program, type Ran } from './command.ts';

export interface Call {
  /** `FilterLogEvents`, `DescribeStacks`, or the method and path of a REST service. */
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What is answered: JSON, XML as text, an error by its name, or nothing for as long as anybody waits. */
export type Reply =
  | { readonly json: unknown }
  | { readonly xml: string; readonly status?: number }
  | { readonly error: string; readonly message?: string; readonly status?: number }
  | 'silence';

/** An account that answers as it is told, in the protocols that the SDK speaks. */
export async function fakeAccount() {
  const calls: Call[] = [];
  let reply: (call: Call) => Reply = () => ({ error: 'InternalFailure', status: 500 });
  const server = createServer(async (request, response) => {
    const call = callOf(request, await bodyOf(request));
    calls.push(call);
    const answer = reply(call);
    if (answer === 'silence') return;
    if ('xml' in answer)
      response.writeHead(answer.status ?? 200, { 'content-type': 'text/xml' }).end(answer.xml);
    else if ('json' in answer)
      response
        .writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify(answer.json));
    else
      response
        .writeHead(answer.status ?? 400, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify({ __type: answer.error, message: answer.message ?? answer.error }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const environment: Readonly<Record<string, string>> = {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
  };
  return {
    calls,
    environment,
    answers(with_: (call: Call) => Reply) {
      calls.length = 0;
      reply = with_;
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function callOf({ headers, method, url = '' }: IncomingMessage, body: string): Call {
  const target = headers['x-amz-target'];
  if (typeof target === 'string')
    return { action: target.split('.')[1] ?? '', input: JSON.parse(body || '{}') };
  const query = new URLSearchParams(body);
  const action = query.get('Action');
  if (action !== null) return { action, input: Object.fromEntries(query) };
  return { action: `${method} ${url.split('?')[0]}`, input: body.startsWith('{') ? JSON.parse(body) : {} };
}

/** The real command beside a server in this process, which must go on answering. */
export function running(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): { readonly ended: Promise<Ran>; readonly interrupt: () => void } {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nobody's profile, and nobody asks a cloud machine who it is.
    env: { PATH: process.env['PATH'], NO_COLOR: '1', HOME: cwd, AWS_EC2_METADATA_DISABLED: 'true', ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { ended, interrupt: () => void child.kill('SIGINT') };
}
