import process from 'node:process';
import { parseArgs } from 'node:util';
import { showDemo } from './show.ts';

/** `npm start` runs in the package's folder and says where the user was. */
const folder = (process.env['npm_lifecycle_event'] === 'start' && process.env['INIT_CWD']) || process.cwd();

// The reader has seen enough: head -1 closes its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
try {
  const { html } = parseArgs({ options: { html: { type: 'string' } } }).values;
  await showDemo(process.stdout, folder, html);
} catch (error) {
  process.stderr.write(`closecall: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
