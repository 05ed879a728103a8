import type { Stretch } from '#functions/replay/recall.ts';
import { momentOf } from './moment.ts';
import { Problem } from './problem.ts';

/** What was typed after `closecall replay`. */
export interface ReplayFlags {
  readonly since?: string;
  readonly until?: string;
  readonly source?: readonly string[];
  readonly config?: string;
  readonly set: readonly string[];
  readonly tz?: string;
  readonly json?: true;
  readonly html?: string;
  readonly stack?: string;
  readonly publish?: true;
  readonly resume?: string;
  readonly rate?: string;
  readonly unfiltered?: true;
}

export function stretchOf({ since, until, tz }: ReplayFlags, now: number): Stretch {
  if (since === undefined)
    throw new Problem(
      'say from when: --since 2h, or --since 2026-11-22T12:00:00Z --until 2026-11-22T14:00:00Z.',
    );
  const stretch = {
    from: momentOf('--since', since, now, tz),
    to: until === undefined ? now : momentOf('--until', until, now, tz),
  };
  if (stretch.from > stretch.to)
    throw new Problem(
      `--since ${since} is later than ${until === undefined ? 'now' : `--until ${until}`}: nothing lies between them.`,
    );
  return stretch;
}

export function rateOf({ rate }: ReplayFlags): number | undefined {
  if (rate === undefined) return undefined;
  const calls = Number(rate);
  if (!(calls > 0 && calls <= 100))
    throw new Problem(`--rate ${rate}: write calls a second, more than 0 and at most 100: --rate 2.5.`);
  return calls;
}

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** The same question with its times fixed: `2h` would be another window by then. */
export function commandOf(flags: ReplayFlags, { from, to }: Stretch): string {
  const words = [
    ...['--since', new Date(from).toISOString(), '--until', new Date(to).toISOString()],
    ...(flags.source ?? []).flatMap((each) => ['--source', each]),
    ...(flags.config === undefined ? [] : ['--config', flags.config]),
    ...flags.set.flatMap((each) => ['--set', each]),
    ...(flags.tz === undefined ? [] : ['--tz', flags.tz]),
    ...(flags.resume === undefined ? [] : ['--resume', flags.resume]),
    ...(flags.rate === undefined ? [] : ['--rate', flags.rate]),
    ...(flags.unfiltered ? ['--unfiltered'] : []),
    ...(flags.stack === undefined ? [] : ['--stack', flags.stack]),
    ...(flags.publish ? ['--publish'] : []),
    ...(flags.json ? ['--json'] : []),
    ...(flags.html === undefined ? [] : ['--html', flags.html]),
  ];
  return `closecall replay ${words.map(quoted).join(' ')}`;
}
