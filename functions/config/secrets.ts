import type { Notify, SecretRef } from '#functions/setup.ts';

/** Every secret that a configuration names, with what it is, as a person calls it. */
export function secretsIn({
  slack,
  webhook,
}: Notify): readonly { readonly what: string; readonly ref: SecretRef }[] {
  return [
    ...(slack && 'webhook' in slack ? [{ what: 'slack webhook', ref: slack.webhook }] : []),
    ...(slack && 'token' in slack ? [{ what: 'slack token', ref: slack.token }] : []),
    ...(webhook ? [{ what: 'webhook url', ref: webhook.url }] : []),
    ...(webhook?.secret ? [{ what: 'webhook secret', ref: webhook.secret }] : []),
  ];
}
