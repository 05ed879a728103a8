import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '#functions/events/subscription.ts';

const event = (body: unknown): unknown => ({
  awslogs: {
    data: gzipSync(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))).toString('base64'),
  },
});
const message = {
  messageType: 'DATA_MESSAGE',
  owner: '123456789012',
  logGroup: '/app/proxy',
  logStream: 'task/1',
  subscriptionFilters: ['closecall'],
  logEvents: [
    { id: '1', timestamp: 1_795_000_000_000, message: 'first' },
    { id: '2', timestamp: 1_795_000_000_001, message: 'second', extractedFields: { status: '502' } },
  ],
};

describe('a delivery', () => {
  it('gives its events', () => {
    const decoded = decode(event(message));
    expect(decoded).toMatchObject({ kind: 'data', bad: undefined });
    expect(decoded.kind === 'data' && decoded.batch).toMatchObject({
      owner: '123456789012',
      group: '/app/proxy',
      stream: 'task/1',
      events: [{ message: 'first' }, { message: 'second' }],
    });
  });

  it('may be a probe', () => {
    expect(decode(event({ ...message, messageType: 'CONTROL_MESSAGE', logEvents: [{}] }))).toEqual({
      kind: 'control',
    });
  });

  it('may hold as much as its function can, and is not unreadable where it holds more', () => {
    const line = { id: '1', timestamp: 1_795_000_000_000, message: `GET /pay ${'a'.repeat(16 * 1024)}` };
    const full = (mebibytes: number) =>
      decode(event({ ...message, logEvents: Array.from({ length: mebibytes * 63 }, () => line) }));
    expect(full(30)).toMatchObject({ kind: 'data', batch: { events: { length: 30 * 63 } } });
    expect(full(33)).toEqual({ kind: 'too-large', why: expect.stringContaining('more than 32 MiB') });
  });

  it('may be empty', () => {
    expect(decode(event({ ...message, logEvents: [] }))).toMatchObject({ kind: 'data', bad: undefined });
  });

  it('keeps the good events beside bad ones, and says in one sentence what was wrong', () => {
    const bad = [
      null,
      7,
      'line',
      { timestamp: 1, message: 'no id' },
      { id: '', timestamp: 1, message: 'empty id' },
      { id: '3', timestamp: '1', message: 'time as text' },
      { id: '4', timestamp: Number.MAX_VALUE, message: 'no such time' },
      { id: '5', timestamp: 1.5, message: 'half a millisecond' },
      { id: '6', timestamp: 1 },
    ];
    const decoded = decode(event({ ...message, logEvents: [...bad, ...message.logEvents] }));
    expect(decoded).toMatchObject({
      kind: 'data',
      batch: { events: message.logEvents },
      bad: { events: bad.length },
    });
    expect(decoded.kind === 'data' && decoded.bad?.why).toBe(
      '9 of 11 log events of /app/proxy were left out: the first has no usable id.',
    );
  });
});

describe('what is no delivery', () => {
  const cut = gzipSync(Buffer.from(JSON.stringify(message)))
    .toString('base64')
    .slice(0, 80);
  it.each([
    ['nothing', undefined, 'no awslogs.data'],
    ['another event', { Records: [] }, 'no awslogs.data'],
    ['data of another kind', { awslogs: { data: 7 } }, 'no awslogs.data'],
    ['no base64', { awslogs: { data: '<xml>' } }, 'not base64'],
    ['nothing in base64', { awslogs: { data: '' } }, 'not base64'],
    ['no gzip', { awslogs: { data: 'aGVsbG8=' } }, 'not gzip'],
    ['gzip that was cut off', { awslogs: { data: cut } }, 'not gzip, or was cut off'],
    ['no JSON', event('{"messageType":'), 'no JSON'],
    ['no object', event('[1]'), 'messageType is undefined'],
    ['an unknown type', event({ ...message, messageType: 'OTHER' }), 'messageType is OTHER'],
    ['no group', event({ ...message, logGroup: null }), 'logGroup or logStream is missing'],
    [
      'no list',
      event({ ...message, logEvents: { 0: message.logEvents[0] } }),
      'logEvents of /app/proxy is not a list',
    ],
  ])('%s', (_, given, why) => {
    const decoded = decode(given);
    expect(decoded.kind).toBe('unreadable');
    expect(decoded.kind === 'unreadable' && decoded.why).toContain(why);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (body) => void decode({ awslogs: body })));
    fc.assert(fc.property(fc.jsonValue(), (body) => void decode(event(JSON.stringify(body)))));
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue()), (owner, logEvents) => {
        expect(['data', 'unreadable']).toContain(decode(event({ ...message, owner, logEvents })).kind);
      }),
    );
  });
});
