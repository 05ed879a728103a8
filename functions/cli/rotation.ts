/** `error.log.2.gz`, `error.log-20261122`, `error-2026-11-22.log` are pieces of one log: its name, and how old the piece is. */
export interface Piece {
  readonly log: string;
  /** 0 for the newest; only pieces of one log compare. */
  readonly age: number;
}

export function pieceOf(name: string): Piece {
  const unpacked = name.replace(/\.t?gz$/i, '');
  const numbered = /^(.*?)[._-](\d{1,3})(\.[A-Za-z]+)?$/.exec(unpacked);
  if (numbered) return { log: `${numbered[1]}${numbered[3] ?? ''}`, age: Number(numbered[2]) };
  const dated = /^(.*?)[._-](\d{4})-?(\d\d)-?(\d\d)(?:[T_-]?(\d\d))?(?:-?\d{2,8})?(\.[A-Za-z]+)?$/.exec(
    unpacked,
  );
  if (!dated) return { log: unpacked, age: 0 };
  const day = Number(`${dated[2]}${dated[3]}${dated[4]}${dated[5] ?? '00'}`);
  return { log: `${dated[1]}${dated[6] ?? ''}`, age: 10_000_000_000 - day };
}
