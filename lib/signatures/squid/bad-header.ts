import { defineSymptom } from '#lib/catalogue/define.ts';
import { squidSource } from '#lib/catalogue/define-squid.ts';

export const squidBadHeader = defineSymptom({
  id: 'squid/bad-header',
  formats: ['squid-cache'],
  needles: ['WARNING: HTTP: Invalid Response: '],
  means: 'The response header was cut off by the backend, or was none, says the cache log.',
  provenance: { ...squidSource, file: 'src/http.cc', version: '3.5.7 to 7' },
  pattern:
    /^WARNING: HTTP: Invalid Response: (?:Bad header encountered from|Headers did not parse at all for|No reply at all for) (?:[a-z]+:\/\/(?<host>[^\s/?]{1,300}))?(?<target>\/\S*) AKA \S+$/,
  adds: { phase: 'header', by: 'other' },
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '2026/11/22 12:08:38| WARNING: HTTP: Invalid Response: Bad header encountered from http://app.test/hdr/pfin AKA http://app.test/hdr/pfin',
      gives: { phase: 'header', by: 'other', host: 'app.test', target: '/hdr/pfin' },
      from: 'captured, Squid 5.7',
    },
    {
      line: '2026/11/22 12:08:38| WARNING: HTTP: Invalid Response: Headers did not parse at all for http://app.test/cut AKA http://app.test/cut',
      gives: { phase: 'header', target: '/cut' },
      from: 'rebuilt from the template, Squid 5.7 src/http.cc',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:08:38| WARNING: HTTP: Invalid Response: No object data received for http://app.test/hdr/fin AKA http://app.test/hdr/fin',
      because: 'nothing came, which has a signature of its own',
    },
  ],
});
