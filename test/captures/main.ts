/** `npm run captures -- DIR`: every log under a folder through `closecall explain`, and what was understood. */
import process from 'node:process';
import { captures } from './captures.ts';

/** npm runs in the package's folder and says where the user was. */
const cwd = process.env['INIT_CWD'] ?? process.cwd();
process.exitCode = await captures(process.argv.slice(2), cwd, {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
});
