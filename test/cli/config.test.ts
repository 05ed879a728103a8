import { beforeAll, describe, expect, it } from 'vitest';
import { build, closecall, folder, told, verdictOf } from './command.ts';
import { timeout } from './logs.ts';

beforeAll(build);
const { path: cwd, put } = folder();
put('logs/error.log', timeout.proxy.replaceAll('2026/11/24 23:', '2026/11/25 01:'));
put('logs/backend.log', timeout.backend);
const files = ['logs/error.log', 'logs/backend.log'];
const config = (json: unknown) =>
  put('closecall.config.json', typeof json === 'string' ? json : JSON.stringify(json));
const explain = (...flags: readonly string[]) =>
  verdictOf(cwd, ['--config', 'closecall.config.json', ...flags, ...files]);

describe('--config', () => {
  it('gives sources their entries, by the name of the file or the last part of it', () => {
    config({
      sources: [
        { logGroup: '/shop/error.log', role: 'proxy', formats: ['nginx-error'], scope: 'shop', tz: '+02:00' },
        { logGroup: 'logs/backend.log', role: 'backend', formats: ['gunicorn', 'plain'], scope: 'shop' },
      ],
      settings: { 'gunicorn.timeout': '4s' },
      timings: { gap: '15s' },
    });
    const verdict = explain();
    expect(told(verdict)).toEqual(timeout.told);
    expect(verdict.read.sources.map(({ zone, role }) => [zone.offset, zone.how, role])).toEqual([
      ['+02:00', 'configured', 'proxy'],
      ['+00:00', 'in-line', 'backend'],
    ]);
    expect(verdict.incidents.map(({ service }) => service)).toEqual(['shop', 'shop']);
    expect(JSON.stringify(verdict.incidents[0]?.runbook)).toContain('gunicorn --timeout 4 s');
  });

  it('names formats of what a group holds, in whatever an export wrapped the lines', () => {
    config({ sources: [{ logGroup: 'export.json', role: 'proxy', formats: ['nginx-error'] }] });
    const events = timeout.proxy
      .trimEnd()
      .split('\n')
      .map((message, index) =>
        JSON.stringify({ id: `${index}`, timestamp: 1_795_570_800_000 + index, message }),
      );
    put('exported/export.json', events.join('\n'));
    const { incidents, read } = verdictOf(cwd, ['--config', 'closecall.config.json', 'exported/export.json']);
    expect(read.sources.map(({ understood, lines }) => [understood, lines])).toEqual([
      [events.length, events.length],
    ]);
    expect(incidents.length).toBeGreaterThan(0);
  });

  it('takes a time zone by its name, and reads each line by the clock of its day', () => {
    config({
      sources: [{ logGroup: 'error.log', role: 'proxy', formats: ['nginx-error'], tz: 'Europe/Berlin' }],
    });
    const [first = '', ...rest] = timeout.proxy.trimEnd().split('\n');
    const summer = first.replace(/^\d{4}\/\d\d\/\d\d \d\d/, '2026/07/01 12');
    const winter = rest.map((line) => line.replace(/^\d{4}\/\d\d\/\d\d \d\d/, '2026/12/01 12'));
    put('mixed/error.log', [summer, ...winter].join('\n'));
    const { incidents, read } = verdictOf(cwd, ['--config', 'closecall.config.json', 'mixed/error.log']);
    expect(incidents.map(({ start }) => start?.slice(0, 13))).toEqual(['2026-07-01T10', '2026-12-01T11']);
    expect(read.sources.map(({ zone }) => zone)).toEqual([{ offset: '+01:00', how: 'configured' }]);
  });

  it('takes out what it calls secret, and shows what it says', () => {
    const path = '/login?x-session=abc123&step=2 HTTP/1.1';
    put('named/error.log', timeout.proxy.replaceAll(/(?<="[A-Z]+ )\S+ HTTP\/1\.1/g, path));
    const shown = (redaction: object) => {
      config({ redaction });
      return JSON.stringify(verdictOf(cwd, ['--config', 'closecall.config.json', 'named/error.log']));
    };
    expect(shown({})).not.toMatch(/abc123|step=2/);
    expect(shown({ keep: ['query'] })).toContain('/login?x-session=abc123&step=2 ');
    expect(shown({ keep: ['query'], names: ['X-Session'] })).toContain('/login?x-session=‹secret 1›&step=2 ');
  });

  it('yields to what the command line says', () => {
    expect(explain('--tz', '+01:00').read.sources[0]?.zone).toEqual({ offset: '+01:00', how: 'configured' });
    expect(JSON.stringify(explain('--set', 'gunicorn.timeout=7s').incidents[0]?.runbook)).toContain('7 s');
  });

  it('leaves files that it does not name to their content', () => {
    config({ sources: [{ logGroup: '/other', role: 'backend' }] });
    expect(explain().read.sources.map(({ zone }) => zone)).toEqual([
      { offset: '+02:00', how: 'inferred' },
      { offset: '+00:00', how: 'in-line' },
    ]);
  });

  it('keeps services apart', () => {
    config({
      sources: [
        { logGroup: 'error.log', role: 'proxy', scope: 'shop', tz: '+02:00' },
        { logGroup: 'backend.log', role: 'backend', scope: 'search' },
      ],
    });
    expect(told(explain()).causes).not.toContain('worker-timeout confirmed');
  });

  it.each<[unknown, string]>([
    ['{"sources": [', '--config closecall.config.json is not JSON'],
    [
      { sources: [{ logGroup: 'error.log', role: 'proxi' }] },
      'sources[0].role is "proxi": write proxy, backend or platform',
    ],
    [
      { sources: [{ logGroup: 'error.log', role: 'proxy', tz: 'Berlin' }] },
      'sources[0].tz is "Berlin": write the offset from UTC',
    ],
    [{ settings: { 'gunicorn.timeot': '3s' } }, 'settings["gunicorn.timeot"] is not known'],
    [{ source: [] }, 'has a member "source" that nothing reads'],
  ])('says what is wrong with %j', (json, sentence) => {
    config(json);
    const { code, stderr, stdout } = closecall(cwd, [
      'explain',
      '--config',
      'closecall.config.json',
      ...files,
    ]);
    expect(stderr).toContain(sentence);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
