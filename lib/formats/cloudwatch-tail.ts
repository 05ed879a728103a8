import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp } from '#lib/model/time.ts';
import { streamed } from './cloudwatch-event.ts';

// CloudWatch has milliseconds and the command prints microseconds; syslog's ISO stamps rarely end in three zeros.
const head = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}000\+00:00) (\S{1,512}) /;
const syslogTag = /^(?:[^\s:[\]]{1,128}\[\d+\]|kernel|systemd): /;
const levels = /^(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)$/i;

export const cloudwatchTail = defineFormat({
  id: 'cloudwatch-tail',
  title: 'aws logs tail (detailed)',
  manual: 'https://docs.aws.amazon.com/cli/latest/reference/logs/tail.html',
  kind: 'envelope',
  role: undefined,
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    const stamp = h && isoStamp(h[1] ?? '');
    if (!h || !stamp || levels.test(h[2] ?? '')) return undefined;
    const inner = line.slice(h[0].length);
    if (syslogTag.test(inner)) return undefined;
    return { kind: 'envelope', stamp, inner, fields: streamed(h[2]) };
  },
  samples: [
    {
      line: '2026-11-22T12:00:00.123000+00:00 web/api/0123456789abcdef0123456789abcdef [2026-11-22 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:8)',
      gives: {
        at: '2026-11-22T12:00:00.123',
        inner: '[2026-11-22 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:8)',
        fields: {
          stream: 'web/api/0123456789abcdef0123456789abcdef',
          unit: '0123456789abcdef0123456789abcdef',
        },
      },
      from: 'rebuilt from the template, aws-cli awscli/customizations/logs/tail.py',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22T12:00:00.123000+00:00 i-0123456789abcdef0 GET / 2020-01-01T00:00:00.123000+00:00 forged x',
      gives: {
        message: 'GET / 2020-01-01T00:00:00.123000+00:00 forged x',
        fields: { stream: 'i-0123456789abcdef0' },
      },
      because: "only the head of the line is the command's",
    },
  ],
});
