import { describe, expect, it } from 'vitest';
import { compareVersions, limitsOf, type Settings } from '#lib/engine/limits.ts';
import type { Limit, Program } from '#lib/model/defaults.ts';
import { catalogueOf, closeOf, viewWith } from './made-up.ts';

const timeout: Limit = {
  kind: 'execution',
  setting: 'server.timeout',
  written: '--timeout',
  unit: 'ms',
  values: [
    { since: '1.2', value: 10_000 },
    { since: '2.0', value: 20_000 },
    { since: '2.10', value: null },
  ],
  manual: 'https://example.com/',
};
const program = (name: string, role: Program['role'], limits: readonly Limit[]): Program => ({
  program: name,
  title: name,
  role,
  processes: [name],
  limits,
});
const catalogue = catalogueOf([], [], {
  programs: [
    program('server', 'backend', [timeout, { ...timeout, kind: 'keep-alive', setting: 'server.keepalive' }]),
    program('proxy', 'proxy', [{ ...timeout, setting: 'proxy.timeout' }]),
  ],
});
const known = (programs: Readonly<Record<string, string | undefined>>, settings: Settings = {}) =>
  limitsOf(catalogue, new Map(Object.entries(programs)), settings);
const execution = (version: string | undefined, settings: Settings = {}) =>
  known({ server: version }, settings)('execution').map(({ value, how }) => [value, how]);

describe('a limit is', () => {
  it.each([
    ['1.0', 10_000],
    ['1.2', 10_000],
    ['1.99', 10_000],
    ['2.0.1', 20_000],
    ['2.9', 20_000],
    ['2.10', null],
    ['3', null],
  ])('the default of version %s', (version, value) => {
    expect(execution(version)).toEqual([[value, 'default']]);
  });

  it('the newest default where no version was seen, and said to be assumed', () => {
    expect(execution(undefined)).toEqual([[null, 'assumed']]);
  });

  it('what somebody told us, before any default', () => {
    expect(execution('1.2', { 'server.timeout': 5_000 })).toEqual([[5_000, 'configured']]);
    expect(execution('1.2', { 'server.timeout': null })).toEqual([[null, 'configured']]);
    expect(execution('1.2', { 'server.timeout': 0 })).toEqual([[0, 'configured']]);
  });

  it('that of a program in view', () => {
    expect(known({})('execution')).toEqual([]);
    expect(known({ proxy: undefined })('execution').map((each) => each.program)).toEqual(['proxy']);
  });

  it('that of a program of which somebody told us a setting', () => {
    const close = closeOf({ of: 'error/closed' });
    const seen = viewWith([close], [], catalogue, [], { 'server.keepalive': 1 });
    expect(seen.limits('execution').map(({ program: of, how }) => [of, how])).toEqual([
      ['server', 'assumed'],
    ]);
    expect(viewWith([close], [], catalogue).limits('execution')).toEqual([]);
  });

  it('asked for by kind and role', () => {
    const limits = known({ server: '1.2', proxy: '1.2' });
    expect(limits('execution').map((each) => each.program)).toEqual(['server', 'proxy']);
    expect(limits('execution', 'proxy').map((each) => each.program)).toEqual(['proxy']);
    expect(limits('keep-alive', 'proxy')).toEqual([]);
    expect(limits('capacity')).toEqual([]);
  });
});

describe('versions', () => {
  it.each([
    ['1.9', '1.10', -1],
    ['1.10', '1.9', 1],
    ['2', '2.0.0', 0],
    ['20.1.0-rc1', '20.1.0', 0],
    ['2.0', '10.0', -1],
    ['', '0', 0],
  ])('%s and %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});
