import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '#infra/bundle.ts';

/** The app as the CDK's command starts it, in a folder of its own. */
function start(folder: string, context: object) {
  const { status, stderr } = spawnSync(join(root, 'node_modules/.bin/tsx'), [join(root, 'infra/app.ts')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      INIT_CWD: folder,
      CDK_OUTDIR: join(folder, 'out'),
      CDK_CONTEXT_JSON: JSON.stringify(context),
    },
  });
  return { status, stderr };
}

const parsed = (...path: readonly string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));

describe('the app', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'closecall-app-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('synthesises without a configuration, says once what to do, and has no finding', () => {
    const { status, stderr } = start(folder, {});
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const said = ['Closecall'].flatMap((name) =>
      Object.values(
        parsed(folder, 'out', `${name}.metadata.json`) as Record<string, { type: string; data: string }[]>,
      )
        .flat()
        .filter(({ type }) => /^aws:cdk:(?:info|warning|error)$/.test(type)),
    );
    expect(said.map(({ data }) => data)).toEqual([expect.stringMatching(/closecall\.config\.json.*init/)]);
    expect(Object.keys(parsed(folder, 'out', 'manifest.json').artifacts)).not.toContain('ClosecallSources');
    // Plugins are reported that found something, and this annotation is all.
    const { pluginReports } = parsed(folder, 'out', 'validation-report.json');
    const found = pluginReports.flatMap(({ violations }: { violations: { ruleName: string }[] }) =>
      violations.map(({ ruleName }) => ruleName),
    );
    expect(found).toEqual(['Annotation::closecall:unconfigured']);
  });

  it('refuses a wrong configuration in sentences', () => {
    const config = {
      sources: [{ logGroup: '/closecall/Closecall/ingest', role: 'backend' }],
      settings: { 'nginx.proxy_reed_timeout': '60s' },
    };
    writeFileSync(join(folder, 'wrong.json'), JSON.stringify(config));
    const { status, stderr } = start(folder, { config: 'wrong.json' });
    expect(status).toBe(1);
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toContain(`closecall: ${join(folder, 'wrong.json')}: `);
    expect(stderr).toMatch(
      /sources\[0\]\.logGroup is \/closecall\/Closecall\/ingest: closecall writes that group itself/,
    );
    expect(stderr).toMatch(/settings\["nginx\.proxy_reed_timeout"\] is not known/);
  });

  it('refuses a configuration that is not there', () => {
    const { status, stderr } = start(folder, { config: 'elsewhere.json' });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^closecall: \S+elsewhere\.json: there is no such file: correct -c config=PATH.*\.\n$/,
    );
  });
});
