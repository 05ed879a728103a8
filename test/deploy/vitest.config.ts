import process from 'node:process';
import { defineConfig } from 'vitest/config';

// .ci/run counts tests over several runs, so each writes a report of its own into this folder.
const reports = process.env['TEST_REPORTS'];

export default defineConfig({
  test: {
    include: ['test/deploy/**/*.test.ts'],
    // One story: after a step that failed the next ones show nothing.
    bail: 1,
    fileParallelism: false,
    sequence: { concurrent: false, shuffle: false },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 10_000,
    reporters: reports ? ['verbose', ['json', { outputFile: `${reports}/deploy.json` }]] : ['verbose'],
    disableConsoleIntercept: true,
    // The test itself may run on a Node that the next SDK will not support; the functions run on 24.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
});
