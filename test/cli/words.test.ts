import { describe, expect, it } from 'vitest';
import { nearest } from '#functions/cli/nearest.ts';
import { progressOn } from '#functions/cli/progress.ts';
import { pieceOf } from '#functions/cli/rotation.ts';

describe('pieces of a rotated log', () => {
  it.each<[string, string]>([
    ['error.log', 'error.log'],
    ['/var/log/nginx/error.log.1', '/var/log/nginx/error.log'],
    ['error.log.12.gz', 'error.log'],
    ['error.log-20261122', 'error.log'],
    ['error.log-20261122.gz', 'error.log'],
    ['error.log-20261122-1700', 'error.log'],
    ['app-2026-11-22.log', 'app.log'],
    ['app.2026-11-22.log.gz', 'app.log'],
    ['messages-20261122', 'messages'],
    ['app.1.log', 'app.log'],
    ['node8080.log', 'node8080.log'],
    ['stdin', 'stdin'],
  ])('%s is of %s', (name, log) => expect(pieceOf(name).log).toBe(log));

  it('are told apart by age', () => {
    const ages = ['error.log', 'error.log.1', 'error.log.2.gz', 'error.log.10.gz'].map(
      (name) => pieceOf(name).age,
    );
    expect(ages).toEqual([...ages].sort((a, b) => a - b));
    expect(pieceOf('a.log-20261122').age).toBeLessThan(pieceOf('a.log-20261121').age);
    expect(pieceOf('a.log').age).toBeLessThan(pieceOf('a.log-20261122').age);
  });
});

describe('the name that was meant', () => {
  it('is a few letters away', () => {
    const names = ['gunicorn.timeout', 'gunicorn.keepalive', 'nginx.proxy_read_timeout'];
    expect(nearest('gunicorn.timeut', names)).toBe('gunicorn.timeout');
    expect(nearest('Gunicorn.keep-alive', names)).toBe('gunicorn.keepalive');
    expect(nearest('puma.worker_timeout', names)).toBe(undefined);
    expect(nearest('x', [])).toBe(undefined);
  });
});

describe('progress', () => {
  const run = (
    isTTY: boolean,
    steps: (progress: ReturnType<typeof progressOn>, turn: (ms: number) => void) => void,
  ) => {
    let now = 0;
    const written: string[] = [];
    const stream = {
      isTTY,
      columns: 60,
      write: (text: string) => written.push(text),
    } as unknown as NodeJS.WriteStream;
    steps(
      progressOn(stream, () => now),
      (ms) => {
        now += ms;
      },
    );
    return written;
  };
  const MiB = 1024 * 1024;

  it('is one row with share and rate, seldom rewritten, and gone in the end', () => {
    const written = run(true, (progress, turn) => {
      turn(1_000);
      for (let done = 0; done <= 300; done += 100) {
        progress.at('searching access.log', done * MiB, 400 * MiB);
        progress.at('searching access.log', done * MiB + 1, 400 * MiB);
        turn(500);
      }
      progress.end();
    });
    expect(written).toEqual([
      '\r\u001b[Ksearching access.log: 0 % of 400 MiB',
      '\r\u001b[Ksearching access.log: 25 % of 400 MiB, 200 MiB/s',
      '\r\u001b[Ksearching access.log: 50 % of 400 MiB, 200 MiB/s',
      '\r\u001b[Ksearching access.log: 75 % of 400 MiB, 200 MiB/s',
      '\r\u001b[K',
    ]);
  });

  it('is silent for small work and where no person looks', () => {
    expect(run(true, (progress) => progress.at('reading', MiB, 2 * MiB))).toEqual([]);
    const piped = run(false, (progress, turn) => {
      turn(1_000);
      progress.at('reading', 100 * MiB, 200 * MiB);
      progress.say('weighing');
      progress.end();
    });
    expect(piped).toEqual([]);
  });
});
