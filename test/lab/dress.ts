/** How what a container prints is kept. */
export const dresses = ['bare', 'docker', 'cri', 'journald'] as const;
export type Dress = (typeof dresses)[number];

/** Lines as their keeper writes them; `times`: when each came, in milliseconds. */
export const dressed = (
  lines: readonly string[],
  times: readonly number[],
  dress: Dress,
): readonly string[] =>
  lines.map((line, index) => wrapped(line, times[index] ?? times[times.length - 1] ?? 0, dress));

function wrapped(line: string, at: number, dress: Dress): string {
  const time = new Date(at).toISOString();
  const precise = time.replace('Z', '417206Z');
  switch (dress) {
    case 'bare':
      return line;
    case 'docker':
      return JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: precise });
    case 'cri':
      return `${precise} stderr F ${line}`;
    case 'journald':
      return `${time.replace(/\.\d+Z/, '+00:00')} web-1 app[811]: ${line}`;
  }
}
