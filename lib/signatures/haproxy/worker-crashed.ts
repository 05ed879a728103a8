import { defineClue } from '#lib/catalogue/define.ts';

export const haproxyWorkerCrashed = defineClue({
  id: 'haproxy/worker-crashed',
  formats: ['haproxy-notice'],
  needles: ['Current worker'],
  means: 'A worker of HAProxy itself died, with all its connections; no backend closed.',
  provenance: { project: 'HAProxy', file: 'src/mworker.c', version: 'v3.4.0; captured 2.6.12' },
  pattern: /^Current worker (?:#\d+ )?\((?<pid>\d+)\) exited with code (?<code>\d+) \((?!Exit\))/,
  points: [],
  within: { from: -5000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '[ALERT]    (6857) : Current worker (7747) exited with code 139 (Segmentation fault)',
      gives: { pid: 7747, code: 139 },
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  nearMisses: [
    {
      line: '[WARNING]  (6857) : Former worker (6919) exited with code 0 (Exit)',
      because: 'the old worker after a reload',
    },
  ],
});
