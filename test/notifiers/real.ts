import { configure } from '#functions/config.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { withContext } from '#lib/engine/compose.ts';
import { observer } from '#lib/engine/observe.ts';
import { usualRedaction } from '#lib/engine/redact.ts';
import type { Alert } from '#lib/model/alert.ts';
import { eventTime, observedTime } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { judge } from '#lib/pipeline.ts';

// Alerts that the real engine makes of lines, redaction and all.

export const from = Date.UTC(2026, 10, 24, 3, 10);
const written = {
  sources: [
    { logGroup: '/app/nginx', role: 'proxy', formats: ['nginx-error', 'nginx-access'] },
    { logGroup: '/app/api', role: 'backend', formats: ['gunicorn', 'plain'] },
  ],
};

/** The incidents of lines that come a second after each other from `from` on. */
export function judged(proxy: readonly string[], backend: readonly string[]): readonly IncidentVerdict[] {
  const configured = configure(written, catalogue);
  if (configured.kind === 'wrong') throw new Error(configured.errors.join('\n'));
  const { run } = configured.setup;
  const eye = observer(catalogue, run.redaction);
  const pages = run.sources.flatMap(
    (source, index) =>
      eye.observe(
        (index === 0 ? proxy : backend).map((text, id) => ({
          id: `${source.name} ${id}`,
          source: source.name,
          text,
          observedAt: observedTime(from + id * 1_000 + 500),
        })),
        source,
      ).pages,
  );
  return judge(pages, 'default', run, catalogue).incidents;
}

/** nginx's error line, with what a stranger may write into it. */
export function closeLine(
  at: number,
  path: string,
  { referrer = '', agentHost = 'shop.example.com' } = {},
): string {
  const time = new Date(from + at).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
  const tail = referrer === '' ? '' : `, referrer: "${referrer}"`;
  return `${time} [error] 27#27: *${at} upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.1, server: shop.example.com, request: "GET ${path} HTTP/1.1", upstream: "http://127.0.0.1:8000${path}", host: "${agentHost}"${tail}`;
}

export const timeoutLine = (at: number, pid: number): string =>
  `[${new Date(from + at).toISOString().slice(0, 19).replace('T', ' ')} +0000] [1] [CRITICAL] WORKER TIMEOUT (pid:${pid})`;

export const firingOf = (incident: IncidentVerdict | undefined): Alert => {
  if (incident === undefined) throw new Error('the lines make no incident');
  return {
    conversation: '00c0ffee00c0ffee',
    status: 'firing',
    revision: 2,
    news: 'evidence has come',
    incident,
  };
};

/** Lines that stood near, raw as the log store holds them. */
export const nearby = (alert: Alert, texts: readonly string[]): Alert =>
  withContext(
    alert,
    texts.map((text, at) => ({ source: '/app/api', line: null, at: eventTime(from + at), text })),
    usualRedaction,
  );

let huge: IncidentVerdict | undefined;

/** Ten thousand closes on two hundred routes, with lines as long as clients make them. */
export function hugeIncident(): IncidentVerdict {
  huge ??= makeHuge();
  return huge;
}

function makeHuge(): IncidentVerdict {
  const closes = Array.from({ length: 10_000 }, (_, n) =>
    closeLine(n * 50, `/api/${word(n % 200)}/list?${'x'.repeat(400)}=${n}`, {
      referrer: `https://shop.example.com/${'r'.repeat(400)}`,
    }),
  );
  const timeouts = Array.from({ length: 500 }, (_, n) => timeoutLine(n * 1_000, 100 + n));
  const [incident] = judged(closes, timeouts);
  if (incident === undefined) throw new Error('the lines make no incident');
  return incident;
}

/** Letters alone: digits would be one route. */
const word = (n: number): string =>
  `${'abcdefghijklmnopqrstuvwxyz'[n % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(n / 26)]}-orders`;
