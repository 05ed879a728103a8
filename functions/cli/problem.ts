/** A usage or input error: it says what was understood, what not, and what to pass. Shown without a stack trace; exit code 2. */
export class Problem extends Error {}

const known: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is a file and no directory',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'no file can have so long a name',
  ENXIO: 'it is a socket or a device that nothing is behind',
  EMFILE: 'too many files are open (raise it with ulimit -n)',
  EIO: 'the disk answers with an input/output error',
  ESTALE: 'the file server has lost it',
  ERR_INVALID_ARG_VALUE: 'no file can have such a name',
  Z_BUF_ERROR: 'it ends too early',
  Z_DATA_ERROR: 'its data or its checksum is wrong',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** What the operating system says, as people say it. */
export function spoken(error: unknown): string {
  return known[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

export const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error));
