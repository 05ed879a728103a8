import process from 'node:process';
import type { Command } from 'commander';

const aboutSignatures = `
A word is a program, a format, a cause, a role (symptom, aside, clue) or an id; each one narrows the list. One signature
alone is shown whole: what it means, what it points to, where its text is from, lines that are it and lines that are not.

  closecall signatures gunicorn
  closecall signatures kernel oom-kill
  closecall signatures gunicorn/worker-timeout
  closecall signatures --json | jq -r '.[].id'`;

const aboutCauses = `
  closecall causes
  closecall causes keepalive-race
  closecall causes --json`;

/** What closecall knows: the same lists that it reads logs with. */
export function addCatalogue(closecall: Command): void {
  closecall
    .command('signatures')
    .description('lists the lines that it knows, by program, and what each of them means')
    .argument('[word...]', 'which: a program, a format, a cause, a role or an id')
    .option('--json', 'print them as JSON')
    .addHelpText('after', aboutSignatures)
    .action(async (words: readonly string[], { json }: { readonly json?: true }) => {
      const { signatureList, signaturesJson, signaturesNamed } = await import('./signature-list.ts');
      process.stdout.write((json ? signaturesJson : signatureList)(signaturesNamed(words)));
    });

  closecall
    .command('causes')
    .description('lists the causes that it tells apart, and the failures that only look like one')
    .argument('[id]', 'one of them, to be shown whole')
    .option('--json', 'print them as JSON')
    .addHelpText('after', aboutCauses)
    .action(async (id: string | undefined, { json }: { readonly json?: true }) => {
      const { causeList, causesJson, causesNamed } = await import('./cause-list.ts');
      process.stdout.write((json ? causesJson : causeList)(causesNamed(id)));
    });
}
