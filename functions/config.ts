import { filterPattern } from '#lib/catalogue/filter-pattern.ts';
import { defaultTiming } from '#lib/engine/join.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Medium, Pace } from '#lib/model/conversation.ts';
import type { Source } from '#lib/model/record.ts';
import { hour, type Millis, minute, second } from '#lib/model/time.ts';
import { needlesOf, type Run, runOf } from '#lib/pipeline.ts';
import { contradictionsIn } from './config/contradictions.ts';
import { sentencesOf } from './config/sentences.ts';
import { settingsOf } from './config/settings.ts';
import { sourceOf } from './config/source.ts';
import { type Written, writtenConfig } from './schemas/config.ts';

/** Everything a handler knows besides its event. */
export interface Setup {
  readonly catalogue: Catalogue;
  readonly run: Run;
  readonly pace: Pace;
  readonly media: readonly Medium[];
  readonly notify: Notify;
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

export const defaultPace: Pace = {
  gap: defaultTiming.gap,
  lateness: 3 * minute,
  provisional: 20 * second,
  recount: 5 * minute,
  repeat: 4 * hour,
  amend: 24 * hour,
};

/** The log groups of closecall itself: reading them would feed what it says back to it. */
export const ownGroups = '/closecall/';

export type Configured =
  | { readonly kind: 'ready'; readonly setup: Setup }
  /** Each error names where, what stands there, and what to write instead. */
  | { readonly kind: 'wrong'; readonly errors: readonly string[] };

/** A configuration, as parsed from JSON, made ready for the handlers. */
export function configure(json: unknown, catalogue: Catalogue): Configured {
  const parsed = writtenConfig.safeParse(json, { reportInput: true });
  if (!parsed.success) return { kind: 'wrong', errors: parsed.error.issues.flatMap(sentencesOf) };
  const written = parsed.data;
  const settings = settingsOf(written.settings, catalogue);
  const errors = [...settings.errors, ...contradictionsIn(written, catalogue, ownGroups)];
  if (errors.length > 0) return { kind: 'wrong', errors };
  const { gap, lateness, provisional, repeat, horizon, ttl } = written.timings;
  const sources = written.sources.map((each) => sourceOf(each, catalogue));
  return {
    kind: 'ready',
    setup: {
      catalogue,
      run: runOf(sources, settings.known, { ...defaultTiming, gap }, written.redaction),
      pace: { ...defaultPace, gap, lateness, provisional, repeat },
      media: mediaOf(written),
      notify: notifyOf(written),
      intakes: written.sources.flatMap((each, index) => intakeOf(each, sources[index], catalogue)),
      horizon,
      ttl,
      retention: written.retention,
    },
  };
}

function intakeOf(
  written: Written['sources'][number],
  source: Source | undefined,
  catalogue: Catalogue,
): readonly Intake[] {
  if (!source) return [];
  if ('ecsCluster' in written) return [{ kind: 'ecs', cluster: written.ecsCluster, source: source.name }];
  const { logGroup, transport } = written;
  const { pattern } = filterPattern(needlesOf(catalogue, source.formats));
  return [{ kind: 'group', group: logGroup, transport, pattern }];
}

const notifyOf = ({ notify: { slack, email } }: Written): Notify => ({
  ...(slack ? { slack } : {}),
  ...(email ? { email } : {}),
});

/** A bot edits its message; a webhook cannot, so each word is a message. */
const mediaOf = ({ notify: { slack, email } }: Written): readonly Medium[] => [
  ...(slack
    ? [
        {
          id: 'slack',
          manner: 'webhook' in slack ? 'letters' : 'living',
          minCloses: slack.minCloses,
        } as const,
      ]
    : []),
  ...(email ? [{ id: 'email', manner: 'letters', minCloses: email.minCloses } as const] : []),
];
