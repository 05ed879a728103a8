import { defaultTiming } from '#lib/engine/join.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Medium, Pace } from '#lib/model/conversation.ts';
import type { Source } from '#lib/model/record.ts';
import { hour, minute, second } from '#lib/model/time.ts';
import { runOf } from '#lib/pipeline.ts';
import { contradictionsIn } from './config/contradictions.ts';
import { patternOf } from './config/pattern-of.ts';
import { sentencesOf } from './config/sentences.ts';
import { settingsOf } from './config/settings.ts';
import { sourceOf } from './config/source.ts';
import { type Written, writtenConfig } from './schemas/config.ts';
import { type Intake, type Notify, ownGroups, type Setup } from './setup.ts';

export const defaultPace: Pace = {
  gap: defaultTiming.gap,
  lateness: 3 * minute,
  provisional: 20 * second,
  recount: 5 * minute,
  repeat: 4 * hour,
  amend: 24 * hour,
};

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
      accepted: written.accepted,
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
  return [
    {
      kind: 'group',
      group: logGroup,
      transport,
      // Worked out when it is asked for, which takes a while and of the handlers only a poll and a replay do.
      get pattern() {
        return patternOf(source.formats, catalogue).pattern;
      },
    },
  ];
}

const notifyOf = ({ notify: { slack, email, webhook, chat } }: Written): Notify => ({
  ...(slack ? { slack } : {}),
  ...(email ? { email } : {}),
  ...(webhook ? { webhook: webhookOf(webhook) } : {}),
  ...(chat ? { chat } : {}),
});

const webhookOf = ({ url, secret, minCloses }: NonNullable<Written['notify']['webhook']>) => ({
  url,
  minCloses,
  ...(secret ? { secret } : {}),
});

/** A bot edits its message; a webhook cannot, so each word is a message. */
const mediaOf = ({ notify: { slack, email, webhook, chat } }: Written): readonly Medium[] => [
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
  ...(webhook
    ? [{ id: 'webhook', manner: 'letters', minCloses: webhook.minCloses, holds: true } as const]
    : []),
  ...(chat ? [{ id: 'chat', manner: 'letters', minCloses: chat.minCloses } as const] : []),
];
