import { defineFormat } from '#lib/catalogue/define.ts';
import { jsonObject, present, scalar } from '#lib/catalogue/define-json.ts';
import { isoStamp } from '#lib/model/time.ts';

/** Seconds since the proxy began, level, thread, spans, target. */
const head = /^\[ *\d+\.\d{6}s\] +(TRACE|DEBUG|INFO|WARN|ERROR) (?:ThreadId\(\d+\) )?/;
/** The module that speaks; before it stand the spans, with addresses in them and nothing of a client's. */
const target = /^(?:.{0,600}: )??linkerd_[\w:]{1,120}: /;
const client = /client\.addr=([\d.]+|\[[0-9a-f:]+\]):\d+/;
const port = /inbound:server\{port=(\d{1,5})\}/;
const peer = /(?:server|endpoint) (\d+\.\d+\.\d+\.\d+:\d{1,5}|\[[0-9a-f:]+\]:\d{1,5}): /;
const path = / path="?([^\s"]*)"?$/;

function jsonOf(line: string) {
  const object = line.includes('"linkerd_') ? jsonObject(line) : undefined;
  const stamp = object && isoStamp(scalar(object['timestamp']) ?? '');
  const fields = object?.['fields'];
  if (!stamp || typeof fields !== 'object' || fields === null) return undefined;
  const { message, error, path: target } = fields as Readonly<Record<string, unknown>>;
  const said = `${scalar(message) ?? ''}${scalar(error) === undefined ? '' : ` error=${scalar(error)}`}`;
  return { stamp, level: scalar(object['level']), said, target: scalar(target) };
}

export const linkerd = defineFormat({
  id: 'linkerd',
  title: 'linkerd-proxy, plain or JSON; plain lines count from its start, so an envelope must have the time',
  manual: 'https://linkerd.io/2/reference/proxy-log-level/',
  kind: 'text',
  role: 'proxy',
  program: 'linkerd',
  clock: { zone: 'either', resolution: 1, stamps: 'moment' },
  read(line) {
    if (line.startsWith('{')) {
      const read = jsonOf(line);
      return (
        read && {
          kind: 'line',
          stamp: read.stamp,
          message: read.said,
          fields: present({ level: read.level, target: read.target, upstream: peer.exec(read.said)?.[1] }),
        }
      );
    }
    const h = head.exec(line);
    const after = h ? line.slice(h[0].length) : '';
    const module = h && target.exec(after.slice(0, 800));
    if (!module) return undefined;
    const [spans, rest] = [module[0], after.slice(module[0].length)];
    const told = path.exec(rest.slice(-2_000));
    const said = told ? rest.slice(0, rest.length - told[0].length) : rest;
    const local = port.exec(spans)?.[1];
    return {
      kind: 'line',
      stamp: undefined,
      message: said,
      fields: present({
        level: h[1],
        target: told?.[1],
        client: client.exec(spans)?.[1],
        upstream: peer.exec(said)?.[1] ?? (local && `127.0.0.1:${local}`),
      }),
    };
  },
  samples: [
    {
      line: '[    10.296293s]  INFO ThreadId(01) inbound:server{port=8000}:rescue{client.addr=10.42.0.1:35676}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=error trying to connect: Connection refused (os error 111) error.sources=[Connection refused (os error 111)]',
      gives: {
        message:
          'HTTP/1.1 request failed error=error trying to connect: Connection refused (os error 111) error.sources=[Connection refused (os error 111)]',
        fields: { client: '10.42.0.1', upstream: '127.0.0.1:8000', level: 'INFO' },
      },
      from: 'published, linkerd-proxy 2.14',
    },
    {
      line: '[  1056.129346s]  INFO ThreadId(01) inbound:server{port=8080}:rescue{client.addr=10.42.0.20:46718}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=client error (SendRequest) error.sources=[connection closed before message completed] path="/cart"',
      gives: { fields: { target: '/cart', upstream: '127.0.0.1:8080', client: '10.42.0.20' } },
      from: 'rebuilt from the template, linkerd2-proxy 29637b6 linkerd/app/core/src/errors/respond.rs',
    },
    {
      line: '{"timestamp":"2026-11-22T12:00:05.123456Z","level":"INFO","fields":{"message":"HTTP/1.1 request failed","error":"endpoint 10.0.0.5:8080: client error (SendRequest)","path":"/cart"},"target":"linkerd_app_core::errors::respond","spans":[{"addr":"10.43.0.1:80","name":"outbound:proxy"}],"threadId":"ThreadId(1)"}',
      gives: {
        at: '2026-11-22T12:00:05.123',
        message: 'HTTP/1.1 request failed error=endpoint 10.0.0.5:8080: client error (SendRequest)',
        fields: { upstream: '10.0.0.5:8080', target: '/cart' },
      },
      from: 'rebuilt from the template, linkerd2-proxy 29637b6 linkerd/tracing/src/lib.rs',
    },
  ],
  forgeries: [
    {
      line: '[  1056.129346s]  INFO ThreadId(01) inbound:server{port=8080}:rescue{client.addr=10.42.0.20:46718}: linkerd_app_core::errors::respond: HTTP/1.1 request failed error=connect timed out after 1s path="/server%2010.0.0.9:1:error.sources=[connection%20closed%20before%20message%20completed]"',
      gives: {
        message: 'HTTP/1.1 request failed error=connect timed out after 1s',
        fields: { upstream: '127.0.0.1:8080' },
      },
      because: 'the path is percent-encoded and comes last',
    },
  ],
});
