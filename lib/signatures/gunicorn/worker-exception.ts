import { anyText, behindLogger, defineClue } from '#lib/catalogue/define.ts';

export const gunicornWorkerException = defineClue({
  id: 'gunicorn/worker-exception',
  formats: ['gunicorn', ...anyText],
  needles: ['Exception in worker process'],
  means: 'A worker died of an exception that nothing caught, in the application or while it was loaded.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, spawn_worker', version: '19.9.0 to 26.1.0' },
  behind: behindLogger('gunicorn.error'),
  pattern: /^Exception in worker process(?=\n|$)/,
  adds: (_, event) => (event.fields['serverPid'] ? { pid: Number(event.fields['serverPid']) } : {}),
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -1_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[2024-05-06 08:00:00 +0000] [17] [ERROR] Exception in worker process',
      gives: { pid: 17 },
      from: 'rebuilt from the template, gunicorn 22.0.0',
    },
    {
      line: '{"asctime": "2026-11-22 12:03:19,250", "levelname": "ERROR", "name": "gunicorn.error", "message": "Exception in worker process"}',
      gives: {},
      from: 'rebuilt from the template, python-json-logger 3',
      format: 'app-json',
    },
  ],
  nearMisses: [
    { line: 'Exception in worker', because: 'one thread of a pool; the process lives on', format: 'plain' },
    {
      line: '2026-11-22 12:03:19,250 ERROR Exception in worker process',
      because: 'a pool of workers of an application',
      format: 'leading-time',
    },
  ],
});
