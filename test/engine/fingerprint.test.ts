import { describe, expect, it } from 'vitest';
import type { Attributed } from '#lib/engine/classify.ts';
import { fingerprintOf } from '#lib/engine/fingerprint.ts';
import { followedIn } from '#lib/engine/follow.ts';
import type { Close, Incident, LookalikeSeen } from '#lib/model/incident.ts';

const close = (route: string | undefined, upstream?: string, at = 0): Close =>
  ({ route, upstream, at, resolution: 1 }) as Close;
const timeout = { id: 'worker-timeout', family: 'timed out' } as const;
const oom = { id: 'oom-kill', family: 'exited' } as const;

describe('a fingerprint', () => {
  const pay = fingerprintOf('shop', timeout, [close('pay', '10.0.0.1:80')]);

  it('is the same for other addresses of the same kind', () => {
    expect(fingerprintOf('shop', timeout, [close('pay', '10.9.9.9:8080')])).toBe(pay);
    expect(fingerprintOf('shop', timeout, [close('pay', 'unix:/run/app.sock')])).not.toBe(pay);
    expect(fingerprintOf('shop', timeout, [close('pay', 'backend')])).not.toBe(pay);
  });

  it('tells scopes, causes and routes apart', () => {
    expect(fingerprintOf('blog', timeout, [close('pay', '10.0.0.1:80')])).not.toBe(pay);
    expect(fingerprintOf('shop', undefined, [close('pay', '10.0.0.1:80')])).not.toBe(pay);
    expect(fingerprintOf('shop', timeout, [close('cart', '10.0.0.1:80')])).not.toBe(pay);
  });

  it('takes the route of more than half of the closes', () => {
    const [two, one] = [close('pay', '10.0.0.1:80'), close('cart', '10.0.0.1:80')];
    expect(fingerprintOf('shop', timeout, [two, one, two])).toBe(pay);
    expect(fingerprintOf('shop', timeout, [two, one])).not.toBe(pay);
  });

  it('of a process that ended has no route: it took along whatever was in flight', () => {
    expect(fingerprintOf('shop', oom, [close('pay', '10.0.0.1:80')])).toBe(
      fingerprintOf('shop', oom, [close('cart', '10.0.0.2:80')]),
    );
  });
});

describe('what followed', () => {
  const aside = (cause: string, closedBy: LookalikeSeen['closedBy'], at: number) =>
    ({ cause, closedBy, fact: { at } }) as LookalikeSeen;
  const asides = [
    aside('connect-failed', 'nobody', 900),
    aside('connect-failed', 'nobody', 1_000),
    aside('connect-failed', 'nobody', 5_000),
    aside('client-closed', 'client', 5_000),
  ];
  const found = (cause: typeof oom | typeof timeout) =>
    [
      { cause, attributions: [{ close: close('pay', undefined, 1_000) }] },
    ] as unknown as readonly Attributed[];

  it('a process that ended is what found nobody there from its first close on', () => {
    expect(followedIn({ asides } as unknown as Incident, found(oom))).toEqual({
      followed: [{ cause: 'connect-failed', count: 2 }],
    });
  });

  it('a timeout is nothing: the process is still there', () => {
    expect(followedIn({ asides } as unknown as Incident, found(timeout))).toEqual({});
  });
});
