import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captures } from './captures.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'closecall-captures-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const [out, errors]: [string[], string[]] = [[], []];
  const code = await captures(args, folder, {
    out: (text) => out.push(text),
    error: (text) => errors.push(text),
  });
  return { code, out: out.join('\n').split('\n'), errors: errors.join('\n') };
}

const put = (capture: string, name: string) => {
  mkdirSync(join(folder, 'logs', capture), { recursive: true });
  copyFileSync(join(import.meta.dirname, capture, name), join(folder, 'logs', capture, name));
};

describe('npm run captures', () => {
  it('says of each log what was understood, then the sums, then what was left out', async () => {
    put('squid', 'access_ext.log');
    put('squid', 'client_view.txt');
    put('squid', 'squid.conf');
    put('foreman', 'web-kill9.log');
    writeFileSync(join(folder, 'logs', 'notes.txt'), 'apples\npears\n');
    const { code, out, errors } = await run('logs');
    expect([code, errors]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      [
        "foreman/web-kill9.log",
        "  lines       6; in a format 100.0 % of 6; dated or a program's own 100.0 %; with a signature 50.0 % (3)",
        "  formats     leading-time, compose, plain",
        "  clues       app/listening x1, foreman/process-signalled x1, foreman/stopping x1",
        "  verdict     no premature close",
        "",
        "notes.txt",
        "  not a log   2 lines of plain text; none begins with a time or a level that closecall reads, or is known to come from a proxy, a backend or a kernel.",
        "",
        "squid/access_ext.log",
        "  lines       27; in a format 100.0 % of 27; dated or a program's own 100.0 %; with a signature 55.6 % (15)",
        "  formats     squid-access",
        "  symptoms    squid/read-error x7, squid/zero-size-object x3, squid/invalid-response x1",
        "  asides      squid/client-gone x2, squid/connect-failed x1, squid/timed-out x1",
        "  verdict     unexplained x10, keepalive-race likely x1; look-alikes client-closed x2, connect-failed x1, proxy-timeout x1",
        "",
        "2 logs of 5 files",
        "  lines       33; in a format 100.0 % of 33; dated or a program's own 100.0 %; with a signature 54.5 % (18)",
        "  formats     compose x1, leading-time x1, plain x1, squid-access x1",
        "  symptoms    squid/read-error x7, squid/zero-size-object x3, squid/invalid-response x1",
        "  asides      squid/client-gone x2, squid/connect-failed x1, squid/timed-out x1",
        "  clues       app/listening x1, foreman/process-signalled x1, foreman/stopping x1",
        "  verdict     unexplained x10, keepalive-race likely x1",
        "  look-alikes client-closed x2, connect-failed x1, proxy-timeout x1",
        "",
        "nothing was understood: 1",
        "  notes.txt: 2 lines of plain text; none begins with a time or a level that closecall reads, or is known to come from a proxy, a backend or a kernel.",
        "",
        "skipped: 2",
        "  squid/client_view.txt: the client's view",
        "  squid/squid.conf: configuration",
      ]
    `);
  });

  it('unpacks, and tells what could not be read', async () => {
    mkdirSync(join(folder, 'logs'));
    const line = '127.0.0.1 - - [22/Nov/2026:11:54:05 +0000] "GET /pay HTTP/1.1" 502 157 "-" "probe"\n';
    writeFileSync(join(folder, 'logs', 'access.log.1.gz'), gzipSync(line));
    writeFileSync(join(folder, 'logs', 'old.log'), Buffer.from('28b52ffd0458', 'hex'));
    writeFileSync(join(folder, 'logs', 'empty.log'), '');
    const { code, out } = await run('logs');
    expect(code).toBe(1);
    expect(out).toContain('  symptoms    nginx/access-bad-gateway x1');
    expect(out.slice(out.indexOf('not read: 1'))).toEqual([
      'not read: 1',
      '  old.log: is a zstd file, which closecall does not read; this does: zstd -dc old.log | closecall explain -',
      '',
      'skipped: 1',
      '  empty.log: empty',
    ]);
  });

  it('takes JSON with a record a line for a log, and a JSON document for none', async () => {
    mkdirSync(join(folder, 'logs'));
    const record = {
      time: '2026-11-22T11:54:05Z',
      level: 50,
      msg: 'Server listening at http://127.0.0.1:3000',
    };
    writeFileSync(join(folder, 'logs', 'app.json'), `${JSON.stringify(record)}\n`.repeat(2));
    writeFileSync(join(folder, 'logs', 'story.json'), JSON.stringify(record, undefined, 2));
    const { out } = await run('logs');
    expect(out).toContain('app.json');
    expect(out).toContain('  story.json: one JSON document, and not a record a line');
  });

  it.each([
    [[], 'no folder was named'],
    [['nowhere'], 'nowhere: there is no such file'],
    [['a', 'b'], 'one folder at a time'],
    [['.'], 'there is no file in .'],
    [['--fast'], "Unknown option '--fast'"],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, out, errors } = await run(...args);
    expect([code, out]).toEqual([2, ['']]);
    expect(errors).toContain(`captures: ${message}`);
  });

  it('has help', async () => {
    const { code, out } = await run('--help');
    expect([code, out[0]]).toEqual([0, 'npm run captures -- DIR']);
  });
});
