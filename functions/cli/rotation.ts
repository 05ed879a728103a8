/** `error.log.2.gz`, `error.log-20261122` and `error-2026-11-22.log` are pieces of one log. */
export interface Piece {
  readonly log: string;
  /** 0 for the newest; only pieces of one log compare. */
  readonly age: number;
}

const dated =
  /^(.*?)[._-](20\d\d)-?([01]\d)-?([0-3]\d)(?:[T_-]?(\d\d))?(?:[:-]?\d\d){0,2}(?:-\d+)?(\.[A-Za-z]+)?$/;
const numbered = /^(.*?)[._-](\d{1,3})(\.[A-Za-z]+)?$/;

export function pieceOf(name: string): Piece {
  const unpacked = name.replace(/\.t?gz$/i, '');
  const day = dated.exec(unpacked);
  if (day) {
    const written = Number(`${day[2]}${day[3]}${day[4]}${day[5] ?? '00'}`);
    return { log: `${day[1]}${day[6] ?? ''}`, age: 10_000_000_000 - written };
  }
  const turn = numbered.exec(unpacked);
  return turn ? { log: `${turn[1]}${turn[3] ?? ''}`, age: Number(turn[2]) } : { log: unpacked, age: 0 };
}
