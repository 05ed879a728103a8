import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { plan, second, short } from './plan.ts';
import { play, type Run } from './play.ts';
import { record } from './recorded.ts';
import { type Score, score, verdictOn } from './score.ts';

const usage = `npm run lab -- [--short | --second] [--only PART]... [--at-once N] [--keep FOLDER] [--record]

Starts real proxies before real backends on loopback, does one thing to them, and asks closecall what it was.
  --short   one run of each fault
  --second  only the second round, which is counted and not looked at
  --only    only runs whose name contains this: nginx/gunicorn-sync/oom-kill, haproxy, oom-kill
  --at-once how many run beside each other (default 4); those that the kernel writes of run one after the other
  --keep    leaves logs and truth of every run under this folder
  --record  keeps them in test/lab/recorded, where npm test scores them against RESULTS.md`;

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    second: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    'at-once': { type: 'string', default: '4' },
    keep: { type: 'string' },
    record: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}
const runs = (values.short ? short : values.second ? second : plan).filter(
  ({ id }) => values.only.length === 0 || values.only.some((part) => id.includes(part)),
);
if (runs.length === 0)
  throw new Error(
    `No run is named ${values.only.join(' or ')}. There are:\n${plan.map(({ id }) => id).join('\n')}`,
  );

const versions = new Map<string, string>();
for (const { proxy, backend } of runs)
  for (const each of [proxy, backend])
    if (!versions.has(each.name)) versions.set(each.name, await each.install());
process.stdout.write(`${[...versions].map(([name, version]) => `${name} ${version}`).join(', ')}\n`);

const home = values.keep ?? mkdtempSync(join(tmpdir(), 'closecall-lab-'));
const scores: Score[] = [];
const broken: string[] = [];
let done = 0;
const lanes = Math.max(1, Number.parseInt(values['at-once'], 10) || 1);
const alone = runs.filter(({ fault }) => fault.kernel);
const others = runs.filter(({ fault }) => !fault.kernel);
await Promise.all([
  inTurn(alone).then(() => inTurn(others)),
  ...Array.from({ length: lanes - 1 }, () => inTurn(others)),
]);
if (values.keep === undefined) rmSync(home, { recursive: true, force: true });
const wrong = scores.filter(({ ok }) => !ok);
const sureAndWrong = wrong.filter(({ incidents }) =>
  incidents.some(({ confidence }) => confidence === 'confirmed'),
);
process.stdout.write(
  `${scores.length - wrong.length} of ${runs.length} right, ${wrong.length} wrong (${sureAndWrong.length} of them confirmed), ${broken.length} did not run\n`,
);
// Servers, clocks and luck differ from run to run; what is called confirmed must not.
process.exitCode = broken.length > 0 || sureAndWrong.length > 0 || wrong.length > runs.length / 10 ? 1 : 0;

/** Plays what is left of a list, which others may take from as well. */
async function inTurn(left: Run[]): Promise<void> {
  for (let run = left.shift(); run; run = left.shift()) {
    const said = await one(run).then(
      (result) => {
        scores.push(result);
        return sentence(result);
      },
      (error: unknown) => {
        broken.push(run.id);
        return `did not run: ${error instanceof Error ? error.message : String(error)}`;
      },
    );
    process.stdout.write(`${String(++done).padStart(3)}/${runs.length} ${run.id}: ${said}\n`);
  }
}

async function one(run: Run): Promise<Score> {
  const folder = join(home, run.id.replaceAll('/', '-'));
  const versionsOf = [versions.get(run.proxy.name) ?? '', versions.get(run.backend.name) ?? ''] as const;
  const truth = await play(run, versionsOf, folder);
  if (values.record) record(folder, truth);
  return score(truth, await verdictOn(join(folder, 'logs')));
}

function sentence({ truth, incidents, closes, right, lookalikes, ok }: Score): string {
  const said = incidents.map((each) => `${each.said} ${each.confidence}`).join(', ') || 'nothing';
  const beside = lookalikes.length > 0 ? ` (${lookalikes.join(', ')})` : '';
  return `${ok ? 'right' : 'WRONG'}: ${truth.is ?? 'nothing'}, ${truth.failed} of ${truth.asked} failed; said ${said}${beside}, ${right} of ${closes} closes`;
}
