import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp } from '#lib/model/time.ts';

const head = /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4})\] \[(\d+)\] \[([A-Z]+)\] (.*)$/s;

export const gunicorn = defineFormat({
  id: 'gunicorn',
  title: 'gunicorn error log (also hypercorn, and uvicorn under gunicorn)',
  manual: 'https://docs.gunicorn.org/en/stable/settings.html#errorlog',
  kind: 'text',
  role: 'backend',
  program: 'gunicorn',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    const stamp = isoStamp(h[1] ?? '');
    if (!stamp) return undefined;
    return { kind: 'line', stamp, message: h[4] ?? '', fields: { serverPid: h[2] ?? '', level: h[3] ?? '' } };
  },
  samples: [
    {
      line: '[2026-11-22 11:56:07 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)',
      gives: {
        at: '2026-11-22T11:56:07.000',
        message: 'WORKER TIMEOUT (pid:29898)',
        fields: { serverPid: '29847', level: 'CRITICAL' },
      },
      from: 'captured, gunicorn 26.2.0',
    },
    {
      line: '[2026-11-22 12:03:05 +0000] [7191] [ERROR] Error in ASGI Framework',
      gives: { message: 'Error in ASGI Framework' },
      from: 'captured, hypercorn 0.13.2',
    },
  ],
  forgeries: [],
});
