import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formats } from '#lib/catalogue/formats.ts';
import { signatures } from '#lib/catalogue/signatures.ts';
import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Signature } from '#lib/model/signature.ts';
import { eventTime } from '#lib/model/time.ts';

const nginx = [
  'nginx-error',
  'ingress-nginx',
  'kong-access',
  'apisix-access',
  'nginx-access',
  'nginx-stream',
  'nginx-json',
];

function eventOf(text: string): LogEvent {
  for (const format of formats) {
    const reading = nginx.includes(format.id) ? format.read(text) : undefined;
    if (reading?.kind !== 'line') continue;
    const { stamp, message, fields } = reading;
    return {
      record: { id: text, source: 'nginx', text },
      format: format.id,
      at: stamp && eventTime(stamp.wall - (stamp.zone ?? 0) * 60_000),
      resolution: stamp?.resolution ?? 0,
      clock: 'own',
      message,
      fields,
    };
  }
  throw new Error(`no format reads: ${text}`);
}

interface Found {
  readonly signature: Signature;
  readonly says: Particulars;
  readonly at: number;
}

function found(event: LogEvent): readonly Found[] {
  return signatures
    .filter(({ formats: readable }) => readable.includes(event.format))
    .flatMap((signature) =>
      signature.match(event).map(({ says, telling, earlier }) => {
        expect(signature.needles.some((needle) => event.record.text.includes(needle))).toBe(true);
        expect(event.record.text).toContain(telling);
        return { signature, says, at: (event.at ?? Number.NaN) - (earlier ?? 0) };
      }),
    );
}

const linesOf = (version: string, file: string): readonly string[] =>
  readFileSync(fileURLToPath(new URL(`../captures/nginx/${version}/${file}`, import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const role = (event: LogEvent, wanted: Signature['role']) =>
  found(event).filter(({ signature }) => signature.role === wanted);

/** What the backend did on this path, as README.md tells it: phase and kind of close. */
function done(line: string): readonly [phase: string, by: string] | undefined {
  const path = /request: "[A-Z]+ (\/[^ ?"]*)/.exec(line)?.[1];
  const tls = line.includes('https://127.0.0.1:18443');
  if (path === undefined) return line.includes('bytes from/to client:86/0') ? ['tunnel', 'reset'] : undefined;
  if (path === '/hs') return ['connect', line.includes('hsrst.test') ? 'reset' : 'fin'];
  if (path === '/ws/rst') return ['tunnel', 'reset'];
  if (path === '/unread') return ['header', 'reset'];
  const [, part, kind] = /^\/(hdr|body|stale|early)\/\w*(fin|rst)0?$/.exec(path) ?? [];
  if (part === undefined) return undefined;
  return [part === 'body' ? 'body' : 'header', kind === 'rst' && !tls ? 'reset' : 'fin'];
}

/** Look-alikes by their words, each with its cause; what is left of errors must be a close. */
const lookalikes: readonly (readonly [words: string, cause: string])[] = [
  ['client prematurely closed', 'client-closed'],
  ['upstream timed out', 'proxy-timeout'],
  ['connect() ', 'connect-failed'],
  ['no live upstreams', 'connect-failed'],
  ['could not be resolved', 'name-resolution'],
];
const others = [
  'closed keepalive connection',
  'upstream server temporarily disabled',
  'a client request body is buffered',
  'while resolving, resolver:',
  ' connected to 127.0.0.1:',
  'upstream disconnected, bytes from/to client:89/167,',
];

describe.each(['1.22.1', '1.31.4'])('nginx %s', (version) => {
  const errors = linesOf(version, 'error.log');

  it('every premature close is one symptom, with the phase and kind that the path asked for', () => {
    const closes = errors.filter(
      (line) => line.includes('[error]') && /upstream prematurely closed|\(104: |SSL handshake/.test(line),
    );
    expect(closes.length).toBe(version === '1.22.1' ? 58 : 60);
    for (const line of closes) {
      const [symptom, ...more] = role(eventOf(line), 'symptom');
      expect(more, line).toEqual([]);
      expect([symptom?.says.phase, symptom?.says.by], line).toEqual(done(line));
      // The line with a long URI was cut before its upstream.
      if (line.length < 2_000)
        expect(symptom?.says.upstream, line).toMatch(/^127\.0\.0\.1:(?:18\d{3}|19\d{3})$/);
    }
  });

  it('every look-alike is its aside, and nothing else is a symptom or an aside', () => {
    for (const line of errors) {
      const event = eventOf(line);
      const cause = lookalikes.find(([words]) => line.includes(words))?.[1];
      if (cause) {
        const asides = role(event, 'aside').map(
          ({ signature }) => signature.role === 'aside' && signature.cause,
        );
        expect(asides, line).toEqual([cause]);
        expect(role(event, 'symptom'), line).toEqual([]);
      } else if (others.some((words) => line.includes(words))) {
        expect([...role(event, 'symptom'), ...role(event, 'aside')], line).toEqual([]);
      } else {
        // A proxied TCP session that the backend ended without a byte is one too, though only its figures say so.
        expect(role(event, 'symptom').length, line).toBe(1);
        expect(role(event, 'aside'), line).toEqual([]);
      }
    }
  });

  it('the access formats agree on what was asked and answered', () => {
    const [combined, upstream, json] = ['access_combined.log', 'access_upstream.log', 'access_json.log'].map(
      (file) => linesOf(version, file).map(eventOf),
    );
    expect(upstream?.length).toBe(combined?.length);
    expect(json?.length).toBe(combined?.length);
    const common = [
      'remote_addr',
      'request_method',
      'request_target',
      'http_version',
      'status',
      'body_bytes_sent',
    ];
    const figures = [
      'request_time',
      'request_id',
      'upstream_addr',
      'upstream_status',
      'upstream_connect_time',
      'upstream_header_time',
      'upstream_response_time',
      'upstream_response_length',
    ];
    combined?.forEach((event, index) => {
      const [other, third] = [upstream?.[index], json?.[index]];
      expect([event.format, other?.format, third?.format]).toEqual([
        'nginx-access',
        'nginx-access',
        'nginx-json',
      ]);
      expect(other?.message).toBe(event.message);
      expect(third?.message).toBe(event.message);
      for (const name of common) {
        expect(other?.fields[name], name).toBe(event.fields[name]);
        expect(third?.fields[name], name).toBe(event.fields[name]);
      }
      for (const name of figures) {
        // The group's name stands for a peer where none was live; JSON drops the zeros of 0.100.
        if (name === 'upstream_addr' && !other?.fields[name]) continue;
        const [text, bare] = [other?.fields[name], third?.fields[name]];
        if (name === 'request_time') expect(Number(bare)).toBe(Number(text));
        else expect(bare, `${event.message} ${name}`).toBe(text);
      }
      expect(other?.at).toBe(event.at);
      expect(Math.floor((third?.at ?? 0) / 1_000)).toBe((event.at ?? 0) / 1_000);
    });
  });

  it('figures tell what the error log states, try by try', () => {
    const stated = new Map<string, string[]>();
    for (const event of errors.map(eventOf)) {
      const connection = event.fields['connection'];
      if (!connection || event.fields['scheme'] === 'tcp') continue;
      for (const { signature, says } of found(event))
        if (signature.role !== 'clue')
          stated.set(connection, [
            ...(stated.get(connection) ?? []),
            signature.role === 'symptom' ? `closed ${says.phase}` : signature.cause,
          ]);
    }
    for (const event of linesOf(version, 'access_upstream.log').map(eventOf)) {
      const connection = event.fields['connection'] ?? '';
      const inferred = found(event).map(({ signature, says }) =>
        signature.role === 'symptom'
          ? `closed ${says.phase}`
          : signature.role === 'aside'
            ? signature.cause
            : '',
      );
      // A body or tunnel cut short leaves a status of 200 or 101, a 400 none; a handshake cut short and a name without
      // an address leave no connect time.
      const expected = (stated.get(connection) ?? [])
        .filter((each) => each !== 'closed body' && each !== 'closed tunnel')
        .filter(() => event.fields['status'] !== '400')
        .map((each) => (each === 'closed connect' || each === 'name-resolution' ? 'connect-failed' : each));
      expect(inferred, `${connection} ${event.message}`).toEqual(expected);
    }
  });

  it('a repeated try at the only server ran on a kept connection', () => {
    const reused = linesOf(version, 'access_upstream.log')
      .map(eventOf)
      .flatMap((event) =>
        found(event)
          .filter(({ says }) => says.reused)
          .map(({ says }) => [event.message, says.attempt]),
      );
    expect(reused).toContainEqual(['GET /stale/fin HTTP/1.1', 1]);
    expect(reused).toContainEqual(['GET /stale/rst HTTP/1.1', 1]);
    for (const [message] of reused)
      expect(message).toMatch(version === '1.22.1' ? /^GET \/stale\// : /^GET \/(?:stale|hdr)\//);
  });

  it('a TCP session that found nobody is an aside', () => {
    const sessions = linesOf(version, 'access_stream.log').map((line) => found(eventOf(line)));
    expect(sessions.map((each) => each.map(({ signature }) => signature.id))).toEqual([
      [],
      [],
      [],
      ['nginx/access-not-connected'],
    ]);
  });
});

it('a close during an upload is a symptom, whether nginx noticed it writing or reading', () => {
  for (const line of linesOf('1.31.4', 'error_close_during_upload.log')) {
    const [symptom, ...more] = found(eventOf(line));
    expect(more, line).toEqual([]);
    const [, by] = done(line) ?? [];
    const phase = line.includes('while sending request to upstream') ? 'request' : 'header';
    expect([symptom?.says.phase, symptom?.says.by], line).toEqual([
      phase,
      phase === 'request' ? 'reset' : by,
    ]);
  }
});
