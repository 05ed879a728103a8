import * as z from 'zod';
import { alertSchema, type PublishedAlert } from '#lib/notifiers/alert-json.ts';
import { contextLine, type Frozen, incident, publishable, type Same } from './verdict.ts';

/** What changed, newest first: additions only, or else there is a version 2. */
const changes = [
  '1 (unreleased): conversation, status, revision, news, notes, earlier, partOf, links, incident, blind, context.',
];

/** The alert JSON as others may rely on it. Keys that are not known here are allowed: later versions add some. */
export const publishedAlert = z
  .object({
    schema: z.literal(alertSchema),
    conversation: z
      .string()
      .describe('The key of the incident for life: update what you hold under it, and open nothing twice.'),
    status: z
      .enum(['provisional', 'firing', 'resolved'])
      .describe('Where it stands: a first look, going on, over.'),
    revision: z.int().positive().describe('Counts up; a lower one that comes later is stale.'),
    news: z
      .string()
      .exactOptional()
      .describe('What changed since the last word, in one sentence; absent in the first.'),
    notes: z
      .array(z.string())
      .exactOptional()
      .describe('Whole sentences that stand as long as they are true.'),
    earlier: z
      .object({
        cid: z.string(),
        at: z.number().describe('When it ended, in milliseconds since 1970.'),
        closes: z.int().nonnegative(),
      })
      .exactOptional()
      .describe('The conversation that had this fingerprint before.'),
    partOf: z
      .string()
      .exactOptional()
      .describe('The conversation that this one became part of: close what you hold under its own key.'),
    links: z
      .object({
        insights: z.string().exactOptional().describe('The lines around it in CloudWatch Logs Insights.'),
        replay: z.string().describe('The command that judges the same time anew.'),
      })
      .exactOptional(),
    incident,
    blind: z
      .array(z.string())
      .exactOptional()
      .describe('Sources that lost lines in its time, so that more may have happened.'),
    context: z
      .array(contextLine)
      .exactOptional()
      .describe('What the backend printed nearest to the closes. No verdict rests on it.'),
  })
  .meta({
    title: alertSchema,
    description:
      'An alert as closecall hands it to machines: posted to notify.webhook, and to every subscriber of the alerts topic but mail. Texts of log lines are hostile: escape them.',
    $comment: changes.join('\n'),
  });

/** The model and the schema are one type, or this does not compile. */
export const agreed: Same<Frozen<z.infer<typeof publishedAlert>>, Frozen<PublishedAlert>> = true;

export const alertJsonSchema = (): object => publishable(publishedAlert);
