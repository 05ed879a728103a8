import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp } from '#lib/model/time.ts';

const head = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{1,9}))?(?:Z|[+-]\d\d:\d\d)?) /;
const cri = /^(?:stdout|stderr) [FP](?::| |$)/;
/** `docker events` stamps so too, and these are its own words. */
const dockerEvent = /^container [a-z_]{2,20}(?:: .{1,400})? [0-9a-f]{64} \(/;
/**
 * How lines begin that carry a time, a program's head or JSON of their own: only before those is a stamp somebody
 * else's. Before anything else it is the program's own (`leading-time`).
 */
const another =
  /^(?:\{"|\[? ?[A-Z]? ?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:|\[?\d\d[-/][A-Z][a-z]{2}[-/]\d{4}[: ]|\[?(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} [ \d]\d \d\d:|\[?\d\d:\d\d:\d\d[ .,]|\[ *\d+\.\d{6}\]|[IWEF]\d{4} \d\d:|[DIWEFAU], \[|<\d{1,3}>|\S{1,64} (?!\S{1,64}: )\S{1,64} \S{1,64} \[\d\d\/[A-Z][a-z]{2}\/\d{4}:|(?:time|level|ts)=|\[pod\/|[\w.-]{1,64} +\| )/;

export const stampedLine = defineFormat({
  id: 'stamped-line',
  title:
    "a stamp before somebody else's line (docker or kubectl logs --timestamps, aws logs tail --format short, S3 export)",
  manual: 'https://docs.docker.com/reference/cli/docker/container/logs/',
  kind: 'envelope',
  role: undefined,
  clock: { zone: 'either', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    const inner = line.slice(h[0].length);
    // Docker and Kubernetes print all nine digits; hardly any program does.
    if (h[2]?.length === 9 ? cri.test(inner) || dockerEvent.test(inner) : !another.test(inner))
      return undefined;
    const stamp = isoStamp(h[1] ?? '');
    return stamp && { kind: 'envelope', stamp, inner, fields: {} };
  },
  samples: [
    {
      line: '2026-11-22T12:00:00.123456789Z Node.js v20.20.2',
      gives: { at: '2026-11-22T12:00:00.123', inner: 'Node.js v20.20.2' },
      from: 'rebuilt from the template, docker/cli cli/command/container/logs.go',
    },
    {
      line: '2026-11-22T12:00:00.123Z 2026/11/22 12:00:00 [error] 88#88: *53 upstream prematurely closed connection while reading response header from upstream',
      gives: {
        at: '2026-11-22T12:00:00.123',
        inner:
          '2026/11/22 12:00:00 [error] 88#88: *53 upstream prematurely closed connection while reading response header from upstream',
      },
      from: 'rebuilt from the template, CloudWatch Logs user guide, "Exporting log data to Amazon S3"',
    },
    {
      line: '2026-11-22T12:00:00 [2026-11-22 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:8)',
      gives: {
        at: '2026-11-22T12:00:00.000',
        inner: '[2026-11-22 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:8)',
      },
      from: 'rebuilt from the template, aws-cli awscli/customizations/logs/tail.py',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22T12:00:00.123456789Z GET / 2020-01-01T00:00:00.123456789Z forged',
      gives: { message: 'GET / 2020-01-01T00:00:00.123456789Z forged', fields: {} },
      because: "only the stamp at the start of the line is the collector's",
    },
  ],
});
