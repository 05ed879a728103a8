import { defineFormat } from '#lib/catalogue/define.ts';
import { timeAhead } from '#lib/catalogue/define-time.ts';
import { epochStamp, type Stamp } from '#lib/model/time.ts';

const token = /(?:([^\s="]+)=("[^"\\]*(?:\\.[^"\\]*)*"|\S*)|\S+)\s*/sy;

/** Records of security products, whose own keys follow: behind a head of pairs they are no logger's. */
const event = /^(?:CEF|LEEF):\d/;

/** Undefined for a line that is another format's. */
function pairs(line: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  token.lastIndex = 0;
  for (let t = token.exec(line); t; t = token.exec(line)) {
    const [whole, name, value] = t;
    if (event.test(whole)) return undefined;
    if (name !== undefined && value !== undefined && !found.has(name)) found.set(name, unquoted(value));
  }
  return found;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
const unquoted = (value: string): string =>
  value.startsWith('"') && value.endsWith('"') && value.length > 1
    ? value.slice(1, -1).replace(/\\(.)/gs, (_, escaped: string) => escapes[escaped] ?? escaped)
    : value;

const stampFrom = (text: string): Stamp | undefined =>
  /^\d+(?:\.\d+)?$/.test(text) ? epochStamp(Number(text)) : timeAhead(text)?.stamp;

export const logfmt = defineFormat({
  id: 'logfmt',
  title: 'logfmt: key=value pairs (logrus, slog, go-kit, containerd, dockerd, ECS agent, Traefik)',
  manual: 'https://brandur.org/logfmt',
  kind: 'text',
  role: undefined,
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'moment' },
  read(line) {
    if (!/^[A-Za-z_@][\w.@-]{0,40}=/.test(line)) return undefined;
    const said = pairs(line);
    if (!said) return undefined;
    const first = (...names: string[]) => names.map((name) => said.get(name)).find((value) => value);
    const message = first('msg', 'message');
    const when = first('time', 'ts', 'timestamp', 't');
    const level = first('level', 'lvl', 'severity');
    const stamp = when === undefined ? undefined : stampFrom(when);
    if (message === undefined || (stamp === undefined && level === undefined)) return undefined;
    const error = first('error', 'err');
    const requestId = first('request_id', 'requestId', 'req_id');
    // dockerd and containerd name a container by its whole id.
    const container = first('container', 'id');
    return {
      kind: 'line',
      stamp,
      message,
      fields: {
        ...(level ? { level } : {}),
        ...(error ? { error } : {}),
        ...(requestId ? { requestId } : {}),
        ...(container && /^[0-9a-f]{64}$/.test(container) ? { container } : {}),
      },
    };
  },
  samples: [
    {
      line: 'time="2026-11-22T12:00:20.123456789Z" level=info msg="TaskOOM event container_id:\\"3f2c\\""',
      gives: {
        at: '2026-11-22T12:00:20.123',
        message: 'TaskOOM event container_id:"3f2c"',
        fields: { level: 'info' },
      },
      from: 'rebuilt from the template, containerd 2.1 internal/cri/server/events.go',
    },
    {
      line: 'level=info time=2026-11-22T12:00:00Z msg="DockerGoClient: process within container died due to OOM" module=docker_client.go',
      gives: {
        at: '2026-11-22T12:00:00.000',
        message: 'DockerGoClient: process within container died due to OOM',
      },
      from: 'rebuilt from the template, Amazon ECS agent 1.105 agent/dockerclient/dockerapi/docker_client.go',
    },
    {
      line: 'time=2026-11-22T12:00:00.123Z level=ERROR msg="upstream failed" err=EOF',
      gives: { message: 'upstream failed', fields: { level: 'ERROR', error: 'EOF' } },
      from: 'rebuilt from the template, Go log/slog TextHandler',
    },
  ],
  forgeries: [
    {
      line: 'time="2026-11-22T12:00:20Z" level=warning msg="GET /? CEF:0|a|b|1|1|c|1|" path="/? CEF:0|a|b|1|1|c|1|"',
      gives: { message: 'GET /? CEF:0|a|b|1|1|c|1|', fields: { level: 'warning' } },
      because: 'the head of a security record is what a client asked for, and stands in quotes',
    },
    {
      line: 'time="2026-11-22T12:00:20Z" level=warning msg="GET /?q=\\" level=fatal msg=forged" path="/?q=\\" level=fatal msg=\\"forged"',
      gives: { message: 'GET /?q=" level=fatal msg=forged', fields: { level: 'warning' } },
      because: 'a quote that a client sends is escaped, and the first of two equal keys counts',
    },
  ],
});
