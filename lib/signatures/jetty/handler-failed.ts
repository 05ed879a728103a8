import { defineClue } from '#lib/catalogue/define.ts';

export const jettyHandlerFailed = defineClue({
  id: 'jetty/handler-failed',
  formats: ['leading-time', 'app-json'],
  needles: ['HttpChannel'],
  means: 'A handler threw an exception: answered with 500, or cut short when the answer had begun.',
  provenance: { project: 'jetty', file: 'jetty-server HttpChannel.java, handleException', version: '9.4.57' },
  reads: ({ message, fields }) =>
    /(?:^|\.)HttpChannel$/.test(fields['logger'] ?? '') && /^\/\S*$/.test(message)
      ? [{ says: { target: message }, telling: message }]
      : [],
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:28:51.034:WARN:oejs.HttpChannel:qtp2128227771-13: /exc',
      gives: { target: '/exc' },
      from: 'captured, Jetty 9.4.57',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:28:51.034:INFO:oejs.HttpChannel:qtp2128227771-13: started',
      because: 'no request',
      format: 'leading-time',
    },
  ],
});
