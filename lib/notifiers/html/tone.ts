import type { Family } from '#lib/model/cause.ts';
import type { Confidence } from '#lib/model/verdict.ts';
import { type Markup, markup } from './markup.ts';

/** A colour with a meaning: how the connection came to its end. */
export type Tone = 'exited' | 'timed-out' | 'rejected' | 'cut-short' | 'path' | 'unknown';

const tones: Readonly<Record<Family, Tone>> = {
  exited: 'exited',
  'timed out': 'timed-out',
  rejected: 'rejected',
  'cut short': 'cut-short',
  path: 'path',
  'not ours': 'unknown',
};

export const toneOf = (family: string): Tone => tones[family as Family] ?? 'unknown';

const steps: Readonly<Record<Confidence, number>> = { confirmed: 3, likely: 2, possible: 1 };

/** How sure, as a word and as filled steps of three. */
export function surety(confidence: Confidence): Markup {
  const step = steps[confidence];
  const dots = '●'.repeat(step) + '○'.repeat(3 - step);
  return markup`<b class="surety ${confidence}"><span aria-hidden="true">${dots}</span> ${confidence}</b>`;
}
