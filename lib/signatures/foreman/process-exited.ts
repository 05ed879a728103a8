import { defineClue, matched } from '#lib/catalogue/define.ts';

const words = /^exited with code (?<code>[1-9]\d{0,2})$/;

export const foremanProcessExited = defineClue({
  id: 'foreman/process-exited',
  formats: ['plain'],
  needles: ['exited with code '],
  means: 'A process that foreman runs ended with an error code, and foreman stops the others for it.',
  provenance: { project: 'foreman', file: 'lib/foreman/engine.rb', version: '0.87 to 0.90' },
  reads: (event) => (/ {1,40}\| exited /.test(event.record.text) ? matched(words, undefined, event) : []),
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3000, to: 3000 },
  consequences: [],
  samples: [
    {
      line: '12:59:19 web.1    | exited with code 2',
      gives: { code: 2 },
      from: 'captured, foreman 0.87.2',
      format: 'compose',
    },
  ],
  nearMisses: [
    { line: '12:59:19 web.1    | exited with code 0', because: 'without an error', format: 'compose' },
    {
      line: '12:59:19 web.1    | worker exited with code 2',
      because: 'the process speaks of another',
      format: 'compose',
    },
    { line: 'exited with code 2', because: 'a script; foreman names the process before its words' },
  ],
});
