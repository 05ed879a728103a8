import { join } from 'node:path';
import { expect, it } from 'vitest';
import { explained } from '#test/explained.ts';

it('takes what http-proxy-middleware says, and nothing of what an app prints in words of its own', async () => {
  const { summary } = await explained(join(import.meta.dirname, 'http-proxy'), ['stderr.log']);
  expect(summary).toMatchObject({ closes: 8, lookalikes: 0 });
});
