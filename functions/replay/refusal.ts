import { size } from '#lib/model/words.ts';

/** Why the past could not be read, told apart by what can be done about it. `why` is what the service said. */
export type Refusal =
  | { readonly kind: 'throttled' }
  | { readonly kind: 'unreachable'; readonly why: string }
  /** A page's token is good for 24 h. */
  | { readonly kind: 'stale-token'; readonly group: string }
  | { readonly kind: 'missing'; readonly group: string }
  | { readonly kind: 'denied'; readonly group: string; readonly why: string }
  | { readonly kind: 'class'; readonly group: string; readonly class?: string }
  | { readonly kind: 'beyond-retention'; readonly group: string; readonly days: number }
  | { readonly kind: 'credentials'; readonly why: string }
  | { readonly kind: 'region' }
  | { readonly kind: 'invalid'; readonly group: string; readonly why: string }
  | { readonly kind: 'too-many'; readonly signals: number; readonly needed: number };

export class LogsRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(spokenRefusal(refusal).what, options);
    this.refusal = refusal;
  }
}

/** Undefined for an error that is something else. */
export const refusalOf = (error: unknown): Refusal | undefined =>
  error instanceof LogsRefused ? error.refusal : undefined;

/** Whether the same question may well be answered in a moment. */
export const passes = ({ kind }: Refusal): boolean => kind === 'throttled' || kind === 'unreachable';

/** What is wrong, and what to do; each ends without a full stop. */
export function spokenRefusal(refusal: Refusal): { readonly what: string; readonly remedy: string } {
  switch (refusal.kind) {
    case 'throttled':
      return {
        what: 'CloudWatch Logs goes on answering that it is asked too often',
        remedy: 'others in this account and Region read too: ask again later, or at a lower rate',
      };
    case 'unreachable':
      return {
        what: `CloudWatch Logs cannot be reached: ${refusal.why}`,
        remedy: 'check the network, AWS_REGION and AWS_ENDPOINT_URL, and ask again',
      };
    case 'stale-token':
      return {
        what: `a page of ${refusal.group} was asked for more than 24 h after the one before it`,
        remedy: 'ask again',
      };
    case 'missing':
      return {
        what: `there is no log group ${refusal.group} in this account and Region`,
        remedy:
          'correct its name, or choose the Region (AWS_REGION) and the account (AWS_PROFILE) that have it',
      };
    case 'denied':
      return {
        what: `${refusal.group} may not be read: ${refusal.why}`,
        remedy: `allow logs:FilterLogEvents on log-group:${refusal.group}:* (and kms:Decrypt, where the group has a key of its own)`,
      };
    case 'class':
      return {
        what: `${refusal.group} is of the log class ${refusal.class ?? 'INFREQUENT_ACCESS'}, whose events FilterLogEvents does not return`,
        remedy:
          'only the class STANDARD can be replayed, and a group keeps its class for life: leave the group out, or export its events with Logs Insights and pass the file to closecall explain',
      };
    case 'beyond-retention':
      return {
        what: `${refusal.group} keeps its events for ${refusal.days} days, and the whole window is older`,
        remedy: 'take a later window, or leave this group out of the sources',
      };
    case 'credentials':
      return {
        what: `AWS does not accept the credentials, or there are none: ${refusal.why}`,
        remedy: 'sign in (aws sso login), or name a profile with AWS_PROFILE',
      };
    case 'region':
      return { what: 'no Region is chosen', remedy: 'name one with AWS_REGION, for example eu-central-1' };
    case 'invalid':
      return {
        what: `CloudWatch Logs does not take the question about ${refusal.group}: ${refusal.why}`,
        remedy: 'check the name of the group and the window',
      };
    case 'too-many':
      return {
        what: `${refusal.signals} lines or more bear on a close, and weighing them takes about ${size(refusal.needed)} of memory, more than this process may have`,
        remedy: 'take a shorter window',
      };
  }
}
