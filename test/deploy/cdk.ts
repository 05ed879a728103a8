import { join } from 'node:path';
import type { Emulator } from './emulator.ts';
import { root } from './places.ts';
import { run } from './run.ts';

/** The real command on the real app. Throws with everything it said when it fails. */
export async function cdk({ environment, scratch }: Emulator, ...args: readonly string[]): Promise<string> {
  const program = join(root, 'node_modules/aws-cdk/bin/cdk');
  const { status, stdout, stderr } = await run(
    'node',
    [program, ...args, '--no-notices', '--output', join(scratch, 'cdk.out')],
    { cwd: root, env: { ...environment, PATH: `${join(root, 'node_modules/.bin')}:${environment['PATH']}` } },
  );
  if (status !== 0) throw new Error(`cdk ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}
