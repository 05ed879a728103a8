/** A usage or input error: one sentence that says what to do, shown without a stack trace. Exit code 2. */
export class Problem extends Error {}

/** What the operating system says, as people say it. */
export function spoken(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'it may not be read by this user',
    EPERM: 'it may not be read by this user',
    EISDIR: 'it is a directory',
    ENOSPC: 'the temporary directory is full',
    EMFILE: 'too many files are open',
    EIO: 'the disk answers with an input/output error',
  };
  return known[code] ?? (error instanceof Error ? error.message : String(error));
}
