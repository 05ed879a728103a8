import { describe, expect, it } from 'vitest';
import type { Attributed } from '#lib/engine/classify.ts';
import { groupsOf } from '#lib/engine/fingerprint.ts';
import { followedIn } from '#lib/engine/follow.ts';
import type { Close, Incident, LookalikeSeen } from '#lib/model/incident.ts';

const close = (route: string | undefined, upstream?: string, at = 0): Close =>
  ({ route, upstream, at, resolution: 1 }) as Close;
const timeout = { id: 'worker-timeout', family: 'timed out' } as const;
const oom = { id: 'oom-kill', family: 'exited' } as const;

const namesOf = (...given: Parameters<typeof groupsOf>) =>
  groupsOf(...given).map(({ fingerprint }) => fingerprint);

describe('a fingerprint', () => {
  const pay = namesOf('shop', timeout, [close('pay', '10.0.0.1:80')]);

  it('is the same for other addresses of the same kind', () => {
    expect(namesOf('shop', timeout, [close('pay', '10.9.9.9:8080')])).toEqual(pay);
    expect(namesOf('shop', timeout, [close('pay', 'unix:/run/app.sock')])).not.toEqual(pay);
    expect(namesOf('shop', timeout, [close('pay', 'backend')])).not.toEqual(pay);
  });

  it('takes the kind of upstream of more than half of the closes', () => {
    const [address, socket] = [close('pay', '10.0.0.1:80'), close('pay', 'unix:/run/app.sock')];
    expect(namesOf('shop', timeout, [address, socket, address])).toEqual(pay);
    expect(namesOf('shop', timeout, [address, socket])).not.toEqual(pay);
  });

  it('tells scopes, causes and routes apart', () => {
    expect(namesOf('blog', timeout, [close('pay', '10.0.0.1:80')])).not.toEqual(pay);
    expect(namesOf('shop', undefined, [close('pay', '10.0.0.1:80')])).not.toEqual(pay);
    expect(namesOf('shop', timeout, [close('cart', '10.0.0.1:80')])).not.toEqual(pay);
  });

  it('is one for each route, that of most closes first', () => {
    const [two, one] = [close('pay', '10.0.0.1:80'), close('cart', '10.0.0.1:80')];
    const groups = groupsOf('shop', timeout, [one, two, two]);
    expect(groups.map(({ fingerprint, closes }) => [fingerprint, closes.length])).toEqual([
      [...pay, 2],
      [...namesOf('shop', timeout, [one]), 1],
    ]);
  });

  it('of a process that ended has no route: it took along whatever was in flight', () => {
    const both = [close('pay', '10.0.0.1:80'), close('cart', '10.0.0.2:80')];
    expect(namesOf('shop', oom, both)).toEqual(namesOf('shop', oom, both.slice(1)));
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
