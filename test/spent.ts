import process from 'node:process';

/** Milliseconds for which this process has had a processor: whoever else the machine works for does not count. */
export function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
