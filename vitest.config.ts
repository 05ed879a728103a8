import process from 'node:process';
import { defineConfig } from 'vitest/config';

// .ci/run counts tests over several runs, so each writes a report of its own into this folder.
const reports = process.env['TEST_REPORTS'];
const run = `${process.version}-${process.env['TZ'] ?? 'local'}`.replaceAll('/', '-');

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/deploy/**', 'test/browser/**', 'test/bench/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: reports ? ['default', ['json', { outputFile: `${reports}/${run}.json` }]] : ['default'],
  },
});
