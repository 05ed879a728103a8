import type { Delivery, Outbound } from '#lib/model/alert.ts';
import { field } from './events/field.ts';
import type { Ports } from './ports.ts';

/** What `closecall doctor --test-alert` invokes the deliver function with. */
export const testEvent = { closecall: 'test-alert' } as const;

export interface TestAnswer {
  readonly media: readonly { readonly medium: string; readonly delivery: Delivery }[];
}

type TestPorts = Pick<Ports, 'senders' | 'clock'>;

/** A handler that also knows the test event, which comes by invocation and never through a queue. */
export const orTestAlert =
  (ports: TestPorts, handle: (event: unknown) => Promise<void>) =>
  (event: unknown): Promise<unknown> =>
    field(event, 'closecall') === testEvent.closecall ? testAlert(ports) : handle(event);

const subject = 'closecall: test, nothing happened';
const said =
  'This is a test of closecall, asked for with closecall doctor --test-alert. Nothing happened. An alert of a premature close would come the same way.';

/** One message to every medium, by the senders that alerts go through. Nothing is stored or retried. */
async function testAlert({ senders, clock }: TestPorts): Promise<TestAnswer> {
  const cid = `test-${clock.now()}`;
  const media: TestAnswer['media'][number][] = [];
  for (const [medium, sender] of senders) {
    const delivery = await sender.send(outboundFor(medium, cid), cid, undefined).catch(
      (error: unknown): Delivery => ({
        outcome: 'failed',
        retryable: true,
        why: error instanceof Error ? error.message : String(error),
      }),
    );
    media.push({ medium, delivery });
  }
  return { media };
}

function outboundFor(medium: string, cid: string): Outbound {
  switch (medium) {
    case 'email':
      return { kind: 'email', subject, text: `${said}\n` };
    case 'webhook':
      return { kind: 'json', key: cid, text: JSON.stringify({ schema: 'closecall/test@1', text: said }) };
    case 'chat':
      return {
        kind: 'chat',
        text: JSON.stringify({
          version: '1.0',
          source: 'custom',
          content: { textType: 'client-markdown', title: subject, description: said },
        }),
      };
    default:
      return {
        kind: 'slack',
        text: subject,
        blocks: [{ type: 'section', text: { type: 'plain_text', text: said } } as { readonly type: string }],
      };
  }
}
