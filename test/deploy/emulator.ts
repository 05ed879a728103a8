import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LogsFront, startLogsFront } from './logs-front.ts';
import { tools } from './tools.ts';

export const account = '000000000000';
export const region = 'us-east-1';

export interface Emulator {
  readonly endpoint: string;
  readonly logs: LogsFront;
  /** What a client of AWS reads from the environment. */
  readonly access: Readonly<Record<string, string>>;
  /** For programs that speak to it: `access`, and nothing of the user's own: no profile, no credentials, no home. */
  readonly environment: Readonly<Record<string, string>>;
  /** A folder that is gone after `stop`. */
  readonly scratch: string;
  /** What the emulator and the functions in it wrote. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/**
 * Lives exactly as long as its standard input is open, whatever ends the test; then it and every function that it
 * started, which are all in its process group, end too.
 */
const leash = `
scratch=$1; shift
trap '' TERM
{ "$@" </dev/null & wait $!; kill -KILL 0; } &
cat >/dev/null
rm -rf "$scratch"
kill -KILL 0
`;

const longestStart = 60_000;

/** An empty AWS account on this machine. Throws with its log when it does not come up. */
export async function startEmulator(): Promise<Emulator> {
  const { python, path } = tools();
  const scratch = mkdtempSync(join(tmpdir(), 'closecall-deploy-'));
  const [home, temporary] = ['home', 'tmp'].map((name) => join(scratch, name)) as [string, string];
  for (const folder of [home, temporary]) mkdirSync(folder);
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const logs = await startLogsFront(endpoint);
  const access = {
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: logs.endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const environment = {
    ...access,
    PATH: path,
    HOME: home,
    TMPDIR: temporary,
    CDK_DISABLE_CLI_TELEMETRY: '1',
    CDK_DISABLE_VERSION_CHECK: '1',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    NO_COLOR: '1',
  };
  const logFile = join(scratch, 'emulator.log');
  const log = openSync(logFile, 'w');
  const child = spawn('/bin/sh', ['-c', leash, 'leash', scratch, python, '-m', 'ministack'], {
    detached: true,
    stdio: ['pipe', log, log],
    env: {
      ...environment,
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: '127.0.0.1',
      S3_DATA_DIR: join(scratch, 's3'),
      LAMBDA_EXECUTOR: 'local',
      PYTHONUNBUFFERED: '1',
    },
  });
  // Whoever runs the test was ended: so is the test, and with it the leash.
  process.once('disconnect', () => process.exit(1));
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let ended = false;
  void over.then(() => {
    ended = true;
  });
  const read = () => readFileSync(logFile, 'utf8');
  const stop = async () => {
    child.stdin?.end();
    await over;
    await logs.close();
    rmSync(scratch, { recursive: true, force: true });
  };

  const until = Date.now() + longestStart;
  while (!(await healthy(endpoint))) {
    if (!ended && Date.now() < until) await sleep(100);
    else {
      const said = read();
      await stop();
      throw new Error(`The AWS emulator did not come up on ${endpoint}. It said:\n${said}`);
    }
  }
  return { endpoint, logs, access, environment, scratch, log: read, stop };
}

const healthy = async (endpoint: string): Promise<boolean> => {
  try {
    return (await fetch(`${endpoint}/_ministack/health`)).ok;
  } catch {
    return false;
  }
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
