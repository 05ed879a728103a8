import { defineClue } from '#lib/catalogue/define.ts';

export const goWrongLength = defineClue({
  id: 'go/wrong-length',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['than the declared Content-Length', 'superfluous response.WriteHeader'],
  means: 'A handler sent more than it had declared, or its header twice.',
  provenance: { project: 'go', file: 'src/net/http/server.go, ErrContentLength', version: '1.19 to 1.24.9' },
  pattern:
    /^(?:[^\n]{0,120}: )?http: (?:wrote more than the declared Content-Length$|superfluous response\.WriteHeader call from )/,
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/22 12:26:10 http: superfluous response.WriteHeader call from main.main.func9 (main.go:61)',
      gives: {},
      from: 'captured, Go 1.19, its frame shortened',
      format: 'leading-time',
    },
    {
      line: '2026/11/22 12:26:08 write: http: wrote more than the declared Content-Length',
      gives: {},
      from: 'rebuilt from the template, Go 1.24.9',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
