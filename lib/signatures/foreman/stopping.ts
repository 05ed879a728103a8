import { defineClue, matched } from '#lib/catalogue/define.ts';

const words = /^sending (?<signal>SIGTERM|SIGKILL|SIGINT|SIGHUP) to all processes$/;

export const foremanStopping = defineClue({
  id: 'foreman/stopping',
  formats: ['plain'],
  needles: ['to all processes'],
  means: 'foreman stops all its processes: it was told to, or one of them has ended.',
  provenance: { project: 'foreman', file: 'lib/foreman/engine.rb', version: '0.87 to 0.90' },
  reads: (event) =>
    /\bsystem {1,40}\| sending /.test(event.record.text) ? matched(words, undefined, event) : [],
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -7000, to: 2000 },
  consequences: [
    { of: 'foreman/process-exited', within: { from: -3000, to: 0 } },
    { of: 'foreman/process-signalled', within: { from: -3000, to: 0 } },
  ],
  samples: [
    {
      line: '12:59:24 system   | sending SIGTERM to all processes',
      gives: { signal: 'SIGTERM' },
      from: 'captured, foreman 0.87.2',
      format: 'compose',
    },
  ],
  nearMisses: [
    {
      line: '12:59:24 web.1    | sending mail to all processes',
      because: 'an application speaks',
      format: 'compose',
    },
    { line: 'sending SIGTERM to all processes', because: 'an init, or a script; foreman speaks as `system`' },
  ],
});
