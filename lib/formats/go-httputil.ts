import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp } from '#lib/model/time.ts';

const head =
  /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{6})?) (?:[\w./-]{1,120}\.go:\d+: )?(?=http: proxy error: |httputil: ReverseProxy )/;

export const goHttputil = defineFormat({
  id: 'go-httputil',
  title: "Go's net/http/httputil.ReverseProxy, as its standard logger writes it",
  manual: 'https://pkg.go.dev/net/http/httputil#ReverseProxy',
  kind: 'text',
  role: 'proxy',
  program: 'go-httputil',
  clock: { zone: 'absent', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    const stamp = h && isoStamp(h[1] ?? '');
    if (!h || !stamp) return undefined;
    return { kind: 'line', stamp, message: line.slice(h[0].length), fields: {} };
  },
  samples: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: read tcp 127.0.0.1:53344->127.0.0.1:18080: read: connection reset by peer',
      gives: {
        at: '2026-11-22T12:13:55.000',
        message:
          'http: proxy error: read tcp 127.0.0.1:53344->127.0.0.1:18080: read: connection reset by peer',
      },
      from: 'captured, Go 1.19.8',
    },
    {
      line: '2026/11/22 12:13:55.123456 reverseproxy.go:494: http: proxy error: EOF',
      gives: { at: '2026-11-22T12:13:55.123', message: 'http: proxy error: EOF' },
      from: 'rebuilt from the template, Go 1.19.8 log/log.go with Lmicroseconds and Lshortfile',
    },
  ],
  forgeries: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: net/http: HTTP/1.x transport connection broken: malformed MIME header: missing colon: "read tcp 192.0.2.9:1->203.0.113.9:80: read: connection reset by peer"',
      gives: {
        message:
          'http: proxy error: net/http: HTTP/1.x transport connection broken: malformed MIME header: missing colon: "read tcp 192.0.2.9:1->203.0.113.9:80: read: connection reset by peer"',
        fields: { upstream: '' },
      },
      because: 'the part of a header is quoted as it came; an address in it is no address',
    },
  ],
});
