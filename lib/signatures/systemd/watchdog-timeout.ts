import { defineClue } from '#lib/catalogue/define.ts';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** `1min 30s` in ms. */
const span = (text: string): number =>
  [...text.matchAll(/(\d+)(ms|min|s|h|d)\b/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0),
    0,
  );

export const systemdWatchdogTimeout = defineClue({
  id: 'systemd/watchdog-timeout',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['Watchdog timeout (limit '],
  means: 'The unit did not report to systemd within WatchdogSec and is aborted.',
  provenance: { project: 'systemd', file: 'src/core/service.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Watchdog timeout \(limit (?<reason>[0-9a-z ]{1,40})\)!$/,
  adds: ({ reason = '' }) => ({ limit: span(reason) }),
  points: [{ cause: 'worker-timeout', strength: 'decisive' }],
  within: { from: -30_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'systemd[1]: api.service: Watchdog timeout (limit 1min 30s)!',
      gives: { unit: 'api.service', limit: 90000, reason: '1min 30s' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
    {
      line: 'api.service: Watchdog timeout (limit 500ms)!',
      gives: { unit: 'api.service', limit: 500 },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
  ],
  nearMisses: [],
});
