import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { headOf } from '#functions/cli/encoding.ts';
import { spoken } from '#functions/cli/problem.ts';

/** A file that is left out, and the reason as a clause. */
export interface Left {
  readonly file: string;
  readonly why: string;
}

/** What lies under a folder, named from there, in the order of the names. */
export interface Found {
  readonly logs: readonly string[];
  readonly skipped: readonly Left[];
  readonly unreadable: readonly Left[];
}

interface Other {
  readonly is: (name: string, head: Buffer) => boolean;
  readonly why: string;
}

const named =
  (pattern: RegExp): Other['is'] =>
  (name) =>
    pattern.test(name);

/** pcap in both byte orders, of micro- and nanoseconds, and pcapng: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-05.html */
const packets = new Set(['a1b2c3d4', 'd4c3b2a1', 'a1b23c4d', '4d3cb2a1', '0a0d0d0a']);

/** What lies beside logs and is none. */
const others: readonly Other[] = [
  { is: named(/^\./), why: 'hidden' },
  {
    is: named(/^(?:readme|license|changelog)(?:\.|$)|\.(?:md|rst|adoc|html?)$/i),
    why: 'prose about the logs',
  },
  { is: named(/^client[-_.]?views?\b|[-_.]client[-_.]?view\./i), why: "the client's view" },
  {
    is: named(
      /^(?:Caddyfile|Dockerfile|Makefile|Procfile)$|\.(?:conf|cfg|cnf|ini|ya?ml|toml|vcl|service|properties|env)$/,
    ),
    why: 'configuration',
  },
  {
    is: named(/\.(?:[cm]?[jt]sx?|py|rb|php|go|rs|java|kt|cs|c|h|sh|lua|ex|sql)$/),
    why: 'source code',
  },
  {
    is: (_, head) => packets.has(head.toString('hex', 0, 4)),
    why: 'packets: closecall reads them as tcpdump prints them',
  },
  {
    is: (name, head) => /\.json$/i.test(name) && !isRecordALine(head),
    why: 'one JSON document, and not a record a line',
  },
];

/** The head holds the first line whole where that is not very long. */
function isRecordALine(head: Buffer): boolean {
  const [first = '', ...more] = head.toString('utf8').trimStart().split('\n');
  try {
    return typeof JSON.parse(first) === 'object';
  } catch {
    return more.length === 0 && first.startsWith('{"');
  }
}

/** Every file under a folder; links to folders are not followed. */
export function filesUnder(root: string): Found {
  const logs: string[] = [];
  const skipped: Left[] = [];
  const unreadable: Left[] = [];
  const visit = (folder: string) => {
    for (const entry of entriesOf(folder, unreadable, root)) {
      const path = join(folder, entry.name);
      const file = relative(root, path);
      if (entry.isDirectory() && !entry.name.startsWith('.')) visit(path);
      else
        try {
          const why = notALog(path);
          if (why === undefined) logs.push(file);
          else skipped.push({ file, why });
        } catch (error) {
          unreadable.push({ file, why: spoken(error) });
        }
    }
  };
  visit(root);
  return { logs, skipped, unreadable };
}

function entriesOf(folder: string, unreadable: Left[], root: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    unreadable.push({ file: `${relative(root, folder)}/`, why: spoken(error) });
    return [];
  }
}

/** Undefined for a log, as far as name and first bytes tell. Throws what the operating system says. */
function notALog(path: string): string | undefined {
  const stat = statSync(path);
  if (stat.isDirectory()) return basename(path).startsWith('.') ? 'hidden' : 'a link to a folder';
  if (!stat.isFile()) return 'no regular file';
  if (stat.size === 0) return 'empty';
  const head = headOf(path);
  return others.find(({ is }) => is(basename(path), head))?.why;
}
