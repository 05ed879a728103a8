import { defineFormat } from '#lib/catalogue/define.ts';
import { jsonObject, present, scalar, stampIn } from '#lib/catalogue/define-json.ts';

const keys: ReadonlySet<string> = new Set(['log', 'stream', 'time', 'attrs']);

export const dockerJson = defineFormat({
  id: 'docker-json',
  title: 'Docker json-file log driver',
  manual: 'https://docs.docker.com/engine/logging/drivers/json-file/',
  kind: 'envelope',
  role: undefined,
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    if (!line.startsWith('{"log":')) return undefined;
    const object = jsonObject(line);
    const log = object?.['log'];
    if (!object || typeof log !== 'string' || Object.keys(object).some((key) => !keys.has(key)))
      return undefined;
    // Docker splits at 16 KiB; only the last part of a line ends in a line feed.
    const whole = log.endsWith('\n');
    return {
      kind: 'envelope',
      stamp: stampIn(object['time']),
      inner: whole ? log.slice(0, -1) : log,
      fields: present({ stream: scalar(object['stream']), partial: whole ? undefined : 'yes' }),
    };
  },
  samples: [
    {
      line: '{"log":"[2026-11-22 11:56:07 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)\\n","stream":"stderr","time":"2026-11-22T11:56:07.412345678Z"}',
      gives: {
        at: '2026-11-22T11:56:07.412',
        inner: '[2026-11-22 11:56:07 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)',
        fields: { stream: 'stderr', partial: '' },
      },
      from: 'rebuilt from the template, moby daemon/logger/jsonfilelog/jsonlog/jsonlogbytes.go',
    },
    {
      line: '{"log":"the first 16 KiB of a long line","stream":"stdout","time":"2026-11-22T11:56:07Z"}',
      gives: { inner: 'the first 16 KiB of a long line', fields: { stream: 'stdout', partial: 'yes' } },
      from: 'rebuilt from the template, moby daemon/logger/jsonfilelog/jsonlog/jsonlogbytes.go',
    },
  ],
  forgeries: [
    {
      line: '{"log":"GET /\\",\\"stream\\":\\"stdin\\",\\"time\\":\\"2020-01-01T00:00:00Z\\n","stream":"stdout","time":"2026-11-22T11:56:07Z"}',
      gives: {
        message: 'GET /","stream":"stdin","time":"2020-01-01T00:00:00Z',
        fields: { stream: 'stdout' },
      },
      because: 'JSON escapes what a client sends, so it stays inside the log text',
    },
  ],
});
