import type { Lexicon } from '#lib/model/catalogue.ts';
import type { Source } from '#lib/model/record.ts';
import { observedTime } from '#lib/model/time.ts';
import { noteSighting } from './evaluate/blind.ts';
import { arrivalsOf } from './events/arrival.ts';
import type { EcsEvent } from './events/ecs-event.ts';
import { recordsOf } from './events/records.ts';
import type { Received, Subscribed } from './events/subscription.ts';
import { type KeepPorts, keeper } from './ingest/keep.ts';
import { isOutdated } from './ingest/outdated.ts';
import { type PollPorts, poller } from './ingest/poll.ts';
import { type WatchPorts, watcher } from './ingest/watch.ts';
import { ownGroups, type Setup } from './setup.ts';
import { wireIngest } from './wire/ingest.ts';
import { wired } from './wire/wired.ts';

export type IngestPorts = KeepPorts & PollPorts & WatchPorts;

/** Takes in whatever comes: what is bad is counted and said, what is good is kept. Throws where the table fails, so that Lambda tries again. */
export function ingest(ports: IngestPorts, setup: Setup<Lexicon>): (event: unknown) => Promise<void> {
  const { table, clock, log } = ports;
  const { keep, signalsIn, mayTell } = keeper(ports, setup);
  const poll = poller(ports, setup, { keep });
  const watch = watcher(ports, setup);
  const sources = new Map(setup.run.sources.map((source) => [source.name, source]));
  const clusters = new Map(
    setup.intakes.flatMap((intake) =>
      intake.kind === 'ecs' ? [[intake.cluster, intake.source] as const] : [],
    ),
  );
  const unknownClusters = new Set<string>();

  return async (event) => {
    if (isOutdated(event, clock.now())) return;
    for (const arrival of arrivalsOf(event))
      switch (arrival.kind) {
        case 'lines':
          if (arrival.bad) problem(arrival.bad.events, arrival.bad.why);
          await takeLines(arrival.batch);
          break;
        case 'ecs':
          await takeEcs(arrival.event);
          break;
        case 'sighting':
          await noteSighting(table, arrival.sighting);
          break;
        case 'poll':
          await poll(arrival.account);
          break;
        case 'watch':
          await watch(arrival.ownName);
          break;
        case 'too-large':
          // Thrown, so that Lambda keeps it: first to be tried again, in the end among the dead letters, which alarm.
          throw new Error(arrival.why);
        case 'nothing':
          break;
        case 'unknown':
          problem(1, arrival.why);
          break;
      }
  };

  async function takeLines(batch: Subscribed): Promise<void> {
    const { group, events } = batch;
    const source = sources.get(group);
    if (group.startsWith(ownGroups))
      return problem(
        events.length,
        `${group} is written by closecall itself and is never read: remove its subscription filter.`,
      );
    if (!source)
      return problem(
        events.length,
        `No source names ${group}, so its lines are left out: add it to the sources or remove its subscription filter.`,
      );
    log.count('Lines', events.length);
    countRepeated(batch, source);
    await keep(
      events.flatMap((each) => recordsOf(each, batch)),
      source,
    );
  }

  /** That a line delivered again has the id of the first time is implied by CloudWatch, not promised: this is how one would know. */
  function countRepeated(batch: Subscribed, source: Source): void {
    const telling = batch.events.filter(({ message }) => mayTell(message, source));
    const repeated = repeatedIn(telling).flatMap((each) => recordsOf(each, batch));
    const signals = repeated.length > 0 ? signalsIn(repeated, source) : 0;
    if (signals > 0) log.count('PossibleDuplicates', signals);
  }

  async function takeEcs({ id, cluster, at, text }: EcsEvent): Promise<void> {
    const source = sources.get(clusters.get(cluster) ?? '');
    if (!source) {
      // The rule may send every task of the account: said once, or the sentence would drown all others.
      if (unknownClusters.has(cluster)) return;
      unknownClusters.add(cluster);
      return problem(
        1,
        `No source names the ECS cluster ${cluster}, so its events are left out: add { "ecsCluster": "${cluster}" } to the sources or narrow the rule that sends them.`,
      );
    }
    log.count('Lines', 1);
    await keep([{ id, source: source.name, text, observedAt: observedTime(at) }], source);
  }

  function problem(events: number, sentence: string): void {
    log.count('Problems', events);
    log.warn(sentence);
  }
}

/** Events of one time and text that another event of the delivery had already, under another id. */
function repeatedIn(events: readonly Received[]): readonly Received[] {
  const ids = new Map<string, Set<string>>();
  return events.filter(({ id, timestamp, message }) => {
    const key = `${timestamp} ${message}`;
    const known = ids.get(key);
    if (!known) ids.set(key, new Set([id]));
    const isRepeated = known !== undefined && !known.has(id);
    known?.add(id);
    return isRepeated;
  });
}

const ready = wired(wireIngest, ingest);
export const handler = (event: unknown): Promise<void> => ready()(event);
