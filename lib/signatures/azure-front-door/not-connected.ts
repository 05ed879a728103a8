import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const azureFrontDoorNotConnected = defineAside({
  id: 'azure-front-door/not-connected',
  formats: ['azure-front-door'],
  needles: [
    'OriginConnectionRefused',
    'SSLHandshakeError',
    'CertificateNameCheckFailed',
    'CertificateError',
    'SSLInvalidRootCA',
    'SSLInvalidCipher',
  ],
  means: 'Front Door could not connect to the origin, or not agree with it on TLS.',
  provenance: {
    project: 'Azure Front Door',
    file: 'articles/frontdoor/monitor-front-door.md, "Access log", ErrorInfo',
    version: 'MicrosoftDocs/azure-docs 40f02c5',
    url: 'https://learn.microsoft.com/en-us/azure/frontdoor/monitor-front-door#access-log',
  },
  reads: whenOneOf(
    [
      'OriginConnectionRefused',
      'SSLHandshakeError',
      'CertificateNameCheckFailed',
      'CertificateError',
      'SSLInvalidRootCA',
      'SSLInvalidCipher',
    ],
    { phase: 'connect' },
  ),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '{"time":"2026-11-22T12:00:11.3640748Z","category":"FrontDoorAccessLog","properties":{"trackingReference":"20261122T120011Z-15d8bd9c","httpMethod":"POST","requestUri":"https://shop.example.com:443/pay","requestBytes":"341","userAgent":"curl/8.4.0","clientIp":"203.0.113.9","timeTaken":"0.051","httpStatusCode":"502","errorInfo":"OriginConnectionRefused","originIp":"198.51.100.7:443"}}',
      gives: { phase: 'connect', status: 502 },
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
