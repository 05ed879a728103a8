import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const scenarios = join(import.meta.dirname, '../scenarios');

/** A log of a recorded scenario, as text. */
export const recorded = (story: string, name: string): string =>
  readFileSync(join(scenarios, story, 'logs', name), 'utf8');

/** gunicorn killed workers at its time-out: four closes, in a proxy log without a zone and a backend log in UTC. */
export const timeout = {
  proxy: recorded('gunicorn-worker-timeout', 'nginx-error.log'),
  access: recorded('gunicorn-worker-timeout', 'nginx-access.log'),
  backend: recorded('gunicorn-worker-timeout', 'gunicorn.log'),
  told: { closes: 4, causes: ['worker-timeout confirmed'] },
} as const;
