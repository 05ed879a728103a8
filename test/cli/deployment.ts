import type { Account, Stack, Subscriber } from '#functions/account.ts';
import { Unanswered } from '#functions/adapters/unanswered.ts';
import type { Examined } from '#functions/cli/checklist.ts';
import type { OwnConfig } from '#functions/cli/own-config.ts';
import { outputs } from '#functions/cli/stack-outputs.ts';
import { configDigest } from '#functions/config/digest.ts';
import { configure } from '#functions/config.ts';
import type { Filter } from '#functions/ports.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { day, minute } from '#lib/model/time.ts';

export const now = Date.parse('2026-11-22T12:00:00Z');

export const written = {
  sources: [
    { logGroup: '/app/nginx', role: 'proxy', formats: ['nginx-error', 'nginx-access'] },
    { logGroup: '/app/api', role: 'backend', scope: 'api', formats: ['gunicorn'] },
  ],
  notify: { email: { to: ['ops@example.com'] }, slack: { webhook: { parameter: '/closecall/slack' } } },
};

const made = new Map<string, OwnConfig>();

/** Made once for each: that takes a while, and nobody changes it. */
export function configOf(json: unknown): OwnConfig {
  const text = JSON.stringify(json);
  const config = made.get(text) ?? {
    path: 'closecall.config.json',
    json,
    configured: configure(json, catalogue),
  };
  made.set(text, config);
  return config;
}

/** The pattern with which a group is subscribed to. */
function patternOf(group: string): string {
  const { configured } = configOf(written);
  if (configured.kind === 'wrong') throw new Error(configured.errors.join('\n'));
  const found = configured.setup.intakes.find((intake) => intake.kind === 'group' && intake.group === group);
  if (found?.kind !== 'group') throw new Error(`${group} is no group of the configuration`);
  return found.pattern;
}

export const stackOf = (changes: Partial<Stack> = {}): Stack => ({
  arn: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Closecall/1',
  status: 'CREATE_COMPLETE',
  outputs: new Map<string, string>([
    ...outputs.map((name): [string, string] => [name, `the ${name}`]),
    ['ConfigurationDigest', configDigest(written)],
    ['BootstrapVersion', '28'],
  ]),
  ...changes,
});

/** A filter as others have them. */
export const foreign = (name: string): Filter => ({
  name,
  pattern: '',
  destination: `arn:aws:lambda:eu-west-1:111122223333:function:${name}-forwarder`,
});

export const own = (group: string, changes: Partial<Filter> = {}): Filter => ({
  name: 'Closecall',
  pattern: patternOf(group),
  destination: 'arn:aws:lambda:eu-west-1:111122223333:function:the IngestFunctionName',
  ...changes,
});

export const mail = (endpoint: string, confirmed = true): Subscriber => ({
  protocol: 'email',
  endpoint,
  confirmed,
});

/** An account in which all is well, but for the changes. */
export const accountOf = (changes: Partial<Account> = {}): Account => ({
  region: async () => 'eu-west-1',
  stack: async () => stackOf(),
  group: async () => ({ class: 'STANDARD', created: now - 90 * day, retention: undefined }),
  filters: async (group) => [own(group)],
  lastEvent: async () => now - 2 * minute,
  subscribers: async () => [mail('ops@example.com')],
  concurrency: async () => ({ account: 1_000, unreserved: 1_000 }),
  secret: async () => ({ kind: 'parameter', type: 'SecureString', key: undefined }),
  depth: async () => ({ waiting: 0, inFlight: 0 }),
  invoke: async () => ({
    kind: 'answered',
    answer: { media: [{ medium: 'email', delivery: { outcome: 'delivered' } }] },
  }),
  ...changes,
});

export const denied = (action: string) => async (): Promise<never> => {
  throw new Unanswered('denied', `These credentials lack the right ${action}.`);
};

/** What was said that is not all right: `problem /app/nginx: There is … → Correct …`. */
export const told = ({ checks }: Examined): readonly string[] =>
  checks.flatMap((check) =>
    check.is === 'ok' ? [] : [`${check.is} ${check.about}: ${check.says} → ${check.todo}`],
  );

export const fine = ({ checks }: Examined): readonly string[] =>
  checks.flatMap((check) => (check.is === 'ok' ? [`${check.about}: ${check.says}`] : []));
