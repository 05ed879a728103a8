import { defineSymptom } from '#lib/catalogue/define.ts';
import { phaseBy, whenNamed } from '#lib/catalogue/define-named.ts';

export const azureFrontDoorClosed = defineSymptom({
  id: 'azure-front-door/closed',
  formats: ['azure-front-door'],
  needles: ['OriginConnectionAborted'],
  means:
    'The connection to the origin ended abnormally; Front Door does not tell how, nor how far the answer had come.',
  provenance: {
    project: 'Azure Front Door',
    file: 'articles/frontdoor/monitor-front-door.md, "Access log", ErrorInfo',
    version: 'MicrosoftDocs/azure-docs 40f02c5',
    url: 'https://learn.microsoft.com/en-us/azure/frontdoor/monitor-front-door#access-log',
  },
  reads: whenNamed(({ reason, status }) =>
    reason === 'OriginConnectionAborted' ? { phase: phaseBy(status), by: 'other' } : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '{"time":"2026-11-22T12:00:11.3640748Z","category":"FrontDoorAccessLog","properties":{"trackingReference":"20261122T120011Z-15d8bd9c","httpMethod":"POST","requestUri":"https://shop.example.com:443/pay","requestBytes":"341","userAgent":"curl/8.4.0","clientIp":"203.0.113.9","timeTaken":"0.051","httpStatusCode":"502","errorInfo":"OriginConnectionAborted","originIp":"198.51.100.7:443"}}',
      gives: {
        phase: 'header',
        by: 'other',
        status: 502,
        elapsed: 51,
        upstream: '198.51.100.7:443',
        target: '/pay',
        requestId: '20261122T120011Z-15d8bd9c',
      },
      from: 'rebuilt from the template, MicrosoftDocs/azure-docs 40f02c5 articles/frontdoor/monitor-front-door.md',
    },
  ],
  nearMisses: [
    {
      line: '{"time":"2026-11-22T12:00:11.3640748Z","category":"FrontDoorAccessLog","properties":{"trackingReference":"20261122T120011Z-15d8bd9c","httpMethod":"POST","requestUri":"https://shop.example.com:443/pay","requestBytes":"341","userAgent":"curl/8.4.0","clientIp":"203.0.113.9","timeTaken":"0.051","httpStatusCode":"502","errorInfo":"NoError","originIp":"198.51.100.7:443"}}',
      because: 'the origin answered 502 itself',
    },
  ],
});
