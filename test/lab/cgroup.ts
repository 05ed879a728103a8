import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Control groups of version 1 and 2 name things otherwise. */
const roots = [
  { at: '/sys/fs/cgroup/memory', limit: 'memory.limit_in_bytes', procs: 'cgroup.procs', swap: undefined },
  { at: '/sys/fs/cgroup', limit: 'memory.max', procs: 'cgroup.procs', swap: 'memory.swap.max' },
] as const;

let made = 0;

/** A command whose processes may hold so many MiB together: the kernel kills one of them when they want more. */
export function capped(
  memory: number | undefined,
  program: string,
  args: readonly string[],
): { readonly program: string; readonly args: readonly string[] } {
  if (memory === undefined) return { program, args };
  const root = roots.find(
    ({ at, limit }) => existsSync(join(at, limit)) || existsSync(join(at, 'user.slice', limit)),
  );
  if (!root)
    throw new Error(
      'No memory controller under /sys/fs/cgroup: an OOM kill needs a Linux with control groups, and root.',
    );
  // Named as a service manager would.
  const group = join(root.at, `app-${process.pid}-${++made}.service`);
  mkdirSync(group, { recursive: true });
  process.once('exit', () => {
    try {
      rmdirSync(group);
    } catch {
      // Somebody is still in it.
    }
  });
  writeFileSync(join(group, root.limit), `${memory * 2 ** 20}`);
  if (root.swap) writeFileSync(join(group, root.swap), '0');
  // The shell enters the group and becomes the program.
  const enter = 'echo $$ > "$0"; exec "$@"';
  return { program: 'sh', args: ['-c', enter, join(group, root.procs), program, ...args] };
}
