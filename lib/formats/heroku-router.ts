import { defineFormat } from '#lib/catalogue/define.ts';
import { present } from '#lib/catalogue/define-json.ts';

const head =
  /^(?:sock=(\w+) )?at=(?:info|warning|error) (?:code=(H\d\d) desc="([^"]{1,80})" )?method=([A-Z][A-Z_-]{0,19}) path=/;
/** The router's own figures come last; a path can imitate them, and then the last ones count. */
const tail =
  / dyno=([\w.-]*) connect=(?:\d+ms)? service=(?:(\d+)ms)? status=(\d{0,3}) bytes=(\d*)(?: protocol=[\w./-]+(?: [a-z_]+=[\w.-]+){0,6})?$/;
const middle = /^(?:"([^"]*)"|(\S*)) host=(\S+)(?: request_id=([\w-]+))? fwd="?([\w.:, -]*)"?$/;
/** The longest tail that can be. */
const reach = 400;

export const herokuRouter = defineFormat({
  id: 'heroku-router',
  title: "Heroku's router (the line inside its envelope: heroku logs, or a drain's syslog)",
  manual: 'https://devcenter.heroku.com/articles/http-routing#heroku-router-log-format',
  kind: 'access',
  role: 'proxy',
  program: 'heroku',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'none' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    const from = line.lastIndexOf(' dyno=');
    const t = from >= 0 && line.length - from < reach ? tail.exec(line.slice(from)) : undefined;
    if (!t) return undefined;
    const between = line.slice(h[0].length, from);
    const m = middle.exec(between);
    const hops = m?.[5]?.split(',');
    return {
      kind: 'line',
      stamp: undefined,
      message: h[2] ? `${h[2]} ${h[3]}` : (h[4] ?? ''),
      fields: present({
        reason: h[2],
        sock: h[1],
        method: h[4],
        target: m?.[1] ?? m?.[2],
        host: m?.[3],
        requestId: m?.[4],
        // The router appends the address that it saw to what the client sent.
        client: hops?.[hops.length - 1]?.trim(),
        upstream: t[1],
        elapsed: t[2],
        status: t[3],
        bytes: t[4],
      }),
    };
  },
  samples: [
    {
      line: 'at=error code=H13 desc="Connection closed without response" method=POST path="/api/posts" host=shop.example.com request_id=cc6cad3b-ae96-4702-8934-0d0c86f1e4a0 fwd="203.0.113.9" dyno=web.1 connect=0ms service=56ms status=503 bytes=0 protocol=http',
      gives: {
        message: 'H13 Connection closed without response',
        fields: {
          reason: 'H13',
          method: 'POST',
          target: '/api/posts',
          host: 'shop.example.com',
          requestId: 'cc6cad3b-ae96-4702-8934-0d0c86f1e4a0',
          client: '203.0.113.9',
          upstream: 'web.1',
          elapsed: '56',
          status: '503',
          bytes: '0',
        },
      },
      from: 'published in https://pastebin.com/Ymz3PHzb, names and addresses changed',
    },
    {
      line: 'sock=backend at=error code=H18 desc="Server Request Interrupted" method=POST path="/search/stream" host=shop.example.com request_id=32703692-2362-4363-b46a-92c695c1d6b1 fwd="198.51.100.7,203.0.113.9" dyno=web.1 connect=0ms service=710ms status=200 bytes=0 protocol=http1.1 tls=true tls_version=unknown',
      gives: { fields: { reason: 'H18', sock: 'backend', client: '203.0.113.9', status: '200' } },
      from: 'published (Router 2.0, 2026-01), names and addresses changed',
    },
    {
      line: 'at=info method=GET path="/" host=shop.example.com request_id=a8148f72-55f0-47ce-80d6-7b843f0635a3 fwd="203.0.113.9" dyno=web.1 connect=1ms service=18ms status=200 bytes=13 protocol=https',
      gives: { message: 'GET', fields: { reason: '', status: '200', elapsed: '18' } },
      from: 'rebuilt from the template, Heroku Dev Center, "HTTP Routing"',
    },
    {
      line: 'at=error code=H10 desc="App crashed" method=GET path="/" host=shop.example.com request_id=26fbf0fe-1352-4562-a26c-fb691d9d7623 fwd="203.0.113.9" dyno= connect= service= status=503 bytes= protocol=https',
      gives: { fields: { reason: 'H10', upstream: '', elapsed: '' } },
      from: 'published in https://pastebin.com/PvC2x44A, names and addresses changed',
    },
  ],
  forgeries: [
    {
      line: 'at=info method=GET path="/?x= dyno=web.9 connect=1ms service=1ms status=503 bytes=0 protocol=http at=error code=H13 desc=" host=shop.example.com request_id=a8148f72-55f0-47ce-80d6-7b843f0635a3 fwd="203.0.113.9" dyno=web.1 connect=1ms service=18ms status=200 bytes=13 protocol=https',
      gives: { fields: { reason: '', status: '200', upstream: 'web.1' } },
      because: 'code and description stand before what the client wrote, the figures behind it',
    },
  ],
});
