import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { root } from '#infra/bundle.ts';
import { make } from '#infra/make.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { needlesOf } from '#lib/engine/match.ts';
import { megabytes, relevantEvery, writeLog } from './access-log.ts';
import { median, timed } from './timed.ts';

const rounds = 5;
const bar = { ratio: 3, memory: 300 };

/**
 * `explain` on a 300 MB access log of which 0.5 % matter, beside `grep -cF -f needles` with the catalogue's needles: what
 * somebody would run who, like `explain`, is not told what the file is. The ratio to a grep for the three statuses alone,
 * which somebody would run who knows it already, is shown beside it and has no bar.
 */
export async function benchExplain(): Promise<boolean> {
  const scratch = mkdtempSync(join(tmpdir(), 'closecall-bench-'));
  try {
    const log = join(scratch, 'access.log');
    const lines = writeLog(log);
    const [all, told] = [join(scratch, 'needles'), join(scratch, 'needles-of-nginx-access')];
    writeFileSync(
      all,
      needlesOf(
        catalogue,
        catalogue.formats.map(({ id }) => id),
      ).join('\n'),
    );
    writeFileSync(told, needlesOf(catalogue, ['nginx-access']).join('\n'));
    await make(['cli']);
    const runs = Array.from({ length: rounds + 1 }, () => {
      const grep = timed('grep', ['-cF', '-f', all, log]);
      const toldGrep = timed('grep', ['-cF', '-f', told, log]);
      const explain = timed(process.execPath, [
        '--import',
        reportMemory,
        join(root, 'dist/cli.js'),
        'explain',
        '--json',
        log,
      ]);
      const memory = Number(/maxrss (\d+)/.exec(explain.stderr)?.[1]) / 1024;
      const closes = (JSON.parse(explain.stdout) as { summary: { closes: number } }).summary.closes;
      return {
        grep: grep.seconds,
        explain: explain.seconds,
        ratio: explain.seconds / grep.seconds,
        toldGrep: toldGrep.seconds,
        toldRatio: explain.seconds / toldGrep.seconds,
        memory,
        closes,
      };
    }).slice(1);
    const ratio = median(runs.map((run) => run.ratio));
    const memory = Math.max(...runs.map((run) => run.memory));
    process.stdout.write(
      [
        `explain: ${megabytes} MB, ${lines} lines, 1 in ${relevantEvery} relevant, ${runs[0]?.closes} closes found, ${rounds} rounds`,
        `  explain                        ${median(runs.map((run) => run.explain)).toFixed(2)} s`,
        `  grep -cF, all needles          ${median(runs.map((run) => run.grep)).toFixed(2)} s, ratio ${ratio.toFixed(2)} (bar: at most ${bar.ratio})`,
        `  grep -cF, three statuses only  ${median(runs.map((run) => run.toldGrep)).toFixed(2)} s, ratio ${median(runs.map((run) => run.toldRatio)).toFixed(2)}`,
        `  memory                         ${memory.toFixed(0)} MB at most (bar: ${bar.memory})`,
        '',
      ].join('\n'),
    );
    return ratio <= bar.ratio && memory <= bar.memory;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const reportMemory = `data:text/javascript,process.on('exit',()=>process.stderr.write('maxrss '+process.resourceUsage().maxRSS))`;
