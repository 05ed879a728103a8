import { execFileSync } from 'node:child_process';

/** As people get it: seconds since boot, a wall clock made of them, and what journald would say. */
const styles: readonly (readonly string[])[] = [[], ['-T'], ['--time-format', 'iso']];

/** What the kernel says from now on, in one of its styles. Undefined: this user may not read it. */
export function kernel(style: number): { readonly lines: () => readonly string[] } | undefined {
  const read = (...flags: readonly string[]): readonly string[] =>
    execFileSync('dmesg', flags, { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 })
      .split('\n')
      .filter(Boolean);
  const secondsOf = (line: string): number => Number(/^\[\s*([\d.]+)\]/.exec(line)?.[1] ?? 0);
  try {
    const from = read().reduce((latest, line) => Math.max(latest, secondsOf(line)), 0);
    return {
      lines() {
        const since = read().filter((line) => secondsOf(line) > from).length;
        return since === 0 ? [] : read(...(styles[style % styles.length] ?? [])).slice(-since);
      },
    };
  } catch {
    return undefined;
  }
}
