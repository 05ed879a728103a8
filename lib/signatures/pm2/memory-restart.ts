import { defineClue } from '#lib/catalogue/define.ts';

export const pm2MemoryRestart = defineClue({
  id: 'pm2/memory-restart',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['because it exceeds --max-memory-restart value'],
  means: 'PM2 restarted a process that held more than max_memory_restart, which cuts requests in flight.',
  provenance: { project: 'pm2', file: 'lib/Worker.js', version: '7.0.3 to 7.0.4' },
  pattern:
    /^(?:PM2 (?:log|error): )?\[PM2\]\[WORKER\] Process \S{1,20} restarted because it exceeds --max-memory-restart value \(current_memory=(?<bytes>\d+) max_memory_limit=\d+ \[octets\]\)$/,
  points: [{ cause: 'worker-recycle', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:59:56: PM2 log: [PM2][WORKER] Process 0 restarted because it exceeds --max-memory-restart value (current_memory=533884928 max_memory_limit=73400320 [octets])',
      gives: { bytes: 533_884_928 },
      from: 'captured, PM2 7.0.4',
    },
  ],
  nearMisses: [],
});
