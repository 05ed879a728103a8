import { describe, expect, it } from 'vitest';
import { terminal } from '#lib/notifiers/terminal.ts';
import { stories } from './stories.ts';

describe.each(stories)('$name', ({ name, verdict }) => {
  it.each([60, 80, 100])('reads well in %d columns', async (width) => {
    await expect(terminal(verdict, { width, colour: false })).toMatchFileSnapshot(
      `goldens/${name}.${width}.txt`,
    );
  });
});
