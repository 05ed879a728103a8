import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportFile } from '#functions/cli/report.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { html } from '#lib/notifiers/html.ts';
import { storyNamed } from '#test/notifiers/stories.ts';
import { build, closecall, folder } from './command.ts';
import { timeout } from './logs.ts';

beforeAll(build, 120_000);
const { path: cwd, put } = folder();
put('error.log', timeout.proxy);
put('backend.log', timeout.backend);
const both = ['error.log', 'backend.log'];
const pageIn = (name: string) => readFileSync(join(cwd, name), 'utf8');

describe('closecall explain --html', () => {
  it('writes the page, and answers as without it', () => {
    const plain = closecall(cwd, ['explain', ...both]);
    const { code, stdout, stderr } = closecall(cwd, ['explain', ...both, '--html', 'report.html']);
    expect([code, stdout]).toEqual([1, plain.stdout]);
    expect(stderr).toContain(`closecall: the report is in ${join(cwd, 'report.html')}\n`);
    expect(pageIn('report.html')).toMatch(/^<!doctype html>\n/);
    expect(pageIn('report.html')).toContain('<strong>worker-timeout</strong>');
    expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('leaves standard output to the JSON, and is made of it', () => {
    const { stdout } = closecall(cwd, ['explain', ...both, '--json', '--html', 'same.html']);
    expect(pageIn('same.html')).toBe(html(JSON.parse(stdout) as Verdict));
  });

  it('takes the place of an older report, also behind a link', () => {
    put('older.html', html(storyNamed('nothing')));
    symlinkSync('older.html', join(cwd, 'latest.html'));
    expect(closecall(cwd, ['explain', ...both, '--html', 'latest.html']).code).toBe(1);
    expect(pageIn('older.html')).toContain('worker-timeout');
    expect(lstatSync(join(cwd, 'latest.html')).isSymbolicLink()).toBe(true);
  });

  it.each([
    [
      'a log that a shell put there',
      ['--html', 'error.log', 'backend.log'],
      '--html error.log: there is something else of that name',
    ],
    ['no such directory', [...both, '--html', 'no/such/report.html'], 'there is no such directory.'],
    ['a directory', [...both, '--html', '.'], 'there is something else of that name'],
    ['a device', [...both, '--html', '/dev/null'], 'there is something else of that name'],
    ['standard output', [...both, '--html', '-'], 'name a file, such as --html report.html.'],
    ['nothing', [...both, '--html', ''], 'name a file, such as --html report.html.'],
  ])('says what is wrong before it reads anything: %s', (_, args, sentence) => {
    const { code, stdout, stderr } = closecall(cwd, ['explain', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readFileSync(join(cwd, 'error.log'), 'utf8')).toBe(timeout.proxy);
  });

  it('is refused by replay likewise, before it asks anybody', () => {
    const args = ['replay', '--since', '1h', '--source', '/app', '--html', 'no/such/report.html'];
    const { code, stderr } = closecall(cwd, args);
    expect([code, stderr]).toEqual([2, expect.stringContaining('there is no such directory.')]);
  });
});

it('leaves an older report whole where the new one cannot be written', async () => {
  const name = 'kept/report.html';
  put(name, html(storyNamed('nothing')));
  const before = pageIn(name);
  const file = reportFile(name, cwd);
  const broken = { ...storyNamed('one-cause'), incidents: undefined } as unknown as Verdict;
  await expect(file.write(broken)).rejects.toThrow(TypeError);
  expect(pageIn(name)).toBe(before);
  expect(readdirSync(join(cwd, 'kept'))).toEqual(['report.html']);
});

it('says that the answer stands although the directory went away meanwhile', async () => {
  mkdirSync(join(cwd, 'gone'));
  const file = reportFile('gone/report.html', cwd);
  rmdirSync(join(cwd, 'gone'));
  await expect(file.write(storyNamed('one-cause'))).rejects.toThrow(
    '--html gone/report.html: the report was not written: there is no such directory.',
  );
  expect(existsSync(join(cwd, 'gone'))).toBe(false);
});
