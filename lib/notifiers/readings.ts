import type { LookalikeCount, Verdict } from '#lib/model/verdict.ts';
import { count, list } from '#lib/model/words.ts';

// What a whole run says of its input, in the same words in the terminal and in the report.

export const closers: Readonly<Record<LookalikeCount['closedBy'], string>> = {
  client: 'the client closed, not the backend',
  proxy: 'the proxy closed, not the backend',
  nobody: 'no connection to a backend was cut',
};

/** `201 lines of 3 logs`. */
export const amount = ({ sources }: Verdict['read']): string =>
  `${count(
    sources.reduce((sum, { lines }) => sum + lines, 0),
    'line',
  )} of ${count(sources.length, 'log')}`;

/** What to do where nothing was found. */
export const afterNothing = ({ sources }: Verdict['read']): string =>
  sources.some(({ role }) => role === 'proxy')
    ? 'if a failure is missing here: do these logs cover its time, and what does closecall explain-line say about its line?'
    : 'closes are seen by the proxy: add its error log and its access log, or the load balancer’s, for the time of the failure.';

/** Warnings, and what makes a verdict less certain than it looks, unless a warning names that log already. */
export function cautions({ sources, warnings }: Verdict['read']) {
  const unsaid = sources.filter(({ origin }) => !warnings.some((warning) => warning.includes(origin)));
  const unread = unsaid
    .filter(({ examined, understood }) => understood * 2 < examined)
    .map(
      ({ origin, format, examined, understood }) =>
        `${origin}: only ${understood} of ${count(examined, 'line')} could be read as ${format}; closecall explain-line tells why.`,
    );
  const zones = new Map<string, string[]>();
  for (const { origin, zone } of unsaid) {
    if (zone.how !== 'inferred' && zone.how !== 'assumed') continue;
    const guessed = `UTC${/^[+-]00:00$/.test(zone.offset) ? '' : zone.offset} was ${zone.how}`;
    zones.set(guessed, [...(zones.get(guessed) ?? []), origin]);
  }
  return {
    warnings: [...warnings, ...unread],
    notes: [...zones].map(
      ([zone, origins]) => `${list(origins)}: the times carry no zone; ${zone} (--tz says another).`,
    ),
  };
}
