import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { FakeDynamo, Refused } from './fake-dynamo.ts';

export interface AwsCall {
  readonly service: string;
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What stands before the answer of the service: a refusal, or nothing. */
export type Fault = (call: AwsCall) => Refused | 'hang' | undefined;

/** AWS on a loopback port, as far as closecall talks to it: the SDK's own requests, signed and retried, come here. */
export class FakeAws {
  dynamo = new FakeDynamo();
  calls: AwsCall[] = [];
  fault: Fault = () => undefined;
  /** By `service.operation`. */
  answers: Record<string, (body: Readonly<Record<string, unknown>>) => object> = {};
  #server: Server | undefined;

  async start(): Promise<string> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const call = callOf(String(request.headers['x-amz-target'] ?? ''), text);
        this.calls.push(call);
        try {
          const fault = this.fault(call);
          if (fault === 'hang') return;
          if (fault) throw fault;
          const answer = this.answer(call);
          if (call.service === 'sns') {
            const inner = `<${call.operation}Result><MessageId>m</MessageId></${call.operation}Result>`;
            response.writeHead(200, { 'content-type': 'text/xml' });
            response.end(`<${call.operation}Response>${inner}</${call.operation}Response>`);
            return;
          }
          response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
          response.end(JSON.stringify(answer));
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          const status = /Internal|Unavailable/.test(error.name) ? 500 : 400;
          if (call.service === 'sns') {
            response.writeHead(status, { 'content-type': 'text/xml' });
            response.end(
              `<ErrorResponse><Error><Type>Sender</Type><Code>${error.name}</Code><Message>no</Message></Error></ErrorResponse>`,
            );
            return;
          }
          response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
          response.end(
            JSON.stringify({ __type: `com.amazonaws.x#${error.name}`, message: 'no', ...error.more }),
          );
        }
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  answer({ service, operation, body }: AwsCall): object {
    const own = this.answers[`${service}.${operation}`];
    if (own) return own(body);
    if (service === 'DynamoDB_20120810') return this.dynamo.answer(operation, body as never);
    if (service === 'AmazonSQS' && operation === 'SendMessage')
      return {
        MessageId: 'm',
        MD5OfMessageBody: createHash('md5').update(String(body['MessageBody'])).digest('hex'),
      };
    if (service === 'sns' && operation === 'Publish') return {};
    throw new Refused('UnknownOperationException');
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}

/** AWS JSON names its operation in a header; SNS, in the form that it posts. */
function callOf(target: string, text: string): AwsCall {
  if (target !== '') {
    const [service = '', operation = ''] = target.split('.');
    return { service, operation, body: JSON.parse(text) };
  }
  const form = Object.fromEntries(new URLSearchParams(text));
  return { service: 'sns', operation: form['Action'] ?? '', body: form };
}

/** A fake AWS for the tests of a file, to which the environment points every client that is made meanwhile. */
export function useFakeAws(): FakeAws {
  const aws = new FakeAws();
  let endpoint = '';
  beforeAll(async () => {
    endpoint = await aws.start();
  });
  afterAll(() => aws.stop());
  beforeEach(() => {
    Object.assign(aws, { dynamo: new FakeDynamo(), calls: [], fault: () => undefined, answers: {} });
    vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
    vi.stubEnv('AWS_REGION', 'eu-central-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
    vi.stubEnv('AWS_SESSION_TOKEN', undefined);
    vi.stubEnv('AWS_PROFILE', undefined);
    return () => vi.unstubAllEnvs();
  });
  return aws;
}
