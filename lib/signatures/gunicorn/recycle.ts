import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornRecycle = defineClue({
  id: 'gunicorn/recycle',
  formats: ['gunicorn', ...anyText],
  needles: ['Autorestarting worker after current request'],
  means: 'A worker has served max_requests and is replaced after this request; its idle connections close.',
  provenance: {
    project: 'gunicorn',
    file: 'gunicorn/workers/{sync,gthread,base_async}.py',
    version: '19.9.0 to 26.1.0',
  },
  pattern: /^Autorestarting worker after current request\.$/,
  adds: (_, event) => (event.fields['serverPid'] ? { pid: Number(event.fields['serverPid']) } : {}),
  points: [{ cause: 'worker-recycle', strength: 'strong' }],
  within: { from: -5_000, to: 1_000 },
  endedBy: [{ of: 'gunicorn/worker-exiting', sharing: 'pid' }],
  consequences: [],
  samples: [
    {
      line: '[2026-11-22 11:58:44 +0000] [1174] [INFO] Autorestarting worker after current request.',
      gives: { pid: 1174 },
      from: 'captured, gunicorn 26.2.0',
    },
  ],
  nearMisses: [],
});
