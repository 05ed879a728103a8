import { backendTimeout } from '#lib/causes/backend-timeout.ts';
import { badResponse } from '#lib/causes/bad-response.ts';
import { bodyRejected } from '#lib/causes/body-rejected.ts';
import { clientClosed } from '#lib/causes/client-closed.ts';
import { connectFailed } from '#lib/causes/connect-failed.ts';
import { connectionRejected } from '#lib/causes/connection-rejected.ts';
import { crash } from '#lib/causes/crash.ts';
import { keepaliveRace } from '#lib/causes/keepalive-race.ts';
import { nameResolution } from '#lib/causes/name-resolution.ts';
import { network } from '#lib/causes/network.ts';
import { oomKill } from '#lib/causes/oom-kill.ts';
import { overload } from '#lib/causes/overload.ts';
import { protocolMismatch } from '#lib/causes/protocol-mismatch.ts';
import { proxyTimeout } from '#lib/causes/proxy-timeout.ts';
import { responseTruncated } from '#lib/causes/response-truncated.ts';
import { restart } from '#lib/causes/restart.ts';
import { workerRecycle } from '#lib/causes/worker-recycle.ts';
import { workerTimeout } from '#lib/causes/worker-timeout.ts';
import type { Cause, Lookalike } from '#lib/model/cause.ts';

export const causes: readonly Cause[] = [
  oomKill,
  crash,
  workerRecycle,
  restart,
  workerTimeout,
  backendTimeout,
  keepaliveRace,
  bodyRejected,
  protocolMismatch,
  connectionRejected,
  overload,
  responseTruncated,
  network,
];

export const lookalikes: readonly Lookalike[] = [
  clientClosed,
  proxyTimeout,
  connectFailed,
  nameResolution,
  badResponse,
];
