import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, closecall, folder } from './command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
beforeAll(() => {
  build();
  execFileSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'infra/build.ts', 'demo'], {
    cwd: root,
  });
}, 120_000);

const { path, put } = folder();
const temporary = join(path, 'tmp');
mkdirSync(temporary);
const env = { TMPDIR: temporary };
const started = (args: readonly string[], extra: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/demo.js'), ...args], {
    cwd: path,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env, ...extra },
  });
  return { code: status, stdout, stderr };
};
const golden = readFileSync(join(root, 'test/functions/goldens/demo.txt'), 'utf8');

describe('closecall demo', () => {
  it('prints what npm start prints, and where the page is', () => {
    const demo = closecall(path, ['demo'], { env });
    expect(demo).toEqual({ code: 0, stdout: demo.stdout, stderr: '' });
    expect(demo).toEqual(started([]));
    const page = join(temporary, 'closecall-demo.html');
    const part = `== The same as a page, to open in a browser\n\n  ${page}\n\n`;
    expect(demo.stdout).toContain(part);
    expect(demo.stdout.replace(part, '')).toBe(golden);
    const html = readFileSync(page, 'utf8');
    expect(html).toMatch(/^<!doctype html>\n/);
    expect(html).toContain('oom-kill');
    expect(html).toContain('Killed process 10866 (gunicorn)');
  });

  it('ends with what ran and what to try next', () => {
    const last = closecall(path, ['demo'], { env }).stdout.trimEnd().split('\n').slice(-2);
    expect(last[0]).toMatch(/^Just ran: /);
    expect(last[1]).toMatch(/^Try next: .* explain .*closecall -- init$/);
  });

  it('writes the page where it is asked to', () => {
    const demo = closecall(path, ['demo', '--html', 'mine.html'], { env });
    expect(demo.code).toBe(0);
    expect(demo.stdout).toContain(`\n  ${join(path, 'mine.html')}\n`);
    const page = readFileSync(join(path, 'mine.html'), 'utf8');
    const there = { npm_lifecycle_event: 'start', INIT_CWD: temporary };
    expect(started(['--html', 'mine.html'], there)).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(temporary, 'mine.html'), 'utf8')).toBe(page);
  });

  it('replaces nothing but a report, and says so before it plays', () => {
    put('precious.log', 'a line\n');
    for (const demo of [
      closecall(path, ['demo', '--html', 'precious.log'], { env }),
      started(['--html', 'precious.log']),
    ]) {
      expect(demo).toMatchObject({ code: 2, stdout: '' });
      expect(demo.stderr).toContain('there is something else of that name');
    }
    expect(readFileSync(join(path, 'precious.log'), 'utf8')).toBe('a line\n');
  });

  it('plays to the end where the page has no place among the temporary files', () => {
    put('other/closecall-demo.html', 'a page of somebody else\n');
    const demo = closecall(path, ['demo'], { env: { TMPDIR: join(path, 'other') } });
    expect(demo).toMatchObject({ code: 0, stderr: '' });
    expect(demo.stdout).toContain('\n  It is not there. --html ');
    expect(demo.stdout).toMatch(/\nTry next: .*\n$/);
    expect(readFileSync(join(path, 'other/closecall-demo.html'), 'utf8')).toBe('a page of somebody else\n');
  });

  it('refuses an option that npm start does not have', () => {
    const { code, stdout, stderr } = started(['--htm', 'x.html']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^closecall: .*--htm/);
    expect(existsSync(join(path, 'x.html'))).toBe(false);
  });
});
