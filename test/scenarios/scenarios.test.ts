import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configured } from '#functions/cli/configured.ts';
import { explain } from '#functions/cli/explain.ts';
import { defaultTiming } from '#lib/engine/join.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { json } from '#lib/notifiers/json.ts';
import { terminal } from '#lib/notifiers/terminal.ts';

interface Story {
  readonly title: string;
  readonly expect: {
    readonly cause?: string | null;
    readonly causes?: readonly string[];
    readonly closes: number;
    readonly lookalikes?: Readonly<Record<string, number>>;
  };
}

const here = import.meta.dirname;
const stories = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** The verdict over a story's files, as its configuration says where it has one, with what a release changes taken out. */
async function verdictOf(story: string): Promise<Verdict> {
  const cwd = join(here, story);
  const config = existsSync(join(cwd, 'closecall.config.json')) ? configured('closecall.config.json', cwd) : undefined;
  const verdict = await explain({
    files: readdirSync(join(cwd, 'logs'))
      .sort()
      .map((name) => join('logs', name)),
    cwd,
    wishes: { zone: undefined, since: undefined, until: undefined, asDelivered: false, entries: config?.entries ?? new Map() },
    settings: config?.settings ?? {},
    timing: config?.timing ?? defaultTiming,
  });
  return { ...verdict, tool: { ...verdict.tool, version: 'goldens' } };
}

describe.each(stories)('%s', (name) => {
  const story = JSON.parse(readFileSync(join(here, name, 'story.json'), 'utf8')) as Story;
  const wanted = story.expect.causes ?? (story.expect.cause ? [story.expect.cause] : []);

  it('names the cause and counts the closes', async () => {
    const verdict = await verdictOf(name);
    const findings = verdict.incidents.flatMap(({ findings: found }) => found);
    const sure = findings.filter(({ confidence }) => confidence !== 'possible').map(({ cause }) => cause);
    expect({ closes: verdict.summary.closes, causes: [...new Set(sure)].sort() }).toEqual({
      closes: story.expect.closes,
      causes: [...wanted].sort(),
    });
    for (const incident of verdict.incidents)
      expect(incident.findings.reduce((sum, { closes }) => sum + closes, incident.unexplained?.closes ?? 0)).toBe(incident.closes);
  });

  it('counts what only looks alike', async () => {
    const verdict = await verdictOf(name);
    const counts = Object.fromEntries(verdict.lookalikes.map(({ cause, count }) => [cause, count]));
    for (const [cause, count] of Object.entries(story.expect.lookalikes ?? {})) expect([cause, counts[cause] ?? 0]).toEqual([cause, count]);
  });

  it('reads as its goldens', async () => {
    const verdict = await verdictOf(name);
    await expect(terminal(verdict, { width: 100, colour: false })).toMatchFileSnapshot(join(here, name, 'verdict.txt'));
    await expect(json(verdict)).toMatchFileSnapshot(join(here, name, 'verdict.json'));
  });
});
