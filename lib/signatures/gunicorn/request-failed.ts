import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornRequestFailed = defineClue({
  id: 'gunicorn/request-failed',
  formats: ['gunicorn', ...anyText],
  needles: ['Error handling request'],
  means: 'The application raised an exception and gunicorn answered 500: no close by itself.',
  provenance: {
    project: 'gunicorn',
    file: 'gunicorn/workers/base.py, handle_error',
    version: '19.9.0 to 26.1.0',
  },
  // The method stands there since 25.2.
  pattern:
    /^Error handling request (?:(?:(?<method>[A-Z]{1,20}) )?(?<target>\/\S*|\*|https?:\/\/\S+)|\(no URI read\))(?=\n|$)/,
  adds: (_, event) => (event.fields['serverPid'] ? { pid: Number(event.fields['serverPid']) } : {}),
  points: [{ cause: 'crash', strength: 'context' }],
  within: { from: -2_000, to: 2_000 },
  // From 22 on, a sync worker that is timed out answers its request with 500.
  consequences: [{ of: 'gunicorn/worker-timeout', sharing: 'pid', within: { from: -3_000, to: 0 } }],
  samples: [
    {
      line: '[2026-11-22 11:56:02 +0000] [29947] [ERROR] Error handling request GET /slow?8',
      gives: { pid: 29947, method: 'GET', target: '/slow?8' },
      from: 'captured, gunicorn 26.2.0',
    },
    {
      line: '[2026-11-22 11:49:39 +0000] [4991] [ERROR] Error handling request /exc',
      gives: { target: '/exc' },
      from: 'captured, gunicorn 20.1.0',
    },
    {
      line: '[2024-05-06 08:00:00 +0000] [17] [ERROR] Error handling request (no URI read)',
      gives: { pid: 17 },
      from: 'rebuilt from the template, gunicorn 23.0.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:55:55 +0000] [29898] [ERROR] Error handling request',
      because: 'without a path it is an exception after the headers, and the answer is cut',
    },
  ],
});
