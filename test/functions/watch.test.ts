import { describe, expect, it } from 'vitest';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { blindnessOf } from '#functions/evaluate/blind.ts';
import { watcher } from '#functions/ingest/watch.ts';
import { blindKey } from '#functions/keys.ts';
import type { Filter } from '#functions/ports.ts';
import { LogsRefused, type Refusal } from '#functions/replay/refusal.ts';
import { hour, minute } from '#lib/model/time.ts';
import { setupOf, startOfStory as ten } from './story.ts';
import { memoryLog } from './theatre.ts';

const setup = setupOf({
  sources: [
    { logGroup: '/app/proxy', role: 'proxy', scope: 'shop' },
    ...Array.from({ length: 29 }, (_, n) => ({ logGroup: `/app/api-${n}`, role: 'backend', scope: 'shop' })),
    { logGroup: '/app/jobs', role: 'backend', scope: 'shop', transport: 'poll' },
  ],
});
const ownName = 'Closecall-Ingest-1';
const feeding = (name: string): Filter => ({
  name: 'Closecall',
  pattern: '',
  destination: `arn:aws:lambda:eu-west-1:123456789012:function:${name}`,
});

/** Log groups with their filters, looked at every five minutes. */
function stage() {
  const table = new MemoryTable();
  const { log, warnings, figures } = memoryLog();
  const asked: string[] = [];
  const answers = new Map<string, readonly Filter[] | Refusal | Error>();
  let now = ten;
  const run = watcher(
    {
      table,
      log,
      clock: { now: () => now, sleep: async () => undefined },
      filters: async (group) => {
        asked.push(group);
        const answer = answers.get(group) ?? [feeding('other'), feeding(ownName)];
        if (answer instanceof Error) throw answer;
        if ('kind' in answer) throw new LogsRefused(answer);
        return answer;
      },
    },
    setup,
  );
  /** An hour of looks. */
  const anHour = async () => {
    for (const end = now + hour; now < end; now += 5 * minute) await run(ownName);
  };
  const blind = async () => (await blindnessOf(table, 'shop', setup, now)).now;
  const held = () => table.get(blindKey('/app/proxy', 'unsubscribed'));
  return { anHour, answers, asked, blind, held, warnings, figures };
}

describe('the filters of the groups that are subscribed to', () => {
  it('are looked for once an hour each, a few at a time, and all is well', async () => {
    const { anHour, asked, blind, figures } = stage();
    await anHour();
    const subscribed = setup.intakes.flatMap((each) =>
      each.kind === 'group' && each.transport === 'subscribe' ? [each.group] : [],
    );
    expect([...asked].sort()).toEqual([...subscribed].sort());
    expect([await blind(), figures]).toEqual([[], {}]);
  });

  it.each([
    ['of somebody else', [feeding('other')], /\/app\/proxy has no subscription filter that leads to/],
    ['gone with the group', { kind: 'missing', group: '/app/proxy' }, /\/app\/proxy does not exist/],
  ] as const)('that are %s make a group blind, and a problem every five minutes', async (_, answer, said) => {
    const { anHour, answers, asked, blind, held, warnings, figures } = stage();
    answers.set('/app/proxy', answer);
    await anHour();
    await anHour();
    expect(await blind()).toEqual(['/app/proxy']);
    // Found in the first look of the first hour, then looked for each time.
    expect(asked.filter((group) => group === '/app/proxy').length).toBeGreaterThan(12);
    expect(figures['Problems']).toBeGreaterThan(12);
    expect(warnings[0]).toMatch(said);
    // Nobody knows when in the hour before it went.
    expect(await held()).toMatchObject({
      since: expect.toSatisfy((since: number) => since >= ten - hour && since < ten),
    });
  });

  it('that are back let the group see again, after gap and lateness and what a filter may be switched off', async () => {
    const { anHour, answers, blind, held } = stage();
    answers.set('/app/proxy', []);
    await anHour();
    answers.clear();
    await anHour();
    expect(await held()).toMatchObject({ until: expect.any(Number) });
    expect(await blind()).toEqual([]);
  });

  it.each([
    ['are not seen for throttling', { kind: 'throttled' }, 0],
    ['may not be looked at', { kind: 'denied', group: '/app/proxy', why: 'no' }, 1],
    ['fail for no known reason', new RangeError('token=abc'), 1],
  ] as const)('that %s say nothing about the group', async (_, answer, problems) => {
    const { anHour, answers, blind, warnings, figures } = stage();
    answers.set('/app/proxy', answer);
    await anHour();
    expect(await blind()).toEqual([]);
    expect(figures['Problems'] ?? 0).toBe(problems);
    expect(warnings.join()).not.toContain('abc');
  });
});
