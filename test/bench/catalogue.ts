import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import type { Plugin } from 'esbuild';
import { bundle, products, root } from '#infra/bundle.ts';
import { make } from '#infra/make.ts';
import { megabytes, relevantEvery, writeLog } from './access-log.ts';
import { median, timed } from './timed.ts';

const rounds = 5;
const bar = 1.3;

/**
 * `explain` with the whole catalogue beside the same program with nginx's part alone, on one access log of nginx: what
 * a line costs follows the formats in view, not the size of the catalogue.
 */
export async function benchCatalogue(): Promise<boolean> {
  const scratch = mkdtempSync(join(root, 'dist/bench-'));
  try {
    const log = join(scratch, 'access.log');
    const lines = writeLog(log);
    await make(['cli']);
    const whole = join(root, 'dist/cli.js');
    const part = await nginxAlone(scratch);
    const explain = (program: string) => timed(process.execPath, [program, 'explain', '--json', log]);
    const runs = Array.from({ length: rounds + 1 }, () => ({ whole: explain(whole), part: explain(part) }));
    const verdicts = new Set(
      runs.flatMap(({ whole, part }) => [closesOf(whole.stdout), closesOf(part.stdout)]),
    );
    if (verdicts.size !== 1)
      throw new Error(`the two do not find the same closes: ${[...verdicts].join(', ')}`);
    const seconds = (of: 'whole' | 'part') => median(runs.slice(1).map((run) => run[of].seconds));
    const ratio = median(runs.slice(1).map(({ whole, part }) => whole.seconds / part.seconds));
    process.stdout.write(
      [
        `catalogue: ${megabytes} MB of nginx, ${lines} lines, 1 in ${relevantEvery} relevant, ${[...verdicts][0]} closes found, ${rounds} rounds`,
        `  explain, whole catalogue   ${seconds('whole').toFixed(2)} s`,
        `  explain, nginx's part      ${seconds('part').toFixed(2)} s, ratio ${ratio.toFixed(2)} (bar: at most ${bar})`,
        '',
      ].join('\n'),
    );
    return ratio <= bar;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const closesOf = (verdict: string): number =>
  (JSON.parse(verdict) as { summary: { closes: number } }).summary.closes;

/** The path of a command whose catalogue has the signatures and formats of nginx, and no others. */
async function nginxAlone(folder: string): Promise<string> {
  const [cli] = products['cli'] ?? [];
  if (!cli) throw new Error('the command is no product');
  const { code, chunks } = await bundle({ ...cli, options: { ...cli.options, plugins: [narrowed] } });
  const program = join(folder, basename(cli.file));
  writeFileSync(program, code);
  for (const [path, text] of chunks) {
    const target = join(folder, path.slice(dirname(join(root, cli.file)).length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return program;
}

const narrowed: Plugin = {
  name: "nginx's part of the catalogue",
  setup({ onLoad }) {
    onLoad({ filter: /\/lib\/catalogue\/(?:signatures|formats)\.ts$/ }, ({ path }) => ({
      contents: onlyNginx(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** A list of the catalogue without the imports of what is not nginx's, and without their names. */
function onlyNginx(list: string): string {
  const foreign = [
    ...list.matchAll(/^import \{ (\w+) \} from '#lib\/(?:signatures|formats)\/(?!nginx).*\n/gm),
  ];
  const names = new Set(foreign.map(([, name = '']) => name));
  return foreign
    .reduce((text, [statement]) => text.replace(statement, ''), list)
    .replace(/^ {2}(\w+),\n/gm, (row, name: string) => (names.has(name) ? '' : row));
}
