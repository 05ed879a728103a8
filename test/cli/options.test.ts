import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ifNoRoomFor } from '#functions/cli/room.ts';
import manifest from '#package' with { type: 'json' };
import { build, closecall, folder, program, told, verdictOf } from './command.ts';
import { recorded, timeout } from './logs.ts';

beforeAll(build);
const { path: cwd, put } = folder();
put('error.log', timeout.proxy);
put('access.log', timeout.access);
put('backend.log', timeout.backend);
const both = ['error.log', 'backend.log'];

describe('wrong usage: exit 2 and one sentence that says what is right', () => {
  it.each<readonly [args: readonly string[], sentence: string]>([
    [[], 'Usage: closecall'],
    [['explian', 'x'], 'Did you mean explain?'],
    [['explain'], "missing required argument 'file'"],
    [['explain', '--jsn', 'error.log'], 'Did you mean --json?'],
    [['explain', '--set', 'gunicorn.timeut=30s', ...both], 'Did you mean gunicorn.timeout?'],
    [['explain', '--set', 'proxy_read_timeout=30s', ...both], 'Did you mean nginx.proxy_read_timeout?'],
    [['explain', '--set', 'gunicorn.--timeout=30', ...both], 'Did you mean gunicorn.timeout?'],
    [
      ['explain', '--set', 'weblogic.socketReaders=3', ...both],
      'closecall knows no setting weblogic.socketReaders. It knows settings of alb, apache',
    ],
    [['explain', '--set', 'gunicorn.timeout', ...both], 'write it as name=value'],
    [['explain', '--set', 'gunicorn.timeout=soon', ...both], 'soon is no time; write 60s, 500ms, 2m or off'],
    [['explain', '--tz', 'Europe/Berln', ...both], 'did you mean Europe/Berlin?'],
    [['explain', '--tz', '+25:00', ...both], 'there is no such zone'],
    [
      ['explain', '--since', 'yesterday', ...both],
      '--since yesterday: that is no time. Write 2026-11-22T12:00:00Z',
    ],
    [['explain', '--until', '2026-02-30', ...both], '--until 2026-02-30: that is no time'],
    [['explain', '--since', '2026-11-25', '--until', '2026-11-24', ...both], 'nothing lies between them'],
    [['explain', '--config', 'no.json', ...both], '--config no.json was not read: there is no such file.'],
    [['explain-line', ' '], 'the line is empty. Quote a line of a log'],
  ])('%j', (args, sentence) => {
    const { code, stdout, stderr } = closecall(cwd, args);
    expect(stderr).toContain(sentence);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('help', () => {
  it('teaches with examples and exit codes', () => {
    const { code, stdout } = closecall(cwd, ['--help']);
    expect(stdout).toContain('closecall explain /var/log/nginx/error.log');
    expect(stdout).toContain('Exit codes: 0 no premature close found, 1 at least one found');
    expect(code).toBe(0);
    expect(closecall(cwd, ['explain', '--help']).stdout).toContain(
      "the backend's log        standard error of",
    );
    expect(closecall(cwd, ['help', 'explain-line']).stdout).toContain('| closecall explain-line -');
    expect(closecall(cwd, ['--version']).stdout).toBe(`${manifest.version}\n`);
  });
});

describe('--since and --until', () => {
  const closes = (...flags: readonly string[]) => verdictOf(cwd, [...flags, ...both]).summary.closes;

  it('cut by event time, ends inside', () => {
    expect(closes('--since', '2026-11-24T23:10:22Z')).toBe(3);
    expect(closes('--until', '2026-11-24 23:10:22')).toBe(2);
    expect(closes('--since', '2026-11-24T23:10:10Z', '--until', '2026-11-24T23:10:30Z')).toBe(1);
    expect(closes('--since', '2026-11-24')).toBe(4);
  });

  it('are in the zone of --tz where they name none', () => {
    const shifted = put('local.log', timeout.proxy.replaceAll('2026/11/24 23:', '2026/11/25 00:'));
    const flags = ['--tz', 'Europe/Berlin', '--since', '2026-11-25 00:10:22', shifted, 'backend.log'];
    expect(verdictOf(cwd, flags).summary.closes).toBe(3);
  });

  it('that leave out everything say so', () => {
    const { read } = verdictOf(cwd, ['--until', '2020-01-01', ...both]);
    expect(read.warnings.join()).toContain('--until left out every line that matters');
    expect(read.warnings.join()).toContain('2026-11-24T23:09:40.000Z to 2026-11-24T23:10:54.000Z');
  });
});

describe('--tz', () => {
  const summer = (hour: string) => timeout.proxy.replaceAll('2026/11/24 23:', `2026/07/24 ${hour}:`);
  const backend = timeout.backend.replaceAll('2026-11-24 23:', '2026-07-24 21:');

  it('takes the offset of the file’s own dates', () => {
    put('summer.log', summer('23'));
    put('summer-backend.log', backend);
    const verdict = verdictOf(cwd, ['--tz', 'Europe/Berlin', 'summer.log', 'summer-backend.log']);
    expect(told(verdict)).toEqual(timeout.told);
    expect(verdict.read.sources[0]?.zone).toEqual({ offset: '+02:00', how: 'configured' });
    const winter = verdictOf(cwd, ['--tz', 'Europe/Berlin', 'error.log']);
    expect(winter.read.sources[0]?.zone).toEqual({ offset: '+01:00', how: 'configured' });
  });

  it('outranks what other logs would tell, and leaves zoned lines alone', () => {
    expect(verdictOf(cwd, ['--tz', '+5', ...both]).read.sources.map(({ zone }) => zone)).toEqual([
      { offset: '+05:00', how: 'configured' },
      { offset: '+00:00', how: 'in-line' },
    ]);
  });

  it('says where the clocks were changed within a file', () => {
    const turn = put('turn.log', timeout.proxy.replace('2026/11/24 23:10:02', '2026/10/24 23:10:02'));
    const { read } = verdictOf(cwd, ['--tz', 'Europe/Berlin', turn]);
    expect(read.warnings.join()).toContain('turn.log: the clocks of Europe/Berlin were changed within it');
  });
});

describe('output', () => {
  it('is JSON with --json and plain text in a pipe; colour only when it is forced', () => {
    expect(verdictOf(cwd, both).schema).toBe('closecall/verdict@1');
    const plain = closecall(cwd, ['explain', ...both]);
    expect(plain.stdout).not.toContain('\u001b');
    expect(plain.stderr).toBe('');
    const forced = closecall(cwd, ['explain', ...both], { env: { NO_COLOR: '', FORCE_COLOR: '1' } });
    expect(forced.stdout).toContain('\u001b[');
  });

  it('is ASCII where the locale says that nothing else can be shown', () => {
    const shown = (env: NodeJS.ProcessEnv) => closecall(cwd, ['explain', ...both], { env }).stdout;
    const beyond = /[^\n -~]/;
    expect(shown({ LC_ALL: 'C', LANG: 'en_US.UTF-8' })).not.toMatch(beyond);
    expect(shown({ LANG: 'de_DE.ISO-8859-1' })).not.toMatch(beyond);
    expect(shown({ LANG: 'C.UTF-8' })).toMatch(beyond);
    expect(shown({})).toBe(shown({ LANG: 'en_US.utf8' }));
  });

  it('exits 0 without closes and 1 with', () => {
    put('healthy.log', recorded('healthy', 'nginx-access.log'));
    expect(closecall(cwd, ['explain', 'healthy.log']).code).toBe(0);
    expect(closecall(cwd, ['explain', ...both]).code).toBe(1);
  });

  it('ends in silence when its reader has seen enough', () => {
    const command = `'${process.execPath}' '${program}' explain --json error.log backend.log | head -1`;
    expect(spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' })).toMatchObject({
      stdout: '{\n',
      stderr: '',
    });
  });

  it('as delivered: no context, the same closes', () => {
    const verdict = verdictOf(cwd, ['--as-delivered', ...both]);
    expect(told(verdict)).toEqual(timeout.told);
    expect(JSON.stringify(verdict)).not.toContain('"block"');
  });
});

it('says so before the memory is too small', () => {
  expect(() => ifNoRoomFor(1e9)).toThrow(
    /lines or more bear on a close, .* --since and --until, or allow more: NODE_OPTIONS=--max-old-space-size=\d+/,
  );
  expect(() => ifNoRoomFor(1_000)).not.toThrow();
});

it('leaves nothing behind when it is interrupted', async () => {
  mkdirSync(join(cwd, 'tmp'));
  put('long.gz', gzipSync(`${'2026-11-24 23:10:02 filler\n'.repeat(100)}${timeout.proxy}`));
  const child = spawn(process.execPath, [program, 'explain', '-', 'long.gz'], {
    cwd,
    env: { ...process.env, TMPDIR: join(cwd, 'tmp') },
  });
  const ended = once(child, 'exit');
  child.stdin.write('2026-11-24 23:10:02 waiting for more\n');
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill('SIGINT');
  expect((await ended)[1]).toBe('SIGINT');
  expect(readdirSync(join(cwd, 'tmp'))).toEqual([]);
});
