import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { configure } from '#functions/config.ts';
import { deliver } from '#functions/deliver.ts';
import { evaluator } from '#functions/evaluate.ts';
import type { Received } from '#functions/events/subscription.ts';
import { ingest } from '#functions/ingest.ts';
import type { EvaluateHint, Ports, Sender } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { tick } from '#functions/tick.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Alert } from '#lib/model/alert.ts';
import { eventTime, type Millis, minute, second } from '#lib/model/time.ts';
import { clockTime, count } from '#lib/model/words.ts';
import type { Look } from '#lib/notifiers/terminal/pen.ts';
import { terminalAlert } from '#lib/notifiers/terminal.ts';
import { observer } from '#lib/pipeline.ts';
import { incident } from './incident.ts';
import { subscriptionEvent } from './subscription-event.ts';

const setup = ((): Setup => {
  const { proxyErrors, requests, backend, kernelLog } = incident;
  const configured = configure(
    {
      sources: [
        { logGroup: proxyErrors.name, role: 'proxy', formats: ['nginx-error'] },
        { logGroup: requests.name, role: 'proxy', formats: ['nginx-access'] },
        { logGroup: backend.name, role: 'backend', formats: ['gunicorn', 'plain'] },
        { logGroup: kernelLog.name, role: 'platform', formats: ['syslog', 'kernel'] },
      ],
      notify: {
        slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' } },
        email: { to: ['ops@example.com'] },
      },
    },
    catalogue,
  );
  if (configured.kind === 'wrong') throw new Error(configured.errors.join('\n'));
  return configured.setup;
})();

interface Message {
  readonly at: Millis;
  readonly medium: string;
  readonly cid: string;
  readonly text: string;
  readonly alert: Alert;
}

interface Arrival {
  readonly at: Millis;
  readonly lines: number;
  readonly event: unknown;
}

/** Plays the incident through the handlers, with the clock turned by hand, and says what people would have received. */
export async function playDemo(look: Look): Promise<string> {
  const arrivals = arrivalsOf();
  let now = arrivals[0]?.at ?? 0;
  const clock = { now: () => now, sleep: async () => undefined };
  const evaluations = new MemoryHints<EvaluateHint>(clock);
  const deliveries = new MemoryHints<{ cid: string; medium: string }>(clock);
  const table = new MemoryTable();
  const messages: Message[] = [];
  const invoked = new Map<string, number>();
  let tokens = 0;

  const sender = (medium: string): Sender => {
    let last: Alert | undefined;
    return {
      render(alert) {
        last = alert;
        return { kind: 'print', text: terminalAlert(alert, look) };
      },
      async send({ text }, cid) {
        if (last) messages.push({ at: now, medium, cid, text, alert: last });
        return { outcome: 'delivered', ref: cid };
      },
    };
  };
  const ports: Ports = {
    table,
    evaluations,
    deliveries,
    senders: new Map(setup.media.map(({ id }) => [id, sender(id)])),
    logs: { page: async () => ({ events: [] }) },
    filters: async () => [],
    clock,
    log: { warn: () => undefined, count: () => undefined },
    newToken: () => `${++tokens}`,
  };
  const invoke = async (name: string, run: Promise<void>) => {
    invoked.set(name, (invoked.get(name) ?? 0) + 1);
    await run;
  };

  const waiting = [...arrivals];
  for (
    let nextTick = now + minute;
    waiting.length > 0 || table.all().some(({ pk }) => pk.startsWith('todo#'));
  ) {
    while ((waiting[0]?.at ?? Infinity) <= now)
      await invoke('ingest', ingest(ports, setup)(waiting.shift()?.event));
    for (const hint of evaluations.take(now)) await invoke('evaluate', evaluator(ports, setup)(hint));
    for (const hint of deliveries.take(now)) await invoke('deliver', deliver(ports)(hint));
    if (now >= nextTick) {
      await invoke('tick', tick(ports)());
      nextTick = now + minute;
    }
    const due = [waiting[0]?.at, evaluations.nextAt(), deliveries.nextAt(), nextTick];
    now = Math.max(now, Math.min(...due.map((at) => at ?? Infinity)));
  }
  return story(messages, arrivals, invoked);
}

/** The lines as they would be delivered: in batches, late and out of order, and one batch twice. */
function arrivalsOf(): readonly Arrival[] {
  const { proxyErrors, requests, backend, kernelLog } = incident;
  const errors = received(proxyErrors);
  const accesses = received(requests);
  const outputs = received(backend);
  const begin = Math.max(...errors.map(({ timestamp }) => timestamp));
  const batches: readonly (readonly [Millis, { readonly name: string }, readonly Received[]])[] = [
    [6 * second, proxyErrors, errors.slice(1)],
    [7 * second, requests, accesses.slice(30)],
    [9 * second, proxyErrors, errors.slice(0, 1)],
    [14 * second, requests, accesses.slice(0, 30)],
    [31 * second, backend, outputs.slice(40)],
    [33 * second, kernelLog, received(kernelLog)],
    [36 * second, backend, outputs.slice(0, 40)],
    [90 * second, proxyErrors, errors.slice(1)],
  ];
  return batches.map(([after, { name }, events]) => ({
    at: begin + after,
    lines: events.length,
    event: subscriptionEvent({ owner: '123456789012', group: name, stream: 'web-2', events }),
  }));
}

/** Log events with the time in the line, or that of the line above where there is none, as an agent would stamp them. */
function received({
  name,
  lines,
}: {
  readonly name: string;
  readonly lines: readonly string[];
}): readonly Received[] {
  const source = setup.run.sources.find((each) => each.name === name);
  const eye = observer(catalogue);
  let timestamp = 0;
  return lines.map((message, index) => {
    timestamp = (source && eye.read({ id: '', source: name, text: message }, source)?.at) ?? timestamp;
    return { id: `${timestamp}${String(index).padStart(6, '0')}`, timestamp, message };
  });
}

function story(
  messages: readonly Message[],
  arrivals: readonly Arrival[],
  invoked: ReadonlyMap<string, number>,
): string {
  const told = messages.map(({ at, medium, alert }, index) => {
    const before = messages.slice(0, index).some((earlier) => earlier.medium === medium);
    const how = medium === 'slack' ? (before ? 'Slack message edited' : 'Slack message') : 'e-mail';
    return `  ${clockTime(eventTime(at))}  ${how}: ${alert.status}, ${verdictOf(alert)}`;
  });
  const letter = messages.find(({ medium }) => medium === 'email');
  const lines = arrivals.reduce((sum, each) => sum + each.lines, 0);
  const calls = [...invoked].map(([name, times]) => `${name} ${times}`).join(', ');
  return [
    'What people received',
    ...told,
    '',
    `The e-mail of ${letter ? clockTime(eventTime(letter.at)) : 'this incident'}, which is also how the Slack message read from then on:`,
    '',
    letter?.text ?? '',
    `Just ran: ${count(arrivals.length, 'subscription event')} with ${count(lines, 'line')}, out of order and one of them twice, through the Lambda handlers (${calls}), with table, queues and clock in memory.`,
    'Try next: npm run --silent closecall -- explain <your proxy’s log> <your backend’s log>',
    '',
  ].join('\n');
}

const verdictOf = ({ incident: { findings, closes } }: Alert): string =>
  `${count(closes, 'close')}, ${findings.map(({ cause, confidence }) => `${cause} ${confidence}`).join(', ') || 'unexplained so far'}`;
