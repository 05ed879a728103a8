import * as z from 'zod';
import { listOf, positive, readAs } from './config-values.ts';

const reference =
  'put the value into SSM Parameter Store or Secrets Manager and name it here, { "parameter": "/closecall/slack" } or { "secretArn": "arn:aws:secretsmanager:…" }; a value that was written into a file has leaked, so replace it';

const secret = z
  .union(
    [
      z.strictObject({
        parameter: z
          .string(reference)
          .regex(
            /^(?:\/[A-Za-z0-9_.-]+){1,15}$/,
            'write the name of an SSM parameter of type SecureString, from its first slash and without the ARN: /closecall/slack',
          )
          .describe('Name of an SSM parameter of type SecureString, which begins with a slash.'),
      }),
      z.strictObject({
        secretArn: z
          .string(reference)
          .regex(
            /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@-]+-[A-Za-z0-9]{6}$/,
            'write the full ARN of a secret, with the six characters at its end and no wildcard: arn:aws:secretsmanager:eu-central-1:123456789012:secret:closecall/slack-AbCdEf',
          )
          .describe('Full ARN of a secret in Secrets Manager, the six characters at its end included.'),
      }),
    ],
    reference,
  )
  .meta({
    id: 'SecretReference',
    description: 'Where a secret is kept. Secrets themselves never stand here.',
  });

const minCloses = positive.describe(
  'Fewer closes than this are not told here, unless it is confirmed that the backend ended.',
);

const slackApi = readAs(
  (address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && local.has(url.hostname));
    if (!url || !isSafe || url.username !== '' || url.search !== '' || url.hash !== '') return undefined;
    return url.href.endsWith('/') ? url.href : `${url.href}/`;
  },
  'write the address of the Slack API, over https: https://slack.com/api/',
  '^https?://',
);
/** A token may travel without TLS to the machine itself only, where a test listens. */
const local = new Set(['localhost', '127.0.0.1', '[::1]']);

export const slack = z.union(
  [
    z
      .strictObject({
        channel: z
          .string('write the id of a channel: C0123456789')
          .regex(
            /^[CGD][A-Z0-9]{8,}$/,
            "write the channel's id, which its details in Slack show at the end: C0123456789",
          )
          .describe('Id of the channel; a message is edited by id, and a name may change.'),
        token: secret.describe(
          'The token of the bot, xoxb-…; its scopes are chat:write and a history scope.',
        ),
        api: slackApi
          .prefault('https://slack.com/api/')
          .describe('Where the Slack API is, for workspaces that have another.'),
        minCloses: minCloses.default(1),
      })
      .meta({ id: 'SlackBot', description: 'One message an incident, which is edited as it goes on.' }),
    z
      .strictObject({
        webhook: secret.describe('The address of an incoming webhook, which is a secret.'),
        minCloses: minCloses.default(1),
      })
      .meta({ id: 'SlackWebhook', description: 'One message for each change of verdict.' }),
  ],
  'write { "channel": "C0123456789", "token": { "parameter": "/closecall/slack" } } or { "webhook": { "parameter": "/closecall/slack" } }',
);

export const email = z
  .strictObject({
    to: listOf(z.email('write an address: a@example.com'), 'list addresses: ["ops@example.com"]').describe(
      'Who gets mail. Each address is asked once, by SNS, to confirm.',
    ),
    minCloses: minCloses.default(3),
  })
  .describe('Mail by SNS, as plain text.');

export const webhook = z
  .strictObject({
    url: secret.describe('The address that is posted to, over https; it may hold a key, so it is a secret.'),
    secret: secret
      .optional()
      .describe('With it each body is signed: closecall-signature is sha256= and its HMAC-SHA256 in hex.'),
    minCloses: minCloses.default(1),
  })
  .describe('The alert as JSON (closecall/alert@1), posted to a program of yours at each change of verdict.');

export const chat = z
  .strictObject({ minCloses: minCloses.default(1) })
  .describe(
    'Custom notifications for Amazon Q Developer in chat applications, on a topic of their own: connect a channel to it.',
  );
