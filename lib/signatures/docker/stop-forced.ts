import { defineClue } from '#lib/catalogue/define.ts';

/** `10s`, `1m30s`, `10` in ms. */
const span = (text: string): number =>
  (Number(/(\d+)m/.exec(text)?.[1] ?? 0) * 60 + Number(/(\d+)s?$/.exec(text)?.[1] ?? 0)) * 1_000;

export const dockerStopForced = defineClue({
  id: 'docker/stop-forced',
  formats: ['logfmt', 'app-json', 'plain'],
  needles: ['using the force'],
  means: 'The container did not stop in time, and Docker killed it with SIGKILL.',
  provenance: { project: 'moby', file: 'daemon/stop.go', version: '1.10 to 28.5.2' },
  pattern:
    /^Container (?:(?<container>[0-9a-f]{64}) )?failed to exit within (?<limit>[\dms.]{1,12})(?: seconds)? of signal \w{1,12} - using the force$/,
  adds: ({ limit = '', container }, { fields }) => ({
    limit: span(limit),
    ...((container ?? fields['container']) ? { container: container ?? fields['container'] ?? '' } : {}),
  }),
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -15000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="Container failed to exit within 10s of signal 15 - using the force" container=6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504', limit: 10000 },
      from: 'rebuilt from the template, moby 28.5.2 daemon/stop.go',
    },
    {
      line: 'time="2016-11-22T12:00:20.912345678Z" level=info msg="Container 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 failed to exit within 10 seconds of signal 15 - using the force"',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504', limit: 10000 },
      from: 'rebuilt from the template, moby 1.10 daemon/stop.go',
    },
  ],
  nearMisses: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="Container failed to exit within 10s of kill - trying direct SIGKILL" container=6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
      because: 'the kill itself got stuck',
    },
  ],
});
