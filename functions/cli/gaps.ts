import { catalogue } from '#lib/catalogue/catalogue.ts';
import { count, list } from '#lib/model/words.ts';
import type { Wishes } from './draft.ts';
import type { Gathered } from './gather.ts';
import { remedy } from './inputs.ts';
import { bytesAt } from './lines.ts';
import { Problem } from './problem.ts';

/** It has words, and nothing by which a log is known. */
export const isMute = ({ telling, signals, outside }: Gathered): boolean => telling + signals + outside === 0;

function muteness({ input, read: { origin, lines, examined, understood } }: Gathered): string {
  if (understood < examined / 2)
    return `${origin}: ${understood} of ${count(examined, 'line')} are text; it looks binary or encrypted, and not like a log.`;
  const said = `${origin}: ${count(lines, 'line')} of plain text; none begins with a time or a level that closecall reads, or is known to come from a proxy, a backend or a kernel.`;
  const head = bytesAt(input, 0, headBytes).toString();
  const [line = ''] = head.trimStart().split('\n');
  if (isJson(line)) return `${said} It holds JSON records of a kind that closecall does not know.`;
  // A bracket opens many a log that is no JSON.
  const spread = /^\s*(?:\{|\[\s*(?:[\]{["\d]|$))/.test(head) && !/^\s*\[\d+[^\d,\]\s]/.test(head);
  return spread
    ? `${said} It looks like JSON over several lines; closecall reads one record a line, as this prints them: jq -c "${head.trimStart().startsWith('[') ? '.[]' : '.'}" ${origin} | closecall explain -`
    : said;
}

const headBytes = 64 * 1024;

function isJson(line: string): boolean {
  if (!/^[[{]/.test(line)) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Throws where not one file looks like a log. */
export function ifNothingUnderstood(files: readonly Gathered[], warnings: readonly string[]): void {
  if (!files.every(isMute)) return;
  const said = [...warnings, ...files.map(muteness)];
  throw new Problem(['nothing was understood.', ...said.map((each) => `  ${each}`), remedy].join('\n'));
}

/** What the reader must know about the input before believing the answer. */
export function gapsIn(
  files: readonly Gathered[],
  wishes: Wishes,
  closes: number,
  lookalikes: number,
): readonly string[] {
  const partly = files.filter((file) => !isMute(file) && file.read.understood < file.read.examined / 2);
  return [
    ...files.filter(isMute).map((file) => `${muteness(file)} If it is the wrong file, pass the right one.`),
    ...partly.map(
      ({ read }) =>
        `${read.origin}: only ${read.understood} of ${count(read.examined, 'line')} could be read, as ${read.format}; closecall explain-line tells why.`,
    ),
    ...outside(files, wishes),
    ...(files.some(({ yearless }) => yearless)
      ? ['No line says the year, so the answer has times of day and no dates.']
      : []),
    ...unzoned(files),
    ...(closes + lookalikes === 0 && !files.some(({ roles }) => roles.has('proxy')) ? [noProxy(files)] : []),
    ...(closes > 0 && !files.some((file) => file.roles.has('backend') && !isMute(file))
      ? [
          'No backend log is among the files: add the log of the application server (its standard error) to find out why it closed.',
        ]
      : []),
  ];
}

function noProxy(files: readonly Gathered[]): string {
  // An envelope may have had the time that plain text has not.
  const readAs = files.map(
    ({ read }) => `${read.origin} was read as ${titleOf(read.format).replace(/ without a time$/, '')}`,
  );
  return `No proxy log is among the files, so no close can be seen (${list(readAs)}): add the log of nginx (error.log, access.log) or of the load balancer.`;
}

const titleOf = (id: string): string => catalogue.formats.find((format) => format.id === id)?.title ?? id;

function outside(files: readonly Gathered[], { since, until }: Wishes): readonly string[] {
  const left = files.reduce((sum, file) => sum + file.outside, 0);
  const kept = files.reduce((sum, file) => sum + file.signals, 0);
  if (left === 0 || kept > 0) return [];
  const times = files
    .flatMap(({ read: { first, last } }) => (first === null || last === null ? [] : [first, last]))
    .sort();
  const flags = [...(since === undefined ? [] : ['--since']), ...(until === undefined ? [] : ['--until'])];
  return [
    `${list(flags)} left out every line that matters (${left}): the files cover ${times[0]} to ${times[times.length - 1]}.`,
  ];
}

/** Logs that were taken for UTC beside logs that say their zone: an hour off, they would not meet. */
function unzoned(files: readonly Gathered[]): readonly string[] {
  const assumed = files.filter(({ read, signals }) => read.zone.how === 'assumed' && signals > 0);
  const known = files.some(({ read }) => read.zone.how === 'in-line');
  if (assumed.length === 0 || !known) return [];
  return [
    `${list(assumed.map(({ read }) => read.origin))}: the times carry no zone and nothing tells it, so UTC was assumed. If they are local times, say so: --tz Europe/Berlin, --tz +02:00.`,
  ];
}
