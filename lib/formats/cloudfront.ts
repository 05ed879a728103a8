import { defineFormat } from '#lib/catalogue/define.ts';
import { present, stampIn } from '#lib/catalogue/define-json.ts';
import { inMillis } from '#lib/catalogue/define-named.ts';
import type { Look } from '#lib/catalogue/define-record.ts';
import { jsonRecord } from '#lib/catalogue/define-record.ts';
import { isoStamp } from '#lib/model/time.ts';

/** The order of the standard log; a delivery of one's own fields has them in another, and then JSON has their names. */
const columns: Readonly<Record<string, number>> = {
  date: 0,
  time: 1,
  'c-ip': 4,
  'cs-method': 5,
  'cs-uri-stem': 7,
  'sc-status': 8,
  'cs-uri-query': 11,
  'x-edge-request-id': 14,
  'x-host-header': 15,
  'cs-bytes': 17,
  'time-taken': 18,
  'x-edge-result-type': 13,
  'x-edge-detailed-result-type': 28,
};
const opening = /^\d{4}-\d\d-\d\d\t\d\d:\d\d:\d\d\t[A-Z0-9-]{3,20}\t/;

/** Whatever a client sent has its blanks and tabs escaped. */
function tabbed(line: string): Look | undefined {
  if (!opening.test(line)) return undefined;
  const cells = line.split('\t');
  if (cells.length < 33) return undefined;
  return (...names) =>
    names
      .map((name) => cells[columns[name] ?? -1])
      .find((cell) => cell !== undefined && cell !== '' && cell !== '-');
}

const json = (line: string): Look | undefined =>
  line.startsWith('{') && line.includes('"x-edge-') ? jsonRecord(line) : undefined;

export const cloudfront = defineFormat({
  id: 'cloudfront',
  title: 'Amazon CloudFront standard log (tab-separated with its 33 fields or more, or JSON of version 2)',
  manual: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html',
  kind: 'access',
  role: 'proxy',
  program: 'cloudfront',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'end' },
  read(line) {
    const look = tabbed(line) ?? json(line);
    // A delivery of version 2 may have the time in seconds or milliseconds instead.
    const stamp =
      look && (isoStamp(`${look('date')}T${look('time')}Z`) ?? stampIn(look('timestamp(ms)', 'timestamp')));
    if (!look || !stamp) return undefined;
    const told = (name: string) => {
      const text = look(name);
      return text === '-' ? undefined : text;
    };
    const [method, stem, query] = [told('cs-method'), told('cs-uri-stem'), told('cs-uri-query')];
    const target = stem && query ? `${stem}?${query}` : stem;
    return {
      kind: 'line',
      stamp,
      message: [method, target].filter(Boolean).join(' '),
      fields: present({
        reason: told('x-edge-detailed-result-type') ?? told('x-edge-result-type'),
        method,
        target,
        host: told('x-host-header'),
        // `000`: the viewer left.
        status: told('sc-status'),
        elapsed: inMillis(told('time-taken')),
        sent: told('cs-bytes'),
        client: told('c-ip'),
        requestId: told('x-edge-request-id'),
      }),
    };
  },
  samples: [
    {
      line: '2026-11-22\t12:00:05\tLHR62-C1\t1045\t203.0.113.9\tPOST\td111111abcdef8.cloudfront.example\t/pay\t502\t-\tcurl/8.4.0\tid=7\t-\tError\tMRVMF7KydIvxMWfJIglgwHQwZsbG2IhRJ07sn9AkKUFSHS9EXAMPLE==\tshop.example.com\thttps\t341\t0.043\t-\tTLSv1.3\tTLS_AES_128_GCM_SHA256\tError\tHTTP/2.0\t-\t-\t45057\t0.043\tOriginReadError\ttext/html\t920\t-\t-',
      gives: {
        at: '2026-11-22T12:00:05.000',
        message: 'POST /pay?id=7',
        fields: {
          reason: 'OriginReadError',
          status: '502',
          elapsed: '43',
          host: 'shop.example.com',
          client: '203.0.113.9',
          sent: '341',
        },
      },
      from: 'rebuilt from the template, Amazon CloudFront developer guide, "Standard logging reference"',
    },
    {
      line: '{"date":"2026-11-22","time":"12:00:05","x-edge-location":"LHR62-C1","sc-bytes":"1045","c-ip":"203.0.113.9","cs-method":"GET","cs(Host)":"d111111abcdef8.cloudfront.example","cs-uri-stem":"/report","sc-status":"504","cs(Referer)":"-","cs(User-Agent)":"curl/8.4.0","cs-uri-query":"-","cs(Cookie)":"-","x-edge-result-type":"Error","x-edge-request-id":"MRVMF7KydIvx==","x-host-header":"shop.example.com","cs-protocol":"https","cs-bytes":"341","time-taken":"30.151","x-edge-response-result-type":"Error","cs-protocol-version":"HTTP/2.0","x-edge-detailed-result-type":"OriginCommError"}',
      gives: {
        at: '2026-11-22T12:00:05.000',
        fields: { reason: 'OriginCommError', elapsed: '30151', target: '/report' },
      },
      from: 'rebuilt from the template, Amazon CloudFront developer guide, "Standard logging (v2)"',
    },
    {
      line: '{"timestamp(ms)":"1795348805492","x-edge-location":"LHR62-C1","c-ip":"203.0.113.9","cs-method":"GET","cs-uri-stem":"/report","sc-status":"504","cs-uri-query":"-","x-edge-result-type":"Error","x-edge-request-id":"MRVMF7KydIvx==","x-host-header":"shop.example.com","cs-bytes":"341","time-taken":"30.151","x-edge-detailed-result-type":"OriginCommError","origin-fbl":"-","origin-lbl":"-","asn":"64500"}',
      gives: {
        at: '2026-11-22T12:00:05.492',
        fields: { reason: 'OriginCommError', elapsed: '30151', status: '504' },
      },
      from: 'rebuilt from the template, published records of standard logging (v2) with fields of one’s own choice',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22\t12:00:05\tLHR62-C1\t1045\t203.0.113.9\tGET\td111111abcdef8.cloudfront.example\t/OriginReadError\t200\t502%09OriginReadError\tx%2509502%2509OriginReadError\tOriginReadError\t-\tMiss\tMRVMF7KydIvx==\tshop.example.com\thttps\t341\t0.043\t502,%20OriginReadError\tTLSv1.3\tTLS_AES_128_GCM_SHA256\tMiss\tHTTP/2.0\t-\t-\t45057\t0.043\tMiss\ttext/html\t920\t-\t-',
      gives: { fields: { reason: 'Miss', status: '200' } },
      because: 'a tab that a client sends is written as %09, so it opens no column',
    },
  ],
});
