import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { needlesOf } from '#lib/engine/match.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const megabytes = 300;
/** Every 200th line is a 502: 0.5 %. */
const relevantEvery = 200;
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
    execFileSync('npx', ['tsx', 'infra/build.ts', 'cli'], { cwd: root, stdio: 'inherit' });
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

function timed(command: string, args: readonly string[]) {
  const start = process.hrtime.bigint();
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1024 ** 3 });
  if (error) throw error;
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, stdout, stderr };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function writeLog(path: string): number {
  const file = openSync(path, 'w');
  const routes = [
    '/',
    '/api/orders/1842',
    '/api/users/7/avatar',
    '/assets/app.3f9c1d.js',
    '/search?q=blue+shoes',
    '/checkout',
  ];
  let lines = 0;
  let bytes = 0;
  for (let _block = 0; bytes < megabytes * 1024 * 1024; _block++) {
    const rows: string[] = [];
    for (let i = 0; i < 2_000; i++, lines++) {
      const at = new Date(Date.UTC(2026, 10, 22, 0, 0, Math.floor(lines / 40)));
      const day = `22/Nov/2026:${at.toISOString().slice(11, 19)} +0000`;
      const failed = lines % relevantEvery === 0;
      const route = routes[lines % routes.length];
      const upstream = failed
        ? 'rt=0.054 uct="0.000" uht="-" urt="0.054" us="502"'
        : 'rt=0.021 uct="0.000" uht="0.020" urt="0.020" us="200"';
      rows.push(
        `192.0.2.${lines % 250} - - [${day}] "GET ${route} HTTP/1.1" ${failed ? '502 157' : `200 ${1_000 + (lines % 9_000)}`} "https://shop.example.com/" "Mozilla/5.0 (X11; Linux x86_64)" ${upstream} ua="10.0.0.5:8080" c=${lines}\n`,
      );
    }
    bytes += writeSync(file, rows.join(''));
  }
  closeSync(file);
  return lines;
}
