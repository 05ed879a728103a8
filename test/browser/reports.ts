import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IncidentVerdict, Verdict } from '#lib/model/verdict.ts';
import { html } from '#lib/notifiers/html.ts';
import { stories, storyNamed } from '#test/notifiers/stories.ts';

const scenarios = join(import.meta.dirname, '../scenarios');
const recorded = (name: string) => ({
  name,
  page: html(JSON.parse(readFileSync(join(scenarios, name, 'verdict.json'), 'utf8')) as Verdict),
});

/** 12,034 closes in two hours, in every colour there is: each family once, and a rest. */
function large(): Verdict {
  const verdict = storyNamed('two-causes');
  const [incident] = verdict.incidents;
  const [finding] = incident?.findings ?? [];
  if (!incident || !finding) throw new Error('the story has a finding');
  const families = ['exited', 'timed out', 'rejected', 'cut short', 'path'] as const;
  const levels = ['confirmed', 'likely', 'possible'] as const;
  const spans = Array.from({ length: 60 }, (_, index) => ({
    at: new Date(Date.UTC(2026, 10, 24, 3, 2 * index)).toISOString(),
    cause: index % 7 === 6 ? null : (families[index % 5] ?? null),
    closes: 1 + ((index * 37) % 400),
  }));
  const big: IncidentVerdict = {
    ...incident,
    service: 'a-service-with-a-name-that-goes-on-and-on-and-has-no-place-to-break',
    end: '2026-11-24T05:00:00.000Z',
    closes: 12_034,
    requests: 11_900,
    moments: { lengthMs: 120_000, spans },
    findings: families.map((family, index) => ({
      ...finding,
      family,
      cause: family,
      confidence: levels[index % 3] ?? 'possible',
      closes: 2_400,
    })),
  };
  return { ...verdict, incidents: [big] };
}

/** Pages of every shape: recorded incidents, made-up ones, and a large one. */
export const reports: readonly { readonly name: string; readonly page: string }[] = [
  ...[
    'gunicorn-worker-timeout',
    'node-keepalive-race',
    'one-proxy-two-services',
    'two-causes',
    'unexplained',
    'lookalikes',
    'healthy',
  ].map(recorded),
  ...stories.map(({ name, verdict }) => ({ name: `made up: ${name}`, page: html(verdict) })),
  { name: 'made up: large', page: html(large()) },
];
