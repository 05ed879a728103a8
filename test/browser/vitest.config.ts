import process from 'node:process';
import { defineConfig } from 'vitest/config';

// .ci/run counts tests over several runs, so each writes a report of its own into this folder.
const reports = process.env['TEST_REPORTS'];

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 120_000,
    // Chromium may have to be installed first.
    hookTimeout: 600_000,
    reporters: reports ? ['default', ['json', { outputFile: `${reports}/browser.json` }]] : ['default'],
  },
});
