/**
 * Bundles into dist/: `tsx infra/build.ts cli` writes dist/cli.js and its chunks; `tsx infra/build.ts handlers construct` what is
 * deployed and what CDK apps import.
 */
import process from 'node:process';
import { products } from './bundle.ts';
import { make } from './make.ts';

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(products, name));
if (names.length === 0 || unknown.length > 0) {
  const known = Object.keys(products).join(', ');
  process.stderr.write(`build: there is no program '${unknown.join(', ')}'; known: ${known}\n`);
  process.exit(2);
}
await make(names).catch((error: unknown) => {
  // esbuild has printed what is wrong and where. Not 1: for the command that means "closes found".
  if (!(error instanceof Error && 'errors' in error)) process.stderr.write(`build: ${error}\n`);
  process.exit(2);
});
