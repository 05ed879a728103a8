import { beforeAll, describe, expect, it } from 'vitest';
import { causeList, causesNamed } from '#functions/cli/cause-list.ts';
import { signatureList, signaturesNamed } from '#functions/cli/signature-list.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Provenance, Sample } from '#lib/model/signature.ts';
import { build, closecall, folder } from './command.ts';

const idsOf = (...words: readonly string[]): readonly string[] => signaturesNamed(words).map(({ id }) => id);

describe('closecall signatures', () => {
  it('lists all, or those that every word names', () => {
    expect(idsOf()).toHaveLength(catalogue.signatures.length);
    expect(new Set(idsOf('gunicorn').map((id) => id.split('/')[0]))).toContain('gunicorn');
    const both = idsOf('kernel', 'oom-kill');
    expect(both).toContain('kernel/oom-killed');
    expect(both).toEqual(idsOf('oom-kill').filter((id) => idsOf('kernel').includes(id)));
    expect(idsOf('aside', 'nginx-error')).toContain('nginx/client-closed');
  });

  it('shows one whole: what it means, its source, what is it and what is not', () => {
    const said = signatureList(signaturesNamed(['gunicorn/worker-timeout']));
    expect(said).toContain('  points to  worker-timeout (decisive)');
    expect(said).toMatch(/ {2}sample {5}\[2026-11-22 11:56:07 \+0000\] .*\n {4}from {5}captured, gunicorn/);
    expect(said).toMatch(/ {2}is not {5}.*\n {4}for {6}/);
  });

  it('says what was meant by a word that names nothing, and by words that exclude each other', () => {
    expect(() => signaturesNamed(['gunicron'])).toThrow('Did you mean gunicorn?');
    expect(() => signaturesNamed(['zzzzzzzz'])).toThrow(/Pass a program \(.*nginx/);
    expect(() => signaturesNamed(['gunicorn', 'nginx-error'])).toThrow('Each word narrows the list');
  });
});

describe('closecall causes', () => {
  it('lists the causes and the look-alikes', () => {
    const said = causeList(causesNamed(undefined));
    for (const { id } of [...catalogue.causes, ...catalogue.lookalikes]) expect(said).toContain(`  ${id} `);
  });

  it('shows one whole: the lines that name it, what is asked of a close, what settles it', () => {
    const said = causeList(causesNamed('keepalive-race'));
    expect(said).toContain('+2.6 first-sign');
    expect(said).toContain('settled by\n  the proxy’s access log');
    expect(causeList(causesNamed('oom-kill'))).toMatch(
      /decisive lines\n(?: {2}.*\n)* {2}kernel\/oom-killed: /,
    );
    expect(causeList(causesNamed('client-closed'))).toContain('  told by    nginx/client-closed: ');
  });

  it('says which was meant', () => {
    expect(() => causesNamed('oom')).toThrow('The causes are oom-kill');
    expect(() => causesNamed('oomkill')).toThrow('Did you mean oom-kill?');
  });
});

describe('the command', () => {
  const { path: cwd } = folder();
  beforeAll(build, 120_000);

  it('prints both as JSON, none without a sample that says where it is from', () => {
    const { code, stdout } = closecall(cwd, ['signatures', '--json']);
    const listed: readonly { readonly samples: readonly Sample[]; readonly provenance: Provenance }[] =
      JSON.parse(stdout);
    expect([code, listed.length]).toEqual([0, catalogue.signatures.length]);
    const unsourced = listed.filter(
      ({ samples, provenance }) =>
        samples.length === 0 || samples.some(({ from }) => !from) || !provenance.version,
    );
    expect(unsourced).toEqual([]);
    const causes = JSON.parse(closecall(cwd, ['causes', '--json']).stdout);
    expect(causes).toHaveLength(catalogue.causes.length + catalogue.lookalikes.length);
  });

  it('ends with 2 for a word that names nothing', () => {
    expect(closecall(cwd, ['causes', 'oomkill'])).toMatchObject({
      code: 2,
      stderr: 'closecall: There is no cause oomkill. Did you mean oom-kill?\n',
    });
  });
});
