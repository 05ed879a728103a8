import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { version } from '#functions/cli/version.ts';
import { type IncidentVerdict, type Verdict, verdictSchema } from '#lib/model/verdict.ts';
import { json } from '#lib/notifiers/json.ts';
import { root } from './places.ts';
import { type Ran, run } from './run.ts';

/** Incidents as they are printed, but for what two ways in may tell differently: where a line stood. */
export const comparable = (incidents: readonly IncidentVerdict[]): string =>
  json({
    schema: verdictSchema,
    tool: { name: 'closecall', version },
    read: { sources: [], warnings: [] },
    incidents: JSON.parse(
      JSON.stringify(
        [...incidents].sort((a, b) => (`${a.service} ${a.start}` < `${b.service} ${b.start}` ? -1 : 1)),
        (key, value) => (key === 'origin' || key === 'line' ? undefined : value),
      ),
    ),
    lookalikes: [],
    summary: { closes: 0, explained: 0, unexplained: 0, lookalikes: 0 },
  });

/** What the command says about these lines, each source's in a file that has its name, in `folder`. */
export async function explained(
  folder: string,
  config: string,
  sources: ReadonlyMap<string, readonly string[]>,
): Promise<readonly IncidentVerdict[]> {
  for (const [name, lines] of sources) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  }
  const ask = ['explain', '--as-delivered', '--json', '--config', config, ...sources.keys()];
  return incidentsIn((await closecall(folder, {}, ...ask)).stdout);
}

export const incidentsIn = (json: string): readonly IncidentVerdict[] =>
  (JSON.parse(json) as Verdict).incidents;

/** The real command, bundled anew where it is not fresh. Throws when it was used wrongly or could not do its work. */
export async function closecall(
  cwd: string,
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Ran> {
  const given = { cwd, env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...environment } };
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const built = await run(process.execPath, [tsx, join(root, 'infra/build.ts'), 'cli'], given);
  if (built.status !== 0) throw new Error(built.stderr);
  const ran = await run(process.execPath, [join(root, 'dist/cli.js'), ...args], given);
  if (ran.status === 0 || ran.status === 1) return ran;
  throw new Error(`closecall ${args.join(' ')} ended with ${ran.status}: ${ran.stderr}${ran.stdout}`);
}
