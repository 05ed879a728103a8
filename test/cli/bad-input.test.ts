import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, closecall, folder, program, told, verdictOf } from './command.ts';
import { timeout } from './logs.ts';

beforeAll(build);
const { path: cwd, put } = folder();
put('backend.log', timeout.backend);
const proxy = timeout.proxy;
const packed = gzipSync(proxy);
const noise = Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 0xff));

describe('nothing can be read or understood: exit 2, what was found, what to pass', () => {
  mkdirSync(join(cwd, 'logs'));
  put('logs/error.log', proxy);
  put('logs/core.7', noise);
  symlinkSync('loop', join(cwd, 'loop'));
  const cases: Readonly<Record<string, readonly [name: string, sentence: string]>> = {
    'an empty file': [put('empty.log', ''), 'empty.log is empty.'],
    'a missing file': ['nowhere.txt', 'nowhere.txt was not read: there is no such file.'],
    'a mistyped name': ['bakend.log', 'there is no such file; did you mean backend.log?'],
    'a pattern that the shell left as it was': ['*.zip', '*.zip was not read: no file matches it.'],
    'a directory': ['logs', 'logs is a directory: name the files in it, for example logs/error.log.'],
    'a path through a file': [
      'backend.log/error.log',
      'was not read: a part of its path is a file and no directory.',
    ],
    'links in a circle': ['loop', 'loop was not read: its symbolic links lead in a circle.'],
    'a device': ['/dev/zero', '/dev/zero is a device: pass the log that was written'],
    binary: [put('core.1', noise), 'core.1: no line of it is text (is it binary, or encrypted?)'],
    'plain words': [
      put('notes.txt', 'buy milk\nring Ann\n'),
      'notes.txt: 2 lines of plain text; none begins with a time or a level that closecall reads, or is known',
    ],
    'one JSON document': [
      put('events.json', `{"events":[\n${'{"a":1,"b":"c"},\n'.repeat(3)}{}]}\n`),
      'It looks like JSON over several lines; closecall reads one record a line, as this prints them: jq -c "." events.json | closecall explain -',
    ],
    'JSON of another kind': [
      put('audit.json', '{"event":"login","user":"ann"}\n{"event":"logout","user":"ann"}\n'),
      'It holds JSON records of a kind that closecall does not know.',
    ],
    zstd: [
      put('app.log.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3])),
      'app.log.zst is a zstd file, which closecall does not read; this does: zstd -dc app.log.zst | closecall explain -',
    ],
    'a journal file': [
      put('system.journal', Buffer.concat([Buffer.from('LPKSHHRH'), noise])),
      'journalctl --file system.journal -o json | closecall explain -',
    ],
    'a gzip file of nothing but its head': [
      put('head.gz', packed.subarray(0, 12)),
      'head.gz is a damaged gzip file (it ends too early): nothing could be taken out of it. Pass an undamaged copy',
    ],
    'a gzip bomb': [
      put('bomb.gz', gzipSync(Buffer.alloc(80 * 1024 * 1024))),
      'bomb.gz grows more than 250-fold when unpacked: only the 64',
    ],
    'gzip in gzip in gzip in gzip': [
      put('deep.gz', gzipSync(gzipSync(gzipSync(gzipSync(proxy))))),
      'deep.gz is compressed again and again: unpack it first.',
    ],
  };

  it.each(Object.entries(cases))('%s', (_, [name, sentence]) => {
    const { code, stdout, stderr } = closecall(cwd, ['explain', name]);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain("Pass the proxy's log");
    expect(stderr).not.toMatch(/^ +at /m);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('an empty standard input, one that is closed, one that is a directory', () => {
    for (const redirected of ['</dev/null', '<&-', '</'])
      expect(
        spawnSync('sh', ['-c', `'${process.execPath}' '${program}' explain - ${redirected}`], {
          encoding: 'utf8',
        }),
      ).toMatchObject({ status: 2, stderr: expect.stringContaining('standard input') });
  });

  it('says every file’s own reason', () => {
    const { stderr } = closecall(cwd, ['explain', 'empty.log', 'notes.txt', 'core.1', 'nowhere.txt']);
    for (const name of ['empty.log', 'notes.txt', 'core.1', 'nowhere.txt'])
      expect(stderr).toContain(`\n  ${name}`);
  });
});

describe('something can be understood: it is, and the rest is told', () => {
  const cases: Readonly<Record<string, readonly [args: readonly string[], warning: string | undefined]>> = {
    'one file of two is missing': [
      [put('error.log', proxy), 'gone.log'],
      'gone.log was not read: there is no such file.',
    ],
    'one file of two is binary': [['error.log', put('core.2', noise)], 'core.2: no line of it is text'],
    'one file of two is no log': [
      ['error.log', put('todo.txt', 'buy milk\n')],
      'todo.txt: 1 line of plain text',
    ],
    'a file is given twice': [
      ['error.log', './error.log'],
      './error.log was given twice (also as error.log); it is read once.',
    ],
    gzip: [[put('a.gz', packed)], undefined],
    'gzip of several members': [
      [put('b.gz', Buffer.concat([gzipSync(proxy.slice(0, 500)), gzipSync(proxy.slice(500))]))],
      undefined,
    ],
    'gzip twice': [[put('c.gz', gzipSync(packed))], undefined],
    'named .gz and not packed': [
      [put('d.gz', proxy)],
      'd.gz is named .gz and is not compressed: it was read as it is.',
    ],
    'packed and not named .gz': [[put('e.log', packed)], undefined],
    'a gzip file with a wrong checksum': [
      [put('f.gz', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 1)]))],
      'f.gz is a damaged gzip file (its data or its checksum is wrong): only the',
    ],
    'a gzip file with other bytes behind it': [
      [put('g.gz', Buffer.concat([packed, Buffer.alloc(100)]))],
      undefined,
    ],
    'UTF-16 with a mark': [[put('h.log', Buffer.from(`\ufeff${proxy}`, 'utf16le'))], undefined],
    'UTF-16 without one': [[put('i.log', Buffer.from(proxy, 'utf16le'))], undefined],
    'UTF-16, the other way round': [
      [put('j.log', Buffer.from(`\ufeff${proxy}`, 'utf16le').swap16())],
      undefined,
    ],
    'UTF-8 with a mark': [[put('k.log', `\ufeff${proxy}`)], undefined],
    'Latin-1': [[put('l.log', Buffer.from(proxy.replaceAll('monthly', 'm\u00e4rz'), 'latin1'))], undefined],
    'lines that end in CR LF': [[put('m.log', proxy.replaceAll('\n', '\r\n'))], undefined],
    'lines that end in CR alone': [[put('n.log', proxy.replaceAll('\n', '\r'))], undefined],
    'U+2028, U+0085 and a form feed inside lines': [
      [put('o.log', proxy.replaceAll('?month', '\u2028\u0085\f'))],
      undefined,
    ],
    'no newline at the end': [[put('p.log', proxy.trimEnd())], undefined],
    'zeros before the first line': [
      [put('q.log', Buffer.concat([Buffer.alloc(3_000_000), Buffer.from(proxy)]))],
      undefined,
    ],
    'zeros and broken UTF-8 between lines': [
      [put('r.log', Buffer.concat([Buffer.from(proxy), Buffer.from([0, 0xff, 0xfe, 0x80, 10])]))],
      undefined,
    ],
    'binary between the lines': [
      [put('s.log', Buffer.concat([Buffer.from(proxy), noise, Buffer.from('\n')]))],
      's.log: only 4 of 81 lines could be read, as nginx-error',
    ],
    'a file in /proc, which has no size': [
      ['error.log', '/proc/sys/kernel/ostype'],
      '/proc/sys/kernel/ostype: 1 line of plain text',
    ],
  };

  it.each(Object.entries(cases))('%s', (_, [args, warning]) => {
    const verdict = verdictOf(cwd, [...args, 'backend.log']);
    expect(told(verdict)).toEqual(timeout.told);
    if (warning === undefined) expect(verdict.read.warnings).toEqual([]);
    else expect(verdict.read.warnings.join('\n')).toContain(warning);
  });

  it('a gzip file that was cut: what came before is read', () => {
    const long = gzipSync(proxy + Array.from({ length: 4_000 }, (_, i) => `filler ${i * 7919}\n`).join(''));
    const verdict = verdictOf(cwd, [put('cut.gz', long.subarray(0, -200)), 'backend.log']);
    expect(told(verdict)).toEqual(timeout.told);
    expect(verdict.read.warnings.join()).toMatch(
      /cut\.gz is a damaged gzip file \(it ends too early\): only the [\d.]+ KiB before/,
    );
  });

  it('a gzip file with damage in the middle: what came before is read', () => {
    const long = gzipSync(proxy + Array.from({ length: 4_000 }, (_, i) => `filler ${i * 7919}\n`).join(''));
    long.fill(0xff, long.length - 3_000, long.length - 2_900);
    const verdict = verdictOf(cwd, [put('hurt.gz', long), 'backend.log']);
    expect(told(verdict)).toEqual(timeout.told);
    expect(verdict.read.warnings.join()).toContain('hurt.gz is a damaged gzip file');
  });

  it('a line of 50 MB', () => {
    const file = put(
      'huge.log',
      Buffer.concat([
        Buffer.from(proxy),
        Buffer.alloc(50_000_000, 'x'),
        Buffer.from(`\n${proxy.replaceAll('23:1', '22:1')}`),
      ]),
    );
    expect(verdictOf(cwd, [file, 'backend.log']).summary.closes).toBe(8);
  });

  it('shows text as it is meant, and nothing that a terminal would obey', () => {
    const { stdout } = closecall(cwd, ['explain', 'l.log', 'backend.log']);
    expect(stdout).toContain('/reports/m\u00e4rz');
    const hostile = put('esc.log', proxy.replaceAll('?month', '\u001b]0;owned\u0007\u2028'));
    const shown = closecall(cwd, ['explain', hostile, 'backend.log']).stdout;
    for (const control of ['\u001b', '\u0007', '\u2028']) expect(shown).not.toContain(control);
  });

  it('no proxy log', () => {
    const { code, stdout } = closecall(cwd, ['explain', 'backend.log']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'No proxy log is among the files, so no close can be seen (backend.log was read as gunicorn error log',
    );
    expect(code).toBe(0);
  });

  it('no backend log', () => {
    const { code, stdout } = closecall(cwd, ['explain', 'error.log']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'No backend log is among the files: add the log of the application server',
    );
    expect(code).toBe(1);
  });

  it('words of a log without a time, pasted', () => {
    const input = 'upstream prematurely closed connection while reading response header from upstream\n';
    const { code, stdout } = closecall(cwd, ['explain', '-'], { input });
    expect(stdout).toMatch(/^error\[unexplained\]: 1 close/);
    expect(stdout).toContain('The backend closed the connection before its whole response header had come.');
    expect(code).toBe(1);
  });
});

describe('what cannot be read twice', () => {
  const told4 = timeout.told;
  it('standard input, also packed', () => {
    expect(told(verdictOf(cwd, ['-', 'backend.log'], { input: proxy }))).toEqual(told4);
    expect(told(verdictOf(cwd, ['-', 'backend.log'], { input: packed }))).toEqual(told4);
  });

  it('a named pipe and process substitution', () => {
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const run = (command: string) => {
      const { stdout } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
      return told(JSON.parse(stdout));
    };
    const explain = `'${process.execPath}' '${program}' explain --json`;
    expect(run(`cat error.log > pipe & ${explain} pipe backend.log`)).toEqual(told4);
    expect(run(`${explain} <(zcat a.gz) <(cat backend.log)`)).toEqual(told4);
  });
});

describe('where nothing may be written', () => {
  it('plain files need no temporary directory, and the memory file system serves the rest', () => {
    const env = { TMPDIR: '/nonexistent' };
    expect(told(verdictOf(cwd, ['error.log', 'backend.log'], { env }))).toEqual(timeout.told);
    expect(told(verdictOf(cwd, ['a.gz', 'backend.log'], { env }))).toEqual(timeout.told);
  });
});
