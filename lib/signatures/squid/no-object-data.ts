import { defineSymptom } from '#lib/catalogue/define.ts';
import { squidSource } from '#lib/catalogue/define-squid.ts';

export const squidNoObjectData = defineSymptom({
  id: 'squid/no-object-data',
  formats: ['squid-cache'],
  needles: ['Invalid Response: No object data received for '],
  means:
    'The backend closed the connection without sending a byte, which an accelerator says in its cache log; on a reused connection Squid may have asked again.',
  provenance: { ...squidSource, file: 'src/http.cc', version: '3.5.7 to 7' },
  pattern:
    /^WARNING: HTTP: Invalid Response: No object data received for (?:[a-z]+:\/\/(?<host>[^\s/?]{1,300}))?(?<target>\/\S*) AKA \S+$/,
  // While a body was still being sent, a reset reads the same.
  adds: { phase: 'header', by: 'fin' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 12:08:38| WARNING: HTTP: Invalid Response: No object data received for http://app.test/hdr/fin AKA http://app.test/hdr/fin',
      gives: { phase: 'header', by: 'fin', host: 'app.test', target: '/hdr/fin' },
      from: 'captured, Squid 5.7',
    },
    {
      line: '2026/11/22 12:08:38 kid2| WARNING: HTTP: Invalid Response: No object data received for http://app.test/hdr/fin AKA app.test/hdr/fin',
      gives: { phase: 'header', by: 'fin', host: 'app.test', target: '/hdr/fin' },
      from: 'rebuilt from the template, Squid 3.5.7 src/http.cc',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:08:38| WARNING: HTTP: Invalid Response: Bad header encountered from http://app.test/No object data received for  AKA http://app.test/',
      because: 'something came, and it was no header',
    },
  ],
});
