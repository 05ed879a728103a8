import { describe, expect, it } from 'vitest';
import { configure } from '#functions/config.ts';
import { chapters } from '#functions/replay/past.ts';
import { groupsOf, nothingYet, remember } from '#functions/replay/recall.ts';
import { slicesOf } from '#functions/replay/slices.ts';
import { verdictOn } from '#functions/replay/verdict.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { hour } from '#lib/model/time.ts';
import { eventOf, fakeClock, madeUpLogs } from './replay-store.ts';

const stretch = { from: Date.UTC(2026, 10, 22, 12), to: Date.UTC(2026, 10, 22, 12) + hour };
const nginx = (path: string): string =>
  `2026/11/22 12:00:03 [error] 7#7: *7 upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.9, server: shop.example.com, request: "GET ${path} HTTP/1.1", upstream: "http://10.0.0.5:8000${path}", host: "shop.example.com"`;

function runWith(sources: readonly object[]) {
  const read = configure({ sources }, catalogue);
  if (read.kind === 'wrong') throw new Error(read.errors.join('\n'));
  return read.setup.run;
}

async function told(sources: readonly object[], lines: readonly string[], rules = catalogue) {
  const run = runWith(sources);
  const logs = madeUpLogs({
    '/app/nginx': lines.map((line, index) => eventOf(index, stretch.from + 3_000, line)),
  });
  const recalled = nothingYet();
  const slices = slicesOf(groupsOf(run), stretch.from, stretch.to);
  const reading = { patternOf: () => '', clock: fakeClock() };
  for await (const chapter of chapters(logs, run, slices, rules, reading)) remember(recalled, chapter);
  return verdictOn(recalled, run, stretch, rules, []);
}

const proxy = { logGroup: '/app/nginx', role: 'proxy', formats: ['nginx-error'] };

describe('what a replay says of its sources', () => {
  it('leaves out a line that makes a rule throw, and says so', async () => {
    const fragile = {
      ...catalogue,
      signatures: catalogue.signatures.map((signature) => ({
        ...signature,
        match: (event: Parameters<typeof signature.match>[0]) => {
          if (event.record.text.includes('/fragile')) throw new Error('a rule broke');
          return signature.match(event);
        },
      })),
    };
    const { summary, read } = await told([proxy], [nginx('/a'), nginx('/fragile'), nginx('/b')], fragile);
    expect(summary.closes).toBe(2);
    expect(read.sources[0]).toMatchObject({ lines: 3, examined: 3, understood: 2 });
    expect(read.warnings[0]).toBe(
      '1 line of /app/nginx made a rule fail (Error) and had to be left out. Please report it with the line that closecall explain-line fails on.',
    );
  });

  it('says that nobody keeps ECS events, and reads no group for them', async () => {
    const { read, summary } = await told([proxy, { ecsCluster: 'prod', scope: 'default' }], [nginx('/a')]);
    expect(summary.closes).toBe(1);
    expect(read.sources.map(({ origin }) => origin)).toEqual(['/app/nginx']);
    expect(read.warnings.join('\n')).toContain('ecs:prod: nobody keeps ECS events');
  });

  it('says where no proxy, no backend or nothing at all is in view', async () => {
    const backend = { logGroup: '/app/nginx', role: 'backend', formats: ['gunicorn'] };
    expect((await told([backend], ['nothing'])).read.warnings.join('\n')).toContain(
      'No proxy is among the log groups',
    );
    expect((await told([proxy], [nginx('/a')])).read.warnings.join('\n')).toContain(
      'No backend is among the log groups',
    );
    expect((await told([proxy], ['nothing'])).read.warnings.join('\n')).toContain(
      'Not one line of /app/nginx from 2026-11-22T12:00:00.000Z to 2026-11-22T13:00:00.000Z bears on a close',
    );
  });
});
