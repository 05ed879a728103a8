import * as z from 'zod';
import { accepted } from './config-accepted.ts';
import { chat, email, slack, webhook } from './config-notify.ts';
import { cluster, group } from './config-sources.ts';
import { duration, text } from './config-values.ts';

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const redaction = z
  .strictObject({
    names: z
      .array(
        text.regex(
          /^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/,
          'write the name of a header, a member or a parameter: x-session',
        ),
        'list names: ["x-session"]',
      )
      .default([])
      .describe(
        'Further names whose values are secrets: in headers, JSON, key=value and queries. Hyphen and underscore are one.',
      ),
    keep: z
      .array(
        z.enum(['email', 'query'], 'write email or query: nothing else that is taken out may be shown'),
        'list kinds: ["query"]',
      )
      .default([])
      .describe(
        'What alerts show all the same: e-mail addresses; query strings, whose secrets are still taken out.',
      ),
  })
  .describe('What is taken out of the lines that alerts show, besides tokens, cookies and credentials.');

const timings = z
  .strictObject({
    gap: duration.prefault('10m').describe('Silence that ends an incident; 10s or more.'),
    lateness: duration.prefault('3m').describe('How late a line may come before an incident counts as over.'),
    provisional: duration
      .prefault('20s')
      .describe('How long an alert may wait for evidence before mail is sent.'),
    repeat: duration.prefault('4h').describe('How often mail says that an incident goes on.'),
    horizon: duration
      .prefault('24h')
      .describe('Older lines are counted and not judged; gap, lateness and an hour or more.'),
    ttl: duration.prefault('72h').describe('How long signals are kept in the table.'),
  })
  .describe('How long what takes. Times carry their unit: 250ms, 30s, 10m, 4h.');

/** A configuration as it is written. Whatever nothing reads is refused, so that a misspelt member is not lost. */
export const writtenConfig = z
  .strictObject({
    $schema: text.optional().describe('Where an editor finds this schema.'),
    sources: z
      .array(
        z.union(
          [group, cluster],
          'write { "logGroup": "/app/nginx", "role": "proxy" } or { "ecsCluster": "prod" }',
        ),
        'list sources: [{ "logGroup": "/app/nginx", "role": "proxy" }]',
      )
      .default([])
      .describe('What is read.'),
    settings: z
      .record(text, z.union([z.string(), z.number()], 'write a value: "60s", "10M", 4 or "off"'))
      .default({})
      .describe(
        'Settings of your programs that differ from their defaults: "nginx.proxy_read_timeout": "60s". A bare number is seconds or bytes.',
      ),
    notify: z
      .strictObject({
        slack: slack.optional().describe('Slack, by a bot or by a webhook.'),
        email: email.optional(),
        webhook: webhook.optional(),
        chat: chat.optional(),
      })
      .prefault({})
      .describe('Who is told.'),
    accepted: z
      .array(
        accepted,
        'list what is accepted: [{ "fingerprint": "…", "owner": "…", "until": "2027-01-31", "because": "…" }]',
      )
      .default([])
      .describe(
        'Closes that people know of and live with. They are told in a weekly digest only, until their day has passed, or while they are more than twice as many as on a usual day of the last four weeks.',
      ),
    timings: timings.prefault({}),
    redaction: redaction.prefault({}),
    retention: z
      .literal(retentions, `write a number of days that CloudWatch has: ${retentions.join(', ')}`)
      .default(30)
      .describe('Days for which closecall keeps its own logs.'),
  })
  .meta({ title: 'closecall.config.json', description: 'The configuration of closecall.' });

export type Written = z.output<typeof writtenConfig>;
export type WrittenSource = Written['sources'][number];

/** The JSON Schema that is published, without limits that only JavaScript has. */
export const configJsonSchema = (): object =>
  z.toJSONSchema(writtenConfig, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
