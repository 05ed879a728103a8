import { describe, expect, it } from 'vitest';
import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { subscriptionEvent } from '#functions/cli/demo/subscription-event.ts';
import { configure } from '#functions/config.ts';
import { evaluate } from '#functions/evaluate.ts';
import { ingest } from '#functions/ingest.ts';
import type { Ports } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { mayMatch, needlesOf } from '#lib/engine/match.ts';
import { observer } from '#lib/engine/observe.ts';
import { scopesOf } from '#lib/engine/scope.ts';
import { sniff } from '#lib/engine/sniff.ts';
import type { LogRecord } from '#lib/model/record.ts';
import { observedTime, second } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { judge } from '#lib/pipeline.ts';

const signature = catalogue.signatures.find(({ id }) => id === 'ecs/oom-killed');
const text = signature?.samples[0]?.line ?? '{}';
/** The sample says that its task of the service api, at 10.0.1.7 in the cluster prod, was killed then. */
const killedAt = Date.UTC(2026, 10, 24, 12, 0, 5, 610);
const proxyLine =
  '2026/11/24 12:00:05 [error] 7#7: *3 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.9, server: shop, request: "GET /pay HTTP/1.1", upstream: "http://10.0.1.7:8080/pay", host: "shop.example.com"';

function setupOf(ecs: object): Setup {
  const configured = configure(
    { sources: [{ logGroup: '/app/nginx', role: 'proxy', formats: ['nginx-error'], scope: 'shop' }, ecs] },
    catalogue,
  );
  if (configured.kind === 'wrong') throw new Error(configured.errors.join('\n'));
  return configured.setup;
}

/** One event a line, as somebody would have saved them; a file knows no time but that of the line. */
function fromFiles({ run }: Setup): readonly IncidentVerdict[] {
  const eye = observer(catalogue);
  const files: Readonly<Record<string, string>> = { '/app/nginx': proxyLine, 'ecs:prod': text };
  const pages = run.sources.flatMap((source) => {
    const record: LogRecord = { id: 'line:1', source: source.name, text: files[source.name] ?? '' };
    return mayMatch(record.text, needlesOf(catalogue, source.formats))
      ? eye.observe([record], source).pages
      : [];
  });
  return scopesOf(run.sources).flatMap((scope) => judge(pages, scope, run, catalogue).incidents);
}

async function fromEvents(setup: Setup): Promise<readonly IncidentVerdict[]> {
  const table = new MemoryTable();
  const clock = { now: () => killedAt + 40 * second, sleep: async () => undefined };
  let tokens = 0;
  const ports: Ports = {
    table,
    evaluations: new MemoryHints(clock),
    deliveries: new MemoryHints(clock),
    senders: new Map(),
    clock,
    log: { warn: () => undefined, count: () => undefined },
    logs: { page: async () => ({ events: [] }) },
    filters: async () => [],
    newToken: () => `${++tokens}`,
  };
  const events = [{ id: '1', timestamp: killedAt + second, message: proxyLine }];
  const run = ingest(ports, setup);
  await run(subscriptionEvent({ owner: '1', group: '/app/nginx', stream: 's', events }));
  await run(JSON.parse(text));
  await run({ Records: [{ body: JSON.stringify({ requestPayload: JSON.parse(text) }) }] });
  for (const scope of scopesOf(setup.run.sources)) await evaluate(ports, setup)(scope);
  return table.all().flatMap((item) => (item.kind === 'alert' ? [item.alert.incident] : []));
}

const comparable = (incidents: readonly IncidentVerdict[]): string =>
  JSON.stringify(incidents, (key, value) => (key === 'origin' || key === 'line' ? undefined : value), 1);

describe('an ECS event explains the same as an event and as a line of a file', () => {
  it.each([
    ['a cluster that every scope reads', { ecsCluster: 'prod' }],
    [
      'a service of it that is mapped',
      { ecsCluster: 'prod', services: [{ scope: 'shop', ecsServices: ['api'] }] },
    ],
  ])('%s', async (_, ecs) => {
    const setup = setupOf(ecs);
    const [incident, ...others] = fromFiles(setup);
    expect([incident?.service, incident?.findings[0]?.cause, others]).toEqual(['shop', 'oom-kill', []]);
    expect(comparable(await fromEvents(setup))).toBe(comparable(fromFiles(setup)));
  });

  it('a service that is mapped to another scope explains nothing here', async () => {
    const setup = setupOf({ ecsCluster: 'prod', services: [{ scope: 'blog', ecsServices: ['api'] }] });
    expect(fromFiles(setup).map(({ findings }) => findings.map(({ cause }) => cause))).not.toContainEqual([
      'oom-kill',
    ]);
    expect(comparable(await fromEvents(setup))).toBe(comparable(fromFiles(setup)));
  });

  it('is text that is recognised by what it says, in the order of its members', () => {
    expect(JSON.stringify(JSON.parse(text))).toBe(text);
    expect(sniff([text], catalogue)?.formats).toContain('ecs-event');
    expect(observedTime(Date.parse(JSON.parse(text).time))).toBeGreaterThan(killedAt);
  });
});
