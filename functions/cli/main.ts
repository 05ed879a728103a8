import { readFileSync } from 'node:fs';
import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { defaultTiming } from '#lib/engine/join.ts';
import { json } from '#lib/notifiers/json.ts';
import { terminal } from '#lib/notifiers/terminal.ts';
import { playDemo } from './demo/play.ts';
import { explain } from './explain.ts';
import { explainLine } from './explain-line.ts';
import { momentOf, settingsOf } from './known.ts';
import { lookOf } from './look.ts';
import { Problem } from './problem.ts';
import { version } from './version.ts';

/** 0: no premature close; 1: at least one; 2: the command or its input was wrong. */
const exit = { none: 0, found: 1, usage: 2 } as const;

interface ExplainFlags {
  readonly json?: true;
  readonly asDelivered?: true;
  readonly tz?: string;
  readonly set: readonly string[];
  readonly config?: string;
  readonly since?: string;
  readonly until?: string;
}

const collect = (value: string, held: readonly string[]): readonly string[] => [...held, value];

function program(finish: (code: number) => void): Command {
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const closecall = new Command('closecall')
    .description('Says why the backend hung up: joins proxy and backend logs and shows the lines that prove it.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(closecall --help shows what there is)')
    .configureHelp({ sortSubcommands: false })
    .addHelpText(
      'after',
      `
Examples:
  closecall explain /var/log/nginx/error.log /var/log/gunicorn/error.log
  journalctl -k -o short-iso | closecall explain - error.log access.log.1.gz
  closecall explain --set nginx.proxy_read_timeout=60s --tz Europe/Berlin *.log
  closecall demo

Exit codes: 0 no premature close found, 1 at least one found, 2 wrong usage or input.`,
    );

  closecall
    .command('explain')
    .description('reads log files and says why each connection was closed')
    .argument('<file...>', 'logs of the proxy, the backend, the kernel: any mix; also .gz; - is standard input')
    .option('--json', 'print the verdict as JSON (closecall/verdict@1)')
    .option('--as-delivered', 'use only the lines that the CloudWatch filter patterns would deliver, and no context')
    .option('--tz <zone>', 'zone of lines that carry none: +02:00, UTC, Europe/Berlin')
    .option('--set <setting=value>', 'a setting that you know, repeatable: gunicorn.timeout=30s', collect, [])
    .option('--config <file>', 'a closecall.config.json with sources, settings and timings')
    .option('--since <time>', 'leave out what happened earlier: 2026-11-22T12:00:00Z, or 2h for two hours ago')
    .option('--until <time>', 'leave out what happened later')
    .addHelpText(
      'after',
      `
Formats, roles and zones are found from the content. Give the proxy's log and, as far as you have them, the backend's
and the kernel's (dmesg, journalctl -k): what is missing is named in the answer.`,
    )
    .action(async (files: readonly string[], flags: ExplainFlags) => {
      const now = Date.now();
      const verdict = await explain({
        files,
        cwd,
        wishes: {
          zone: flags.tz,
          since: flags.since === undefined ? undefined : momentOf('--since', flags.since, now),
          until: flags.until === undefined ? undefined : momentOf('--until', flags.until, now),
          asDelivered: flags.asDelivered === true,
          entries: new Map(),
        },
        settings: settingsOf(flags.set),
        timing: defaultTiming,
      });
      process.stdout.write(flags.json ? json(verdict) : terminal(verdict, lookOf(process.stdout)));
      finish(verdict.summary.closes > 0 ? exit.found : exit.none);
    });

  closecall
    .command('explain-line')
    .description('says how a single line is read, and why it is or is not a signature')
    .argument('<line...>', 'the line, quoted; - takes lines from standard input')
    .action(async (words: readonly string[]) => {
      const given = words.join(' ');
      const text = given === '-' ? readFileSync(0, 'utf8') : given;
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      if (lines.length === 0) throw new Problem('explain-line: the line is empty. Quote a line of a log, or pass - and pipe lines in.');
      process.stdout.write(lines.map(explainLine).join('\n'));
    });

  closecall
    .command('demo')
    .description('plays a bundled real incident through the handlers and shows the alert')
    .action(async () => {
      process.stdout.write(await playDemo(lookOf(process.stdout)));
    });
  return closecall;
}

let code: number = exit.none;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(code);
});
try {
  await program((result) => {
    code = result;
  }).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    code = error.exitCode === 0 ? exit.none : exit.usage;
  } else if (error instanceof Problem) {
    process.stderr.write(`closecall: ${error.message}\n`);
    code = exit.usage;
  } else {
    throw error;
  }
}
process.exitCode = code;
