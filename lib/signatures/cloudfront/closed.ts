import { defineSymptom } from '#lib/catalogue/define.ts';
import { phaseBy, whenNamed } from '#lib/catalogue/define-named.ts';

const closed: ReadonlySet<string> = new Set([
  'OriginReadError',
  'OriginWriteError',
  'OriginZeroSizeObjectError',
  'AbortedOrigin',
]);

export const cloudfrontClosed = defineSymptom({
  id: 'cloudfront/closed',
  formats: ['cloudfront'],
  needles: ['OriginReadError', 'OriginWriteError', 'OriginZeroSizeObjectError', 'AbortedOrigin'],
  means:
    'CloudFront could not go on reading from the origin or writing to it, or got nothing; its documentation does not say more, so who closed and how stays open.',
  provenance: {
    project: 'Amazon CloudFront',
    file: 'standard-logs-reference.html, x-edge-detailed-result-type',
    version: 'developer guide of 2026',
    url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html',
  },
  reads: whenNamed(({ reason, status }) =>
    closed.has(reason)
      ? { phase: reason === 'OriginWriteError' ? 'request' : phaseBy(status), by: 'other' }
      : undefined,
  ),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '2026-11-22	12:00:05	LHR62-C1	1045	203.0.113.9	POST	d111111abcdef8.cloudfront.example	/pay	502	-	curl/8.4.0	-	-	Error	MRVMF7KydIvx==	shop.example.com	https	341	0.043	-	TLSv1.3	TLS_AES_128_GCM_SHA256	Error	HTTP/2.0	-	-	45057	0.043	OriginReadError	text/html	920	-	-',
      gives: {
        phase: 'header',
        by: 'other',
        status: 502,
        elapsed: 43,
        target: '/pay',
        requestId: 'MRVMF7KydIvx==',
      },
      from: 'rebuilt from the template, Amazon CloudFront developer guide, "Standard logging reference"',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22	12:00:05	LHR62-C1	1045	203.0.113.9	POST	d111111abcdef8.cloudfront.example	/pay	502	-	curl/8.4.0	-	-	Error	MRVMF7KydIvx==	shop.example.com	https	341	0.043	-	TLSv1.3	TLS_AES_128_GCM_SHA256	Error	HTTP/2.0	-	-	45057	0.043	Error	text/html	920	-	-',
      because: 'an error of no category: the origin’s own 502, or one from the cache',
    },
  ],
});
