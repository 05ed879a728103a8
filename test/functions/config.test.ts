import { describe, expect, it } from 'vitest';
import { configure, defaultPace } from '#functions/config.ts';
import { durationOf, settingValue } from '#functions/values.ts';
import { wire } from '#functions/wire.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { hour, minute } from '#lib/model/time.ts';

const errorsOf = (json: unknown): readonly string[] => {
  const configured = configure(json, catalogue);
  return configured.kind === 'wrong' ? configured.errors : [];
};
const setupOf = (json: unknown) => {
  const configured = configure(json, catalogue);
  if (configured.kind === 'wrong') throw new Error(configured.errors.join('\n'));
  return configured.setup;
};

describe('a configuration', () => {
  it('may be empty', () => {
    const { run, media, pace, horizon, ttl } = setupOf({});
    expect([run.sources, media, pace, horizon, ttl]).toEqual([[], [], defaultPace, 24 * hour, 72 * hour]);
  });

  it('needs no more than two log groups and an address', () => {
    const { run, media } = setupOf({
      sources: [
        { logGroup: '/app/nginx', role: 'proxy' },
        { logGroup: '/app/api', role: 'backend' },
      ],
      notify: { email: { to: ['a@example.com'] } },
    });
    expect(run.sources).toMatchObject([
      { name: '/app/nginx', role: 'proxy', scope: 'default', shared: false, zone: 0, skew: 1_000 },
      { name: '/app/api', role: 'backend', scope: 'default' },
    ]);
    expect(run.sources[0]?.formats).toContain('nginx-error');
    expect(run.sources[0]?.formats).not.toContain('gunicorn');
    expect(run.sources[1]?.formats).toContain('gunicorn');
    expect(media).toEqual([{ id: 'email', manner: 'letters', minCloses: 3 }]);
  });

  it('says everything there is to say', () => {
    const { run, pace } = setupOf({
      sources: [
        {
          logGroup: '/app/nginx',
          role: 'proxy',
          formats: ['nginx-error', 'nginx-access'],
          scope: 'shop',
          shared: true,
          tz: '+05:30',
          skew: '2s',
          addresses: ['10.0.0.5:8080'],
        },
      ],
      settings: { 'gunicorn.timeout': '45s', 'nginx.proxy_read_timeout': 60 },
      timings: { gap: '5m', lateness: '1m', provisional: '5s', repeat: '1h', horizon: '12h', ttl: '48h' },
    });
    expect(run.sources[0]).toMatchObject({
      scope: 'shop',
      shared: true,
      zone: 330,
      skew: 2_000,
      addresses: ['10.0.0.5:8080'],
    });
    expect([...(run.sources[0]?.formats ?? [])].sort()).toEqual(['nginx-access', 'nginx-error']);
    expect(run.settings).toEqual({ 'gunicorn.timeout': 45_000, 'nginx.proxy_read_timeout': 60_000 });
    expect([run.timing.gap, pace.gap, pace.repeat]).toEqual([5 * minute, 5 * minute, hour]);
  });

  const nginx = { logGroup: '/app/nginx', role: 'proxy' };
  it.each([
    ['no object', 7, 'the configuration is 7: '],
    [
      'a role that is none',
      { sources: [{ ...nginx, role: 'prox' }] },
      'sources[0].role is "prox": write proxy, backend or platform.',
    ],
    [
      'a role left out',
      { sources: [{ logGroup: '/a' }] },
      'sources[0].role is missing: write proxy, backend or platform.',
    ],
    [
      'a misspelt member',
      { sources: [{ ...nginx, zone: 'UTC' }] },
      'sources[0] has a member "zone" that nothing reads: correct its spelling or remove it.',
    ],
    [
      'a zone by name',
      { sources: [{ ...nginx, tz: 'Europe/Berlin' }] },
      'sources[0].tz is "Europe/Berlin": write the offset from UTC: +02:00, -05:00 or UTC.',
    ],
    [
      'a time without a unit',
      { timings: { gap: '600' } },
      'timings.gap is "600": write a time with its unit: 250ms, 30s, 10m, 4h.',
    ],
    [
      'a group that is none',
      { sources: [{ ...nginx, logGroup: 'a b' }] },
      'sources[0].logGroup is "a b": write the name of a CloudWatch log group: /app/nginx.',
    ],
    [
      'our own group',
      { sources: [{ ...nginx, logGroup: '/closecall/x/ingest' }] },
      'sources[0].logGroup is /closecall/x/ingest: closecall writes that group itself; name the group of your proxy or backend.',
    ],
    [
      'a group twice',
      { sources: [nginx, nginx] },
      'sources[1].logGroup is /app/nginx, which is listed before: one entry per group.',
    ],
    [
      'no such format',
      { sources: [{ ...nginx, formats: ['apache'] }] },
      'sources[0].formats has apache, which is not known: choose from ',
    ],
    [
      'no such setting of a program',
      { settings: { 'gunicorn.time': '3s' } },
      'settings["gunicorn.time"] is not known: gunicorn has gunicorn.',
    ],
    [
      'no such program',
      { settings: { 'apache.timeout': '3s' } },
      'settings["apache.timeout"] is not known: begin it with one of ',
    ],
    [
      'a value that is none',
      { settings: { 'gunicorn.timeout': '3 sheep' } },
      'settings["gunicorn.timeout"] is "3 sheep": write a time such as "60s"',
    ],
    [
      'an address that is none',
      { notify: { email: { to: ['ops'] } } },
      'notify.email.to[0] is "ops": write an address: a@example.com.',
    ],
    [
      'pages that live too short',
      { timings: { ttl: '24h' } },
      'timings.ttl is 24h: pages must outlive what may still be judged, so write at least 60h.',
    ],
  ])('is refused for %s', (_, json, sentence) => {
    expect(errorsOf(json)).toEqual([expect.stringContaining(sentence)]);
  });

  it('is told everything that is wrong with it at once', () => {
    expect(errorsOf({ sources: [{ ...nginx, role: 'x', tz: 'y' }], timings: { gap: 1 } })).toHaveLength(3);
  });
});

describe('values', () => {
  it.each([
    ['250ms', 250],
    ['1.5s', 1_500],
    ['10m', 600_000],
    ['4h', 14_400_000],
    ['3', undefined],
    ['3 parsecs', undefined],
    ['', undefined],
    ['-3s', undefined],
  ])('%s', (text, ms) => {
    expect(durationOf(text)).toBe(ms);
  });

  it.each([
    ['ms', '30', 30_000],
    ['ms', '2m', 120_000],
    ['ms', 'off', null],
    ['bytes', '8k', 8_192],
    ['bytes', '2m', 2_097_152],
    ['bytes', '2h', undefined],
    ['count', '4', 4],
    ['count', '4k', undefined],
  ] as const)('a limit in %s of %s', (unit, text, value) => {
    expect(settingValue({ unit }, text)).toBe(value);
  });
});

describe('the environment', () => {
  const config = JSON.stringify({ sources: [], notify: { slack: { channel: '#ops' } } });
  it('gives handlers what they need', () => {
    const { ports, setup } = wire({ CLOSECALL_CONFIG: config, CLOSECALL_ADAPTERS: 'memory' });
    expect([...ports.senders.keys()]).toEqual(['slack']);
    expect(setup.media).toHaveLength(1);
    expect(ports.newToken()).not.toBe(ports.newToken());
  });

  it.each([
    [{}, 'CLOSECALL_CONFIG is not set'],
    [{ CLOSECALL_CONFIG: '{' }, 'CLOSECALL_CONFIG is not JSON'],
    [{ CLOSECALL_CONFIG: '{"source":[]}' }, 'has a member "source" that nothing reads'],
    [{ CLOSECALL_CONFIG: config }, 'CLOSECALL_ADAPTERS is not set'],
    [{ CLOSECALL_CONFIG: config, CLOSECALL_ADAPTERS: 'dynamodb' }, 'CLOSECALL_ADAPTERS is dynamodb'],
  ])('fails loudly: %s', (environment, why) => {
    expect(() => wire(environment)).toThrow(why);
  });
});
