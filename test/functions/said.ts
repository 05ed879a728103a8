import type { Setup } from '#functions/setup.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { deliveryOf, type Line } from './story.ts';
import { type Arrival, type Played, play } from './theatre.ts';

// Stories for the handlers, one line after the other.

export interface Said {
  readonly at: Millis;
  /** With a time of its own, or without. */
  readonly text: string;
  readonly group?: string;
  /** How long after its time it is delivered. */
  readonly late?: Millis;
}

const closed = 'closed by 10.0.0.1:80 conn 7 GET /pay';
export const kernel = '/node/kernel';

export const linesOf = (said: readonly Said[]): readonly Line[] =>
  said.map(({ at, text, group = '/app/proxy' }, index) => ({
    group,
    id: String(index).padStart(6, '0'),
    at,
    observed: at,
    text: /^\d{4}/.test(text) ? text : `${new Date(at).toISOString()} ${text}`,
  }));

/** Plays them, and what else arrives. */
export const tell = (said: readonly Said[], setup: Setup, others: readonly Arrival[] = []): Promise<Played> =>
  play(
    [
      ...linesOf(said).map((line, index) => ({
        at: line.at + (said[index]?.late ?? 10 * second),
        event: deliveryOf([line]),
      })),
      ...others,
    ],
    setup,
  );

export const closes = (from: Millis, count: number, apart: Millis = 20): readonly Said[] =>
  Array.from({ length: count }, (_, index) => ({ at: from + index * apart, text: closed }));
const killed = (at: Millis): Said => ({ at, text: 'killed pid 7', group: '/app/api' });
/** A close that was killed for, with its line just before. */
export const killing = (from: Millis, count: number): readonly Said[] => [
  killed(from - second),
  ...closes(from, count),
];
export const deployed = (at: Millis, group = '/app/api'): Said => ({ at, text: 'deployed', group });

export const newsOf = ({ messages }: Played, medium = 'email'): readonly (string | undefined)[] =>
  messages.filter((each) => each.medium === medium).map(({ alert }) => alert.news);
