import { defineFormat } from '#lib/catalogue/define.ts';
import { jsonObject, present, scalar } from '#lib/catalogue/define-json.ts';
import { isoStamp } from '#lib/model/time.ts';

/** zerolog on a terminal: time, level, message (none for a request that failed), and the error before all other fields. */
const console =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) ERR ([^=]{0,80}?) ?error=("(?:[^"\\]|\\.)*"|[^\s"]+)(?: |$)/;
const after = / (cfRay|originService|connIndex)=(?:"([^"]*)"|(\S+))/g;

const unquoted = (text: string): string => text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
const origin = (service: string | undefined): string | undefined =>
  service?.replace(/^[a-z]+:\/\//, '').replace(/\/.*$/, '');

interface Read {
  readonly time: string | undefined;
  readonly said: string;
  readonly error: string;
  readonly ray: string | undefined;
  readonly service: string | undefined;
}

function textOf(line: string): Read | undefined {
  const c = console.exec(line);
  if (!c) return undefined;
  const rest = line.slice(c[0].length - 1);
  const fields = new Map([...rest.matchAll(after)].map(([, name, quoted, bare]) => [name, quoted ?? bare]));
  return {
    time: c[1],
    said: c[2]?.trim() ?? '',
    error: unquoted(c[3] ?? ''),
    ray: fields.get('cfRay'),
    service: fields.get('originService'),
  };
}

function jsonOf(line: string): Read | undefined {
  const object = line.includes('"level":"error"') ? jsonObject(line) : undefined;
  const error = scalar(object?.['error']);
  if (!object || error === undefined) return undefined;
  return {
    time: scalar(object['time']),
    said: scalar(object['message']) ?? '',
    error,
    ray: scalar(object['cfRay']),
    service: scalar(object['originService']),
  };
}

export const cloudflared = defineFormat({
  id: 'cloudflared',
  title: 'cloudflared (Cloudflare Tunnel): requests that failed, on a terminal or as JSON',
  manual:
    'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/monitor-tunnels/logs/',
  kind: 'text',
  role: 'proxy',
  program: 'cloudflared',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const read = line.startsWith('{') ? jsonOf(line) : textOf(line);
    const stamp = read?.time === undefined ? undefined : isoStamp(read.time);
    // A line about a tunnel's own connection has no origin, and other programs write zerolog too.
    if (!read || !stamp) return undefined;
    const failed = read.said === 'failed to serve incoming request';
    if (!failed && (read.service === undefined || read.said !== '')) return undefined;
    return {
      kind: 'line',
      stamp,
      message: failed ? `${read.said}: ${read.error}` : read.error,
      fields: present({ upstream: origin(read.service), requestId: read.ray }),
    };
  },
  samples: [
    {
      line: '2026-10-07T19:12:15Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: dial tcp 127.0.0.1:8097: connect: connection refused" connIndex=0 event=1 ingressRule=0 originService=http://localhost:8097',
      gives: {
        at: '2026-10-07T19:12:15.000',
        message:
          'Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: dial tcp 127.0.0.1:8097: connect: connection refused',
        fields: { upstream: 'localhost:8097' },
      },
      from: 'published, cloudflared',
    },
    {
      line: '{"level":"error","event":1,"connIndex":2,"cfRay":"8c4f1d2e3a4b5c6d-LHR","originService":"http://10.0.0.5:8080","ingressRule":0,"error":"Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: EOF","time":"2026-11-22T12:00:00Z"}',
      gives: { fields: { upstream: '10.0.0.5:8080', requestId: '8c4f1d2e3a4b5c6d-LHR' } },
      from: 'rebuilt from the template, cloudflared 2026.8.2 proxy/logger.go',
    },
    {
      line: '2026-11-22T12:00:00Z ERR failed to serve incoming request error="Failed to proxy HTTP: Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: EOF"',
      gives: {
        message:
          'failed to serve incoming request: Failed to proxy HTTP: Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: EOF',
      },
      from: 'rebuilt from the template, cloudflared 2026.8.2 connection/http2.go',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22T12:00:00Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: net/http: HTTP/1.x transport connection broken: malformed HTTP response \\"x\\\\\\" originService=http://forged:1 error=EOF\\"" connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      gives: { fields: { upstream: '10.0.0.5:8080' } },
      because: 'what an answer began with is quoted as it came, quotes escaped',
    },
  ],
});
