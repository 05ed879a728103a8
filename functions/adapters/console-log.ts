import type { Log } from '#functions/ports.ts';

/** One JSON line for each sentence and figure: CloudWatch reads the fields. */
export const consoleLog: Log = {
  warn: (sentence, fields = {}) =>
    console.warn(JSON.stringify({ level: 'WARN', message: sentence, ...fields })),
  count: (metric, value) => console.log(JSON.stringify({ level: 'INFO', metric, value })),
};
