import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { secretsIn } from '#functions/config/secrets.ts';
import { durationOf, settingValue } from '#functions/config/values.ts';
import { configure, defaultPace } from '#functions/config.ts';
import { configJsonSchema } from '#functions/schemas/config.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { filterPattern } from '#lib/catalogue/filter-pattern.ts';
import { needlesOf } from '#lib/engine/match.ts';
import { observer } from '#lib/engine/observe.ts';
import { hour, minute } from '#lib/model/time.ts';
import { published } from '#test/published.ts';

const root = join(import.meta.dirname, '../..');

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
  const nginx = { logGroup: '/app/nginx', role: 'proxy' };
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

  it('tells programs and chats at each change of verdict', () => {
    const url = { parameter: '/closecall/hook' };
    const secret = { parameter: '/closecall/key' };
    const { notify, media } = setupOf({ notify: { webhook: { url, secret, minCloses: 2 }, chat: {} } });
    expect(notify).toEqual({ webhook: { url, secret, minCloses: 2 }, chat: { minCloses: 1 } });
    expect(media).toEqual([
      { id: 'webhook', manner: 'letters', minCloses: 2, holds: true },
      { id: 'chat', manner: 'letters', minCloses: 1 },
    ]);
    expect(setupOf({ notify: { webhook: { url } } }).notify.webhook).toEqual({ url, minCloses: 1 });
    expect(secretsIn(notify).map(({ what }) => what)).toEqual(['webhook url', 'webhook secret']);
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

  it('says how the lines of each source come, and what of them is wanted', () => {
    const { intakes, run } = setupOf({
      sources: [
        { logGroup: '/app/nginx', role: 'proxy', formats: ['nginx-error'] },
        { logGroup: '/app/api', role: 'backend', transport: 'poll' },
        { ecsCluster: 'prod' },
      ],
    });
    const pattern = (at: number) =>
      filterPattern(needlesOf(catalogue, run.sources[at]?.formats ?? [])).pattern;
    expect(intakes).toEqual([
      { kind: 'group', group: '/app/nginx', transport: 'subscribe', pattern: pattern(0) },
      { kind: 'group', group: '/app/api', transport: 'poll', pattern: pattern(1) },
      { kind: 'ecs', cluster: 'prod', source: 'ecs:prod' },
    ]);
    expect(pattern(0)).toContain('?"upstream prematurely closed');
    expect(pattern(1)).not.toBe(pattern(0));
    expect(run.sources[2]).toEqual({
      name: 'ecs:prod',
      role: 'platform',
      formats: ['ecs-event'],
      scope: 'default',
      shared: true,
      zone: 0,
      skew: 1_000,
    });
  });

  it('maps the lines of one source to services', () => {
    const services = [
      { scope: 'api', hosts: ['api.example.com'], paths: ['/v1/', '/v2/'] },
      { scope: 'shop', upstreams: ['10.0.1.*:8080'] },
    ];
    const ecs = [{ scope: 'api', ecsServices: ['api'] }];
    const { run } = setupOf({
      sources: [
        { logGroup: '/app/nginx', role: 'proxy', services },
        { ecsCluster: 'prod', scope: 'node', services: ecs },
        { logGroup: '/app/api', role: 'backend', services: [] },
      ],
    });
    expect(run.sources.map((source) => source.services)).toEqual([services, ecs, undefined]);
  });

  it('may name a time zone', () => {
    const zoneOf = (tz: string) => setupOf({ sources: [{ ...nginx, tz }] }).run.sources[0]?.zone;
    expect([zoneOf('-05:00'), zoneOf('Asia/Kolkata')]).toEqual([-300, 330]);
    expect(zoneOf('Europe/Berlin')).toContainEqual({ from: Date.UTC(2026, 2, 29, 1), minutes: 120 });
  });

  it.each([
    [
      { channel: 'C0123456789', token: { parameter: '/closecall/slack' } },
      {
        channel: 'C0123456789',
        token: { parameter: '/closecall/slack' },
        api: 'https://slack.com/api/',
        minCloses: 1,
      },
      'living',
    ],
    [
      { channel: 'G0123456789', token: { parameter: '/a' }, api: 'http://127.0.0.1:8080/api', minCloses: 2 },
      {
        channel: 'G0123456789',
        token: { parameter: '/a' },
        api: 'http://127.0.0.1:8080/api/',
        minCloses: 2,
      },
      'living',
    ],
    [
      {
        webhook: {
          secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:closecall/slack-AbCdEf',
        },
      },
      {
        webhook: {
          secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:closecall/slack-AbCdEf',
        },
        minCloses: 1,
      },
      'letters',
    ],
  ])('tells Slack as %j', (slack, notify, manner) => {
    const setup = setupOf({ notify: { slack } });
    expect(setup.notify).toEqual({ slack: notify });
    expect(setup.media).toEqual([{ id: 'slack', manner, minCloses: notify.minCloses }]);
  });

  it('may name secrets of its own, show what is usually taken out, and keep logs longer', () => {
    const usual = setupOf({});
    expect([usual.run.redaction, usual.retention]).toEqual([{ names: [], keep: [] }, 30]);
    const { run, retention } = setupOf({
      redaction: { names: ['x-session'], keep: ['email', 'query'] },
      retention: 365,
    });
    expect([run.redaction, retention]).toEqual([{ names: ['x-session'], keep: ['email', 'query'] }, 365]);
  });

  it('is the example', () => {
    const text = readFileSync(join(root, 'infra/example.config.json'), 'utf8');
    const { run, intakes, media } = setupOf(JSON.parse(text));
    expect(new Set(run.sources.map(({ role }) => role))).toEqual(new Set(['proxy', 'backend', 'platform']));
    expect(intakes.map(({ kind }) => kind)).toContain('ecs');
    expect(media.map(({ id }) => id)).toEqual(['slack', 'email']);
  });

  it('is published as a JSON Schema, with a word on every member', async () => {
    const schema = configJsonSchema();
    await expect(published(schema)).toMatchFileSnapshot(
      join(root, 'functions/schemas/closecall.config.schema.json'),
    );
    expect(undescribed(schema)).toEqual([]);
    const editor = z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema);
    const { sources, ...more } = JSON.parse(readFileSync(join(root, 'infra/example.config.json'), 'utf8'));
    expect(editor.safeParse({ sources, ...more }).error?.issues).toBeUndefined();
    expect(editor.safeParse({}).success).toBe(true);
    for (const wrong of [
      { source: [] },
      { sources: [{ logGroup: '/a' }] },
      { timings: { gap: '600' } },
      { retention: 31 },
    ])
      expect(editor.safeParse(wrong).success).toBe(false);
  });

  it('gives lines of real logs to the services that it names', () => {
    const { catalogue: known, run } = setupOf({
      sources: [
        {
          ...nginx,
          scope: 'edge',
          services: [
            { scope: 'api', hosts: ['*.api.example.com'], paths: ['/v1/'] },
            { scope: 'shop', upstreams: ['10.0.2.*'] },
          ],
        },
        { ecsCluster: 'prod', scope: 'node', services: [{ scope: 'shop', ecsServices: ['web'] }] },
      ],
    });
    const closed = (upstream: string, host: string, path: string) =>
      `2026/11/24 12:00:00 [error] 7#7: *1 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.9, server: _, request: "GET ${path} HTTP/1.1", upstream: "http://${upstream}${path}", host: "${host}"`;
    const stopped = (service: string) =>
      JSON.stringify({
        id: service,
        'detail-type': 'ECS Service Action',
        source: 'aws.ecs',
        time: '2026-11-24T12:00:00Z',
        resources: [`arn:aws:ecs:eu-central-1:123456789012:service/prod/${service}`],
        detail: { eventType: 'WARN', eventName: 'SERVICE_TASK_START_IMPAIRED' },
      });
    const scopesOf = (at: number, lines: readonly string[]) => {
      const source = run.sources[at];
      if (!source) throw new Error('no source');
      const records = lines.map((text, index) => ({ id: `${index}`, source: source.name, text }));
      const { pages } = observer(known, run.redaction).observe(records, source);
      return pages.map(({ scope, facts }) => [scope, facts.length]);
    };
    expect(
      scopesOf(0, [
        closed('10.0.1.1:80', 'eu.API.example.com:8443', '/v1/pay'),
        closed('10.0.2.1:80', 'eu.api.example.com', '/v2/pay'),
        closed('10.0.2.1:80', 'shop.example.com', '/v1/pay'),
        closed('10.0.3.1:80', 'shop.example.com', '/v1/pay'),
      ]),
    ).toEqual([
      ['api', 1],
      ['shop', 2],
      ['edge', 1],
    ]);
    expect(scopesOf(1, [stopped('web'), stopped('blog')])).toEqual([
      ['shop', 1],
      ['node', 1],
    ]);
  });

  const bot = { channel: 'C0123456789', token: { parameter: '/closecall/slack' } };
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
      'a zone that is none',
      { sources: [{ ...nginx, tz: 'Europe/Bonn' }] },
      'sources[0].tz is "Europe/Bonn": write the offset from UTC or the name of a time zone: +02:00, UTC or Europe/Berlin.',
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
      'sources[0].formats has "apache", which is not known: choose from ',
    ],
    [
      'no such setting of a program',
      { settings: { 'gunicorn.time': '3s' } },
      'settings["gunicorn.time"] is not known: gunicorn has gunicorn.',
    ],
    [
      'no such program',
      { settings: { 'weblogic.timeout': '3s' } },
      'settings["weblogic.timeout"] is not known: begin it with one of ',
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
    ['no such group or cluster', { sources: [{ role: 'proxy' }] }, 'sources[0].logGroup is missing: '],
    [
      'a source that is none',
      { sources: ['/app/nginx'] },
      'sources[0] is "/app/nginx": write { "logGroup": ',
    ],
    [
      'an ARN for a cluster',
      { sources: [{ ecsCluster: 'arn:aws:ecs:eu-central-1:123456789012:cluster/prod' }] },
      "write the cluster's name without its ARN: prod.",
    ],
    [
      'a role of a cluster',
      { sources: [{ ecsCluster: 'prod', role: 'platform' }] },
      'sources[0] has a member "role" that nothing reads',
    ],
    [
      'a cluster twice',
      { sources: [{ ecsCluster: 'prod' }, nginx, { ecsCluster: 'prod' }] },
      'sources[2].ecsCluster is prod, which is listed before: one entry per cluster.',
    ],
    [
      'no such transport',
      { sources: [{ ...nginx, transport: 'kinesis' }] },
      'sources[0].transport is "kinesis": write subscribe or poll.',
    ],
    [
      'a rule of nothing',
      { sources: [{ ...nginx, services: [{ scope: 'api' }] }] },
      'sources[0].services[0] names nothing that a line could fit: ',
    ],
    [
      'a rule for ECS on a log group',
      { sources: [{ ...nginx, services: [{ scope: 'api', paths: ['/'], ecsServices: ['api'] }] }] },
      'sources[0].services[0] has a member "ecsServices" that nothing reads',
    ],
    [
      'a path without its slash',
      { sources: [{ ...nginx, services: [{ scope: 'api', paths: ['api/'] }] }] },
      'sources[0].services[0].paths[0] is "api/": begin it with a slash: /api/.',
    ],
    [
      'a host that is an address',
      { sources: [{ ...nginx, services: [{ scope: 'api', hosts: ['https://api.example.com/'] }] }] },
      'is "https://api.example.com/": write a host name without scheme and path: api.example.com.',
    ],
    [
      'a list of no paths',
      { sources: [{ ...nginx, services: [{ scope: 'api', paths: [] }] }] },
      'sources[0].services[0].paths is []: list beginnings of paths: ["/api/"], or leave paths out.',
    ],
    [
      'a rule behind a wider one',
      {
        sources: [
          {
            ...nginx,
            services: [
              { scope: 'web', paths: ['/api/', '/web/'] },
              { scope: 'shop', upstreams: ['10.0.*'], hosts: ['*.example.com'] },
              { scope: 'api', paths: ['/api/v1/', '/web/'], hosts: ['api.example.com'] },
            ],
          },
        ],
      },
      'sources[0].services[2] can never be reached: services[0] takes everything that it names; ',
    ],
    [
      'a rule behind a wider one of hosts',
      {
        sources: [
          {
            ...nginx,
            services: [
              { scope: 'web', hosts: ['*.Example.com'] },
              { scope: 'api', hosts: ['api.example.com', 'b.*.example.com'] },
            ],
          },
        ],
      },
      'sources[0].services[1] can never be reached: services[0] takes everything that it names; ',
    ],
    [
      'a channel by its name',
      { notify: { slack: { ...bot, channel: '#ops' } } },
      `notify.slack.channel is "#ops": write the channel's id, which its details in Slack show at the end: C0123456789.`,
    ],
    [
      'a bot without a token',
      { notify: { slack: { channel: 'C0123456789' } } },
      'notify.slack.token is missing: put the value into SSM',
    ],
    [
      'a bot and a webhook',
      { notify: { slack: { ...bot, webhook: { parameter: '/a' } } } },
      'notify.slack has a member',
    ],
    [
      'an API without TLS',
      { notify: { slack: { ...bot, api: 'http://slack.example.com/api/' } } },
      'notify.slack.api is "http://slack.example.com/api/": write the address of the Slack API, over https',
    ],
    [
      'a parameter by its ARN',
      {
        notify: {
          slack: { ...bot, token: { parameter: 'arn:aws:ssm:eu-central-1:123456789012:parameter/a' } },
        },
      },
      'notify.slack.token.parameter is (not repeated here, since it may be a secret): write the name of an SSM parameter',
    ],
    [
      'half an ARN',
      {
        notify: {
          slack: {
            webhook: { secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:closecall/slack' },
          },
        },
      },
      'notify.slack.webhook.secretArn is (not repeated here, since it may be a secret): write the full ARN',
    ],
    [
      'an ARN with a wildcard',
      {
        notify: {
          slack: {
            webhook: { secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:a-??????' },
          },
        },
      },
      'with the six characters at its end and no wildcard',
    ],
    [
      'an address twice',
      { notify: { email: { to: ['a@example.com', 'a@example.com'] } } },
      'notify.email.to[1] is a@example.com, which is listed before: one entry per address.',
    ],
    [
      'a name that is none',
      { redaction: { names: ['a b'] } },
      'redaction.names[0] is "a b": write the name of a header, a member or a parameter: x-session.',
    ],
    [
      'showing tokens',
      { redaction: { keep: ['token'] } },
      'redaction.keep[0] is "token": write email or query: nothing else that is taken out may be shown.',
    ],
    [
      'days that CloudWatch has not',
      { retention: 31 },
      'retention is 31: write a number of days that CloudWatch has: 1, 3, 5, ',
    ],
    [
      'pages that live too short',
      { timings: { ttl: '24h' } },
      'timings.ttl is 24h: pages must outlive what may still be judged, so write at least 60h.',
    ],
    [
      'a horizon that ends before an incident can',
      { timings: { horizon: '1h', gap: '90s' } },
      'timings.horizon is 1h: lines would be too old to be judged before their incident can end, so write at least 65m',
    ],
    [
      'a gap of nothing',
      { timings: { gap: '500ms' } },
      'timings.gap is 0.5s: closes of one trouble would be an incident each, so write at least 10s',
    ],
  ])('is refused for %s', (_, json, sentence) => {
    expect(errorsOf(json)).toEqual([expect.stringContaining(sentence)]);
  });

  const token = ['xoxb', '123456789012', 'QwErTyUiOp'].join('-');
  const hook = ['https://hooks.slack.com', 'services', 'T0000', 'B0000', 'QwErTyUiOp'].join('/');
  it.each([
    [
      'a token for its reference',
      { notify: { slack: { channel: 'C0123456789', token } } },
      'notify.slack.token is',
    ],
    [
      'a token for a parameter',
      { notify: { slack: { channel: 'C0123456789', token: { parameter: token } } } },
      'notify.slack.token.parameter is',
    ],
    [
      'a token for an ARN',
      { notify: { slack: { channel: 'C0123456789', token: { secretArn: token } } } },
      'notify.slack.token.secretArn is',
    ],
    ['an address for a webhook', { notify: { webhook: { url: hook } } }, 'notify.webhook.url is'],
    [
      'a key for its reference',
      { notify: { webhook: { url: { parameter: '/a' }, secret: token } } },
      'notify.webhook.secret is',
    ],
    ['an address for its reference', { notify: { slack: { webhook: hook } } }, 'notify.slack.webhook is'],
    ['an address for Slack', { notify: { slack: hook } }, 'notify.slack is'],
    [
      'an address for a parameter',
      { notify: { slack: { webhook: { parameter: hook } } } },
      'notify.slack.webhook.parameter is',
    ],
    ['a token for a channel', { notify: { slack: { ...bot, channel: token } } }, 'notify.slack.channel is'],
    ['a token as a member', { notify: { slack: { ...bot, [token]: 1 } } }, 'notify.slack has a member'],
    [
      'a password for the API',
      { notify: { slack: { ...bot, api: 'https://u:QwErTyUiOp@slack.example.com/' } } },
      'notify.slack.api is',
    ],
    ['a token somewhere else', { sources: [{ ...nginx, role: token }] }, 'sources[0].role is'],
    ['a token for all of it', token, 'the configuration is'],
    ['an address as mail', { notify: { email: { to: [hook] } } }, 'notify.email.to[0] is'],
    ['a token as a setting', { settings: { 'slack.token': token } }, 'settings["slack.token"]'],
    ['a token as the name of one', { settings: { [token]: '60s' } }, 'settings[(not repeated here'],
    ['a token as the name of nothing', { settings: { [token]: true } }, 'settings.(not repeated here'],
    ['a token as a format', { sources: [{ ...nginx, formats: [token] }] }, 'sources[0].formats has (not'],
    [
      'a token as the value of one',
      { settings: { 'gunicorn.timeout': token } },
      'settings["gunicorn.timeout"]',
    ],
  ])('is refused without being repeated: %s', (_, json, place) => {
    const errors = errorsOf(json);
    expect(errors).toEqual([expect.stringContaining(place)]);
    expect(errors.join()).not.toMatch(/QwErTy|T0000/);
  });

  it.each([
    [[{ paths: ['/api/v1/'] }, { paths: ['/api/'] }]],
    [[{ paths: ['/api/'], hosts: ['a.example.com'] }, { paths: ['/api/'] }]],
    [[{ upstreams: ['10.0.1.*:8080'] }, { upstreams: ['10.0.*:8080'] }]],
    [[{ upstreams: ['10.0.1.*'] }, { hosts: ['10.0.1.1'] }]],
    [[{ hosts: ['*.example.com'] }, { hosts: ['example.com', 'a.example.com'] }]],
  ])('has rules that can all be reached: %j', (rules) => {
    expect(
      errorsOf({
        sources: [{ ...nginx, services: rules.map((rule, at) => ({ scope: `s${at}`, ...rule })) }],
      }),
    ).toEqual([]);
  });

  it('is told everything that is wrong with it at once', () => {
    expect(errorsOf({ sources: [{ ...nginx, role: 'x', tz: 'y' }], timings: { gap: 1 } })).toHaveLength(3);
  });
});

/** Members of objects in a JSON Schema that say nothing of what they are. */
function undescribed(schema: object, path = ''): readonly string[] {
  return Object.entries(schema).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    const here = `${path}/${key}`;
    const isMember = path.endsWith('/properties') && !('description' in value || '$ref' in value);
    return [...(isMember ? [here] : []), ...undescribed(value, here)];
  });
}

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
