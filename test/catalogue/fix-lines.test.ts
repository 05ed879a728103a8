import { describe, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { isFixed, settingLine } from '#lib/catalogue/define-fix.ts';

const limits = catalogue.programs.flatMap(({ program, limits: own }) =>
  own.map((limit) => ({ program, limit })),
);
const lineOf = (setting: string, value: number): string => {
  const known = limits.find(({ limit }) => limit.setting === setting);
  if (!known) throw new Error(`no limit is called ${setting}`);
  return settingLine(known, value);
};

describe('the line of a fix', () => {
  it('is what a configuration takes, and no description', () => {
    const described = limits
      // HAProxy's directives have two words.
      .filter((known) => !isFixed(known) && known.program !== 'haproxy')
      .map((known) => settingLine(known, 7_000).trim())
      .filter((line) => /\(of |\(in |\(to |^[a-z-]+ [a-z]+ \d/.test(line) || !/7/.test(line));
    expect(described).toEqual([]);
  });

  it('is written in the unit and the way of its program', () => {
    expect(lineOf('nginx.proxy_read_timeout', 90_000)).toBe('    proxy_read_timeout 90s;');
    expect(lineOf('gunicorn.timeout', 90_000)).toBe('gunicorn --timeout 90');
    expect(lineOf('apache.ttl', 4_000)).toBe('ProxyPass … ttl=4');
    expect(lineOf('elb.idle_timeout', 90_000)).toContain('ConnectionSettings={IdleTimeout=90}');
    expect(lineOf('envoy.route_timeout', 20_000)).toBe('timeout: 20s');
  });
});
