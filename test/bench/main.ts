/**
 * Side-by-side benchmarks: `npm run bench -- explain`. They compare closecall with what a user would run instead, on
 * the same file in the same run, alternating, and report the median of the ratios: a slow machine slows both.
 */
import { benchBundles } from './bundles.ts';
import { benchCatalogue } from './catalogue.ts';
import { benchExplain } from './explain.ts';

const benches: Readonly<Record<string, () => Promise<boolean>>> = {
  explain: benchExplain,
  catalogue: benchCatalogue,
  bundles: benchBundles,
};
const wanted = process.argv.slice(2).filter((name) => name !== '--');
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `bench: no bench is called ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}\n`,
  );
  process.exit(2);
}
let held = true;
for (const name of wanted.length > 0 ? wanted : Object.keys(benches))
  held = ((await benches[name]?.()) ?? false) && held;
process.exitCode = held ? 0 : 1;
