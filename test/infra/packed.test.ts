import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlerNames, root } from '#infra/bundle.ts';
import { make } from '#infra/make.ts';

const tscOptions = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--types', ''];
const app = `import { App, Stack } from 'aws-cdk-lib';
import { Closecall, ClosecallSources } from 'closecall';

const app = new App({ outdir: 'out' });
const stack = new Stack(app, 'Ours');
const closecall = new Closecall(stack, 'Closecall', {
  config: { sources: [{ logGroup: '/app/nginx', role: 'proxy' }], notify: { email: { to: ['ops@example.com'] } } },
});
new ClosecallSources(stack, 'Sources', { closecall });
app.synth();
`;

describe('the packed construct, in an app of somebody else', { timeout: 180_000 }, () => {
  let folder: string;
  let files: readonly string[];

  beforeAll(async () => {
    await make(['cli', 'handlers', 'construct']);
    folder = mkdtempSync(join(tmpdir(), 'closecall-packed-'));
    const packed = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const [made] = JSON.parse(
      execFileSync('npm', packed, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    files = made.files.map(({ path }: { path: string }) => path);
    const home = join(folder, 'node_modules/closecall');
    mkdirSync(home, { recursive: true });
    execFileSync('tar', ['-xzf', join(folder, made.filename), '-C', home, '--strip-components=1']);
    for (const name of ['aws-cdk-lib', 'constructs'])
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
    writeFileSync(join(folder, 'app.ts'), app);
    writeFileSync(join(folder, 'app.js'), app);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A file of the package and all that it imports, now or later. */
  function loadedBy(entry: string): ReadonlySet<string> {
    const reached = new Set([entry]);
    for (const file of reached) {
      const code = readFileSync(join(folder, 'node_modules/closecall', file), 'utf8');
      for (const [, name = ''] of code.matchAll(/(?:from\s*|import\(?\s*)"(\.[^"\n]+\.m?js)"/g))
        reached.add(join(dirname(file), name));
    }
    return reached;
  }

  it('carries what runs and nothing that was left in dist', () => {
    const carried = files.filter((path) => !/^dist\/cli(?:\.js$|\/)/.test(path));
    expect([...carried].sort()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/construct.d.ts',
        'dist/construct.js',
        ...handlerNames.flatMap((name) => [...loadedBy(`dist/handlers/${name}/index.mjs`)]),
        'functions/schemas/alert.schema.json',
        'functions/schemas/closecall.config.schema.json',
        'functions/schemas/verdict.schema.json',
        'package.json',
      ]
        .filter((path) => path !== 'CHANGELOG.md' || files.includes(path))
        .sort(),
    );
  });

  it('carries every chunk of the command', () => {
    const reached = loadedBy('dist/cli.js');
    expect(reached.size).toBeGreaterThan(10);
    expect([...reached].filter((file) => !files.includes(file))).toEqual([]);
    const command = join(folder, 'node_modules/closecall/dist/cli.js');
    const { status, stdout } = spawnSync(process.execPath, [command, 'explain-line', 'x'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('x') });
  });

  it('synthesises with nothing on the path: no esbuild, no Docker', () => {
    const { status, stderr } = spawnSync(process.execPath, ['app.js'], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: join(folder, 'empty'), HOME: folder },
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const { Resources, Outputs } = JSON.parse(readFileSync(join(folder, 'out/Ours.template.json'), 'utf8'));
    const types = Object.values(Resources as Record<string, { Type: string }>).map(({ Type }) => Type);
    expect(types.filter((type) => type === 'AWS::Lambda::Function')).toHaveLength(handlerNames.length);
    expect(types.filter((type) => type === 'AWS::Logs::SubscriptionFilter')).toHaveLength(1);
    expect(Object.keys(Outputs)).toContain('IngestFunctionName');
    const assets = readdirSync(join(folder, 'out')).filter((name) => name.startsWith('asset.'));
    const codeOf = (name: string) =>
      [...loadedBy(`dist/handlers/${name}/index.mjs`)].map((file) => basename(file));
    expect(
      assets
        .map((name) =>
          readdirSync(join(folder, 'out', name))
            .sort()
            .join(),
        )
        .sort(),
    ).toEqual(handlerNames.map((name) => [...codeOf(name), 'setup.json'].sort().join()).sort());
  });

  it('declares what it takes', () => {
    const wrong = `// @ts-expect-error there is no such member\nnew ClosecallSources(stack, 'Wrong', { construct: closecall });\n`;
    writeFileSync(join(folder, 'app.ts'), `${app}${wrong}`);
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), ...tscOptions, 'app.ts'],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(stdout).toBe('');
  });
});
