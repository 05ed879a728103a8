import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Runs a program to its end. Throws where it cannot be started. */
export function timed(command: string, args: readonly string[]) {
  const start = process.hrtime.bigint();
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1024 ** 3 });
  if (error) throw error;
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, stdout, stderr };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
