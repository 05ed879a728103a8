import { defineFormat } from '#lib/catalogue/define.ts';
import { resolutionOf, wallClock } from '#lib/model/time.ts';

// Milliseconds at a debug level above 1; the number of the worker where there are several.
const head = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?(?: kid(\d{1,4}))?\| /;

export const squidCache = defineFormat({
  id: 'squid-cache',
  title: 'Squid cache log, in which it tells of itself',
  manual: 'https://www.squid-cache.org/Doc/config/cache_log/',
  kind: 'text',
  role: 'proxy',
  program: 'squid',
  clock: { zone: 'absent', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    const [year, month, day, hour, minute, second] = h.slice(1, 7).map(Number);
    const wall = wallClock(year ?? 0, month ?? 0, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0, h[7]);
    if (wall === undefined) return undefined;
    return {
      kind: 'line',
      stamp: { wall, zone: undefined, lacks: 'nothing', resolution: resolutionOf(h[7]) },
      message: line.slice(h[0].length),
      fields: h[8] ? { worker: h[8] } : {},
    };
  },
  samples: [
    {
      line: '2026/11/22 12:08:38| WARNING: HTTP: Invalid Response: No object data received for http://app.test/hdr/fin AKA http://app.test/hdr/fin',
      gives: {
        at: '2026-11-22T12:08:38.000',
        message:
          'WARNING: HTTP: Invalid Response: No object data received for http://app.test/hdr/fin AKA http://app.test/hdr/fin',
      },
      from: 'captured, Squid 5.7',
    },
    {
      line: '2026/11/22 12:08:38.190 kid1| 5,3| IoCallback.cc(112) finish: called for conn21',
      gives: {
        at: '2026-11-22T12:08:38.190',
        message: '5,3| IoCallback.cc(112) finish: called for conn21',
        fields: { worker: '1' },
      },
      from: 'rebuilt from the template, Squid 5.7 src/debug.cc, debugLogTime and debugLogKid',
    },
  ],
  forgeries: [
    {
      line: '2026/11/22 12:08:38| WARNING: HTTP: Invalid Response: Bad header encountered from http://app.test/2026/11/22%2012:08:38|%20x AKA http://app.test/2026/11/22%2012:08:38|%20x',
      gives: {
        message:
          'WARNING: HTTP: Invalid Response: Bad header encountered from http://app.test/2026/11/22%2012:08:38|%20x AKA http://app.test/2026/11/22%2012:08:38|%20x',
        fields: { worker: '' },
      },
      because: 'the path holds the head of a line; a blank in it is written as %20',
    },
  ],
});
