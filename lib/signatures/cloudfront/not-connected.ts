import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const cloudfrontNotConnected = defineAside({
  id: 'cloudfront/not-connected',
  formats: ['cloudfront'],
  needles: ['OriginConnectError'],
  means: 'CloudFront could not connect to the origin.',
  provenance: {
    project: 'Amazon CloudFront',
    file: 'standard-logs-reference.html, x-edge-detailed-result-type',
    version: 'developer guide of 2026',
    url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html',
  },
  reads: whenOneOf(['OriginConnectError'], { phase: 'connect' }),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026-11-22	12:00:05	LHR62-C1	1045	203.0.113.9	POST	d111111abcdef8.cloudfront.example	/pay	502	-	curl/8.4.0	-	-	Error	MRVMF7KydIvx==	shop.example.com	https	341	0.043	-	TLSv1.3	TLS_AES_128_GCM_SHA256	Error	HTTP/2.0	-	-	45057	0.043	OriginConnectError	text/html	920	-	-',
      gives: { phase: 'connect', status: 502 },
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
