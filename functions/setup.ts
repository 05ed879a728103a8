import type { Catalogue, Lexicon } from '#lib/model/catalogue.ts';
import type { Accepted, Medium, Pace } from '#lib/model/conversation.ts';
import type { Millis } from '#lib/model/time.ts';
import type { Run } from '#lib/pipeline.ts';

/** The log groups of closecall itself: reading them would feed what it says back to it. */
export const ownGroups = '/closecall/';

/** Everything a handler knows besides its event. */
export interface Setup<Known extends Lexicon = Catalogue> {
  readonly catalogue: Known;
  readonly run: Run;
  readonly pace: Pace;
  readonly media: readonly Medium[];
  readonly notify: Notify;
  /** Closes that people know of and live with. */
  readonly accepted: readonly Accepted[];
  readonly intakes: readonly Intake[];
  /** Older lines are counted and not stored. */
  readonly horizon: Millis;
  /** How long pages are kept. */
  readonly ttl: Millis;
  /** Days for which own log groups keep their lines. */
  readonly retention: number;
}

/** Where a secret is kept: an SSM SecureString by its name, or a secret by its full ARN. */
export type SecretRef = { readonly parameter: string } | { readonly secretArn: string };

export type Slack =
  | {
      readonly channel: string;
      readonly token: SecretRef;
      /** Ends in a slash. */
      readonly api: string;
      readonly minCloses: number;
    }
  | { readonly webhook: SecretRef; readonly minCloses: number };

export interface Notify {
  readonly slack?: Slack;
  readonly email?: { readonly to: readonly string[]; readonly minCloses: number };
  readonly webhook?: { readonly url: SecretRef; readonly secret?: SecretRef; readonly minCloses: number };
  readonly chat?: { readonly minCloses: number };
}

/** How the lines of a source come, in the order of `run.sources`. */
export type Intake =
  | {
      readonly kind: 'group';
      readonly group: string;
      readonly transport: 'subscribe' | 'poll';
      /** The CloudWatch filter pattern that lets its signals through. */
      readonly pattern: string;
    }
  | {
      readonly kind: 'ecs';
      readonly cluster: string;
      /** The name of its source. */
      readonly source: string;
    };

/** A setup without the catalogue, which the code brings along. */
export type Ready = Omit<Setup, 'catalogue'>;

/**
 * What stands beside each handler: the configuration, checked and made ready when the stack was synthesised. A
 * handler reads it as it is, and needs neither the checks nor what they are made of.
 */
export const setupText = ({ catalogue: _code, ...ready }: Setup): string => JSON.stringify(ready);

export const readSetup = (text: string): Ready => JSON.parse(text);
