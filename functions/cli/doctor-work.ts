import type { Account, Stack } from '#functions/account.ts';
import type { TodoItem } from '#functions/items.ts';
import { stateKey, todoRanges } from '#functions/keys.ts';
import type { Table } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { type Millis, minute } from '#lib/model/time.ts';
import { count, duration } from '#lib/model/words.ts';
import { type Check, checked, ok, problem, warning } from './checklist.ts';
import { deadQueueNames, deadQueues } from './dead-queues.ts';

/** Judging takes half a minute, and one lost wake-up a minute more. */
const tooLong: Millis = 10 * minute;

/** Whether what came in is being worked off. */
export async function workChecks(
  account: Account,
  table: (name: string) => Pick<Table, 'get' | 'query'>,
  stackName: string,
  { outputs }: Stack,
  setup: Setup | undefined,
  now: Millis,
): Promise<readonly Check[]> {
  const name = outputs.get('TableName');
  return [
    ...(name === undefined ? [] : await todoChecks(table(name), stackName, now)),
    ...(name === undefined || !setup ? [] : await judgedChecks(table(name), setup, now)),
    ...(await letterChecks(account, stackName, outputs)),
  ];
}

async function todoChecks(
  table: Pick<Table, 'query'>,
  stackName: string,
  now: Millis,
): Promise<readonly Check[]> {
  return checked('to-do list', async () => {
    const rows = await Promise.all(todoRanges().map(({ pk, from, to }) => table.query(pk, from, to)));
    const open = rows
      .flat()
      .filter(
        (item) =>
          item.kind === 'eval' || item.kind === 'time' || item.kind === 'send' || item.kind === 'digest',
      )
      .map((todo) => ({ todo, since: 'due' in todo ? todo.due : todo.since }))
      .filter(({ since }) => since <= now)
      .sort((a, b) => a.since - b.since);
    const [oldest] = open;
    if (!oldest) return [ok('to-do list', 'It is empty: everything that came in was judged and told.')];
    const says = `${count(open.length, 'entry', 'entries')}; the oldest, ${spoken(oldest.todo)}, has waited ${duration(now - oldest.since)}.`;
    if (now - oldest.since <= tooLong) return [ok('to-do list', says)];
    return [problem('to-do list', says, remedyFor(oldest.todo, stackName))];
  });
}

function spoken(todo: TodoItem): string {
  switch (todo.kind) {
    case 'eval':
    case 'time':
      return `to judge ${todo.scope}`;
    case 'send':
      return `to tell ${todo.medium} of conversation ${todo.cid}`;
    case 'digest':
      return `to sum up the week of ${todo.week}`;
  }
}

function remedyFor(todo: TodoItem, stackName: string): string {
  switch (todo.kind) {
    case 'eval':
    case 'time':
    case 'digest':
      return `The log group /closecall/${stackName}/evaluate says what goes wrong; the function tick wakes it again every half hour at least.`;
    case 'send':
      return `The log group /closecall/${stackName}/deliver says what ${todo.medium} answers; closecall doctor --test-alert tries it at once.`;
  }
}

async function judgedChecks(table: Pick<Table, 'get'>, setup: Setup, now: Millis): Promise<readonly Check[]> {
  return checked('incidents', async () => {
    const scopes = new Set(
      setup.run.sources.flatMap(({ scope, services }) => [
        scope,
        ...(services ?? []).map((each) => each.scope),
      ]),
    );
    const states = await Promise.all([...scopes].map((scope) => table.get(stateKey(scope))));
    const held = states.flatMap((state) => (state?.kind === 'state' ? state.conversations : []));
    const open = held.filter(({ phase }) => phase.is === 'provisional' || phase.is === 'firing').length;
    const last = Math.max(...held.flatMap(({ spans }) => spans.map(({ to }) => to)));
    if (!Number.isFinite(last)) return [ok('incidents', 'No premature close was judged in the last 48 h.')];
    return [
      ok(
        'incidents',
        `The last premature close that was judged is of ${new Date(last).toISOString().slice(0, 19)}Z, ${duration(Math.max(0, now - last))} ago; ${count(open, 'conversation')} open.`,
      ),
    ];
  });
}

async function letterChecks(
  account: Account,
  stackName: string,
  outputs: ReadonlyMap<string, string>,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const name of deadQueueNames) {
    const { dead, holds } = deadQueues[name];
    const url = outputs.get(dead);
    if (url === undefined) continue;
    checks.push(
      ...(await checked(`dead letters, ${name}`, async () => {
        const { waiting, inFlight } = await account.depth(url);
        const lying = waiting + inFlight;
        if (lying === 0) return [ok(`dead letters, ${name}`, 'None.')];
        return [
          problem(
            `dead letters, ${name}`,
            `About ${lying}: ${holds}.`,
            `closecall redrive --queue ${name} --dry-run shows them; without --dry-run they are tried again. SQS drops them 14 days after they were sent.`,
          ),
        ];
      })),
    );
  }
  const retry = outputs.get('IngestRetryQueueUrl');
  if (retry === undefined) return checks;
  checks.push(
    ...(await checked('ingest retries', async () => {
      const { waiting, inFlight } = await account.depth(retry);
      return waiting + inFlight === 0
        ? [ok('ingest retries', 'None wait.')]
        : [
            warning(
              'ingest retries',
              `About ${waiting + inFlight} deliveries of log lines failed and are tried again every six minutes.`,
              `The log group /closecall/${stackName}/ingest says why.`,
            ),
          ];
    })),
  );
  return checks;
}
