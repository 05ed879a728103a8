import { expect, it } from 'vitest';
import { explained } from './explained.ts';

it('takes what http-proxy-middleware says, and nothing of what an app prints in words of its own', async () => {
  const { summary } = await explained('http-proxy', ['stderr.log']);
  expect(summary).toMatchObject({ closes: 8, lookalikes: 0 });
});
