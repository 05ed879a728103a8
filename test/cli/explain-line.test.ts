import { beforeAll, describe, expect, it } from 'vitest';
import { explainLine } from '#functions/cli/explain-line.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { build, closecall, folder } from './command.ts';
import { recorded, timeout } from './logs.ts';

describe('a line that is a signature', () => {
  it('of nginx: format, time, fields, meaning and source', () => {
    const said = explainLine(timeout.proxy.split('\n')[0] ?? '');
    expect(said).toMatch(/^format {7}nginx-error \(nginx error log/);
    expect(said).toContain('time         2026-11-24T23:10:02.000, of which the line does not say the zone');
    expect(said).toContain('symptom      nginx/prematurely-closed-header');
    expect(said).toContain(
      '  means      The backend closed the connection before its whole response header had come.',
    );
    expect(said).toContain('  from       nginx src/http/ngx_http_upstream.c');
    expect(said).not.toContain('not  ');
  });

  it('of a backend: what it points to and where it counts', () => {
    const said = explainLine('[2026-11-22 11:56:07 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)');
    expect(said).toContain('clue         gunicorn/worker-timeout');
    expect(said).toMatch(/ {2}points to {2}worker-timeout \(\w+\)/);
    expect(said).toMatch(/ {2}counts {5}from [\d.]+ \w+ before to [\d.]+ \w+ (?:before|after) a close/);
  });

  it('in envelopes: every layer', () => {
    const line =
      '{"log":"[2026-11-22 11:56:07 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)\\n","stream":"stderr","time":"2026-11-22T11:56:07.4Z"}';
    expect(explainLine(line)).toMatch(/^format {7}docker-json \(.*\) ▸ gunicorn \(/);
  });

  it('that is no premature close: who closed', () => {
    const said = explainLine(
      '2026/11/22 11:54:43 [error] 88#0: *1 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 192.0.2.9',
    );
    expect(said).toContain('proxy-timeout, closed by proxy: no premature close of a backend');
  });
});

describe('a line that is none', () => {
  it('names the known near miss that it is most like, and why it is none', () => {
    const said = explainLine(
      '203.0.113.5 - - [22/Nov/2026:11:54:05 +0000] "GET /errors/502 HTTP/1.1" 200 502 "https://example.com/502" "curl/8.14.1 502"',
    );
    expect(said).toContain('although the line contains “502”');
    expect(said).toContain('  why not    the number stands everywhere but in the status');
    expect(said).toContain('  compare    ');
  });

  it('every near miss of the catalogue gets its own reason, or another as near', () => {
    const told = catalogue.signatures
      .flatMap(({ nearMisses }) => nearMisses)
      .map(({ line, because }) => {
        const said = explainLine(line);
        return said.includes(`why not    ${because}`) || !said.includes('It is no signature');
      });
    expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.7);
  });

  it('in a format in which such words are not believed: says which are', () => {
    const said = explainLine(
      '{"level":30,"time":1795348486149,"msg":"GET /?q=upstream prematurely closed connection"}',
    );
    expect(said).toMatch(/why not {4}it is believed in nginx-error.*, and this line is \S+json/);
  });

  it('is told what closecall knows at all', () => {
    expect(explainLine('hello')).toMatch(
      /closecall knows \d+ such lines, of \d+ programs: closecall signatures lists them/,
    );
    expect(explainLine('\u0000\u0001\u0002\u0003')).toBe('No format reads this line: it has no words.\n');
    expect(explainLine(`ab${'\u0000\u0001'.repeat(20)}`)).toContain('it looks binary');
  });
});

describe('the command', () => {
  beforeAll(build);
  const { path } = folder();

  it('takes one line as arguments, and several on standard input', () => {
    const one = closecall(path, [
      'explain-line',
      'upstream',
      'prematurely',
      'closed',
      'connection',
      'while',
      'reading',
      'response',
      'header',
      'from',
      'upstream',
    ]);
    expect(one.stdout).toContain('symptom      nginx/prematurely-closed-header');
    expect(one.code).toBe(0);
    const input = `\n${recorded('gunicorn-oom', 'dmesg.log').split('\n').slice(0, 2).join('\r\n')}\n`;
    const several = closecall(path, ['explain-line', '-'], { input });
    expect(several.stdout.match(/^line \d: /gm)).toEqual(['line 1: ', 'line 2: ']);
    expect(closecall(path, ['explain-line', '-'], { input: '' })).toMatchObject({ code: 2, stdout: '' });
  });
});
