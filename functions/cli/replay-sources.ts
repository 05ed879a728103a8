import type { Clock, LogStore, StoredEvent } from '#functions/ports.ts';
import { patient, politeRate } from '#functions/replay/history.ts';
import type { Stretch } from '#functions/replay/recall.ts';
import type { ZoneBy } from '#functions/replay/verdict.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { sniff } from '#lib/engine/sniff.ts';
import { isNonEmpty } from '#lib/model/nonempty.ts';
import { defaultScope, type Source } from '#lib/model/record.ts';
import { second } from '#lib/model/time.ts';
import { count, list } from '#lib/model/words.ts';
import { spokenZone } from './draft.ts';
import { formatsIn, linesOf, samplesOf, zoneIn } from './log-samples.ts';
import { Problem } from './problem.ts';

/** Samples are taken at the beginning of each of so many parts of the window. */
const places = 4;

/** Entries of log groups that no configuration names, from a look at some of their lines, and what to say of it. */
export async function sniffedSources(
  logs: LogStore,
  clock: Clock,
  groups: readonly string[],
  stretch: Stretch,
  zone: string | undefined,
  rate: number | undefined,
): Promise<{
  readonly sources: readonly Source[];
  readonly notes: readonly string[];
  readonly zoneBy: ZoneBy;
}> {
  const { page } = patient(logs, clock, rate ?? politeRate(await logs.region()));
  const found: ReturnType<typeof sourceOf>[] = [];
  for (const group of groups)
    found.push(sourceOf(group, await samplesOf({ page }, group, stretch, places), zone));
  return {
    sources: found.map(({ source }) => source),
    notes: found.map(({ note }) => note),
    zoneBy: (group) => found.find(({ source }) => source.name === group)?.how ?? 'assumed',
  };
}

function sourceOf(group: string, events: readonly StoredEvent[], wished: string | undefined) {
  const lines = linesOf(events);
  const sniffed = sniff(lines, catalogue);
  const formats = sniffed ? formatsIn(sniffed) : [];
  if (!sniffed || !isNonEmpty(formats))
    throw new Problem(
      `${group}: ${lines.length === 0 ? 'no event was found in the window' : `none of ${count(lines.length, 'sample line')} is in a format that is known`}, so nobody can tell what writes to it. Take a window in which it was written to, or name the group with its role and formats in a closecall.config.json.`,
    );
  const { minutes, how } = zoneIn(sniffed, wished);
  const source: Source = {
    name: group,
    role: sniffed.role,
    formats,
    scope: defaultScope,
    shared: false,
    zone: minutes,
    skew: second,
  };
  const said =
    how === 'none'
      ? ''
      : `; its times without a zone were read as UTC${spokenZone(minutes, how).offset}, ${how}`;
  return {
    source,
    how,
    note: `${group} was taken for a ${sniffed.role}'s log in ${list(formats)}, from ${count(lines.length, 'sample line')}${said}. A configuration (--config) makes it certain.`,
  };
}
