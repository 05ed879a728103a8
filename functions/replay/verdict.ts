import { spokenZone } from '#functions/cli/draft.ts';
import { version } from '#functions/cli/version.ts';
import { mainOf } from '#lib/engine/sniff.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Role, Source } from '#lib/model/record.ts';
import type { SourceRead, Verdict } from '#lib/model/verdict.ts';
import { count, instant, list } from '#lib/model/words.ts';
import { type Run, verdictOf } from '#lib/pipeline.ts';
import { noLines, type Tally } from './past.ts';
import { groupsOf, isEvents, type Recalled, type Stretch } from './recall.ts';

/** Where the zone of a group's zoneless times is known from. */
export type ZoneBy = (group: string) => SourceRead['zone']['how'];

/** The verdict JSON over a stretch of the past that has been read whole. */
export function verdictOn(
  { pool, tallies }: Recalled,
  run: Run,
  stretch: Stretch,
  catalogue: Catalogue,
  notes: readonly string[],
  zoneBy: ZoneBy = () => 'configured',
): Verdict {
  return verdictOf(
    {
      pages: pool.pages(),
      run,
      version,
      read: ({ closes, lookalikes }) => ({
        sources: run.sources
          .filter((source) => !isEvents(source))
          .map((source) =>
            readOf(source, tallies.get(source.name) ?? noLines, zoneBy(source.name), catalogue),
          ),
        warnings: [...notes, ...gapsIn(run, tallies, stretch, closes, lookalikes, catalogue)],
      }),
    },
    catalogue,
  );
}

function readOf(
  { name, role, formats, zone }: Source,
  tally: Tally,
  how: ReturnType<ZoneBy>,
  catalogue: Catalogue,
): SourceRead {
  const { lines, examined, understood, first, last } = tally;
  const format = mainOf(new Map(Object.entries(tally.formats)), new Set(), catalogue) ?? formats[0];
  const clock = catalogue.formats.find(({ id }) => id === format)?.clock;
  const { minutes: _, ...said } =
    clock?.stamps === 'none'
      ? spokenZone(0, 'none')
      : clock?.zone === 'in-line'
        ? spokenZone(0, 'in-line')
        : spokenZone(zone, how, first ?? undefined);
  return {
    origin: name,
    format,
    role,
    lines,
    examined,
    understood,
    first: instant(first),
    last: instant(last),
    zone: said,
  };
}

/** What the reader must know of the sources before believing the answer. */
function gapsIn(
  run: Run,
  tallies: ReadonlyMap<string, Tally>,
  { from, to }: Stretch,
  closes: number,
  lookalikes: number,
  catalogue: Catalogue,
): readonly string[] {
  const events = run.sources.filter(isEvents).map(({ name }) => name);
  const groups = groupsOf(run);
  const roles = new Set<Role | undefined>(run.sources.map(({ role }) => role));
  for (const { formats } of tallies.values())
    for (const id of Object.keys(formats)) roles.add(catalogue.formats.find((each) => each.id === id)?.role);
  const silent = [...tallies.values()].every(({ examined }) => examined === 0);
  const window = `${new Date(from).toISOString()} to ${new Date(to).toISOString()}`;
  return [
    ...[...tallies].flatMap(([group, { broken, fault }]) =>
      broken > 0
        ? [
            `${count(broken, 'line')} of ${group} made a rule fail (${fault}) and had to be left out. Please report it with the line that closecall explain-line fails on.`,
          ]
        : [],
    ),
    ...(events.length > 0
      ? [
          `${list(events)}: nobody keeps ECS events, so tasks and deployments of that time are not in view. If you have them as lines of JSON in a file, pass it to closecall explain with the exported logs.`,
        ]
      : []),
    ...(silent && groups.length > 0
      ? [
          `Not one line of ${list(groups)} from ${window} bears on a close. If you expected some, check the window (UTC unless it says its zone), the Region and the formats of the sources; --unfiltered reads every line.`,
        ]
      : []),
    ...(closes + lookalikes === 0 && !roles.has('proxy')
      ? [
          `No proxy is among the log groups (${list(groups)}), so no close can be seen: add the group of nginx or of the load balancer.`,
        ]
      : []),
    ...(closes > 0 && !roles.has('backend')
      ? [
          'No backend is among the log groups: add the group of the application server to find out why it closed.',
        ]
      : []),
  ];
}
