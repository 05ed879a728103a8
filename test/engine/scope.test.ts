import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isReadBy,
  mapped,
  matchesGlob,
  mayConcern,
  pagesReadBy,
  plainPath,
  readersOf,
  scopesOf,
} from '#lib/engine/scope.ts';
import { merge, summarise } from '#lib/engine/summarise.ts';
import type { Service } from '#lib/model/record.ts';
import { judge, runOf } from '#lib/pipeline.ts';
import { catalogueOf, signalOf, source, symptom } from './made-up.ts';

describe('a glob', () => {
  it.each([
    ['10.0.1.*:8080', '10.0.1.5:8080', true],
    ['10.0.1.*:8080', '10.0.1.5:80', false],
    ['10.0.1.*:8080', '10.0.1.:8080', true],
    ['10.0.1.5:8080', '10.0.1.5:8080', true],
    ['10.0.1.5:8080', '10.0.1.5:80801', false],
    ['*', '', true],
    ['*.example.com', 'example.com', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['ab*ba', 'aba', false],
    ['*ab*', 'xxabyy', true],
    ['**', 'x', true],
    ['a.c', 'abc', false],
    ['[::1]:*', '[::1]:80', true],
    ['unix:/run/*.sock', 'unix:/run/api.sock', true],
  ])('%s of %s: %s', (pattern, text, takes) => {
    expect(matchesGlob(pattern, text)).toBe(takes);
  });

  it('takes what the same expression takes', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (pattern, text) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '[^]*')}$`);
        expect(matchesGlob(pattern, text)).toBe(expression.test(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the path of a request', () => {
  it.each([
    ['/api/pay?x=/a/..', '/api/pay'],
    ['/api//pay', '/api/pay'],
    ['//api/', '/api/'],
    ['/%61pi/pay', '/api/pay'],
    ['/a/%2e%2e/api/pay', '/api/pay'],
    ['/a/./b/../../api', '/api'],
    ['/a/..', '/'],
    ['/a/b/..', '/a/'],
    ['/../../etc', '/etc'],
    ['/', '/'],
    ['http://shop.example.com/api/pay', '/api/pay'],
    ['http://shop.example.com', '/'],
    ['/%zz/%61', '/%zz/a'],
    ['/%ff%61pi', '/%ffapi'],
    ['*', '*'],
    ['shop.example.com:443', 'shop.example.com:443'],
  ])('%s is %s', (target, path) => {
    expect(plainPath(target)).toBe(path);
  });
});

describe('the rules of a source', () => {
  const rules: readonly Service[] = [
    { scope: 'api', hosts: ['API.example.com', '*.api.example.com'], paths: ['/v1/', '/v2/'] },
    { scope: 'jobs', ecsServices: ['jobs'] },
    { scope: 'shop', upstreams: ['10.0.1.*:8080', '10.0.2.1:8080'] },
    { scope: 'web', paths: ['/'] },
  ];

  it.each([
    [{ host: 'api.example.com', target: '/v1/pay' }, 'api'],
    [{ host: 'Api.Example.Com:8443', target: '/v2/pay' }, 'api'],
    [{ host: 'eu.api.example.com.', target: '/a/../v2/pay' }, 'api'],
    [{ host: 'api.example.com', target: '/v3/pay' }, 'web'],
    [{ host: 'api.example.com', upstream: '10.0.2.1:8080' }, 'shop'],
    [{ target: '/v1/pay' }, 'web'],
    [{ upstream: '10.0.1.77:8080', target: '/v1/pay' }, 'shop'],
    [{ upstream: '10.0.3.1:8080' }, undefined],
    [{ service: 'jobs' }, 'jobs'],
    [{ service: 'jobs-2' }, undefined],
    [{ target: '*' }, undefined],
    [{}, undefined],
  ])('give %j to %s', (says, scope) => {
    expect(mapped(says, rules)).toBe(scope);
  });

  it('may be none', () => {
    expect([mapped({ target: '/' }, undefined), mapped({ target: '/' }, [])]).toEqual([undefined, undefined]);
  });
});

describe('scopes', () => {
  const shared = source('edge', {
    scope: 'edge',
    shared: true,
    services: [
      { scope: 'shop', paths: ['/shop/'] },
      { scope: 'blog', paths: ['/blog/'] },
    ],
  });
  const backend = source('api', { scope: 'shop' });

  it('are those of sources and of their rules', () => {
    expect(scopesOf([shared, backend])).toEqual(['blog', 'edge', 'shop']);
    expect(scopesOf([])).toEqual(['default']);
  });

  it('read their own and what is shared, but for what a rule gave to another', () => {
    const readers = (fact: { scope?: string }) =>
      scopesOf([shared, backend]).filter((scope) => isReadBy(scope, fact, shared));
    expect(readers({})).toEqual(['blog', 'edge', 'shop']);
    expect(readers({ scope: 'shop' })).toEqual(['shop']);
    expect(isReadBy('blog', {}, backend)).toBe(false);
    expect(['blog', 'edge', 'shop', 'other'].map((scope) => mayConcern(scope, backend))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    const mappedOnly = { ...shared, shared: false };
    expect(['blog', 'edge', 'other'].map((scope) => mayConcern(scope, mappedOnly))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('have pages of their own, which those read whom they concern', () => {
    const lines = [
      { of: 'a/a', in: 'edge', scope: 'shop' },
      { of: 'a/a', in: 'edge', scope: 'blog' },
      { of: 'a/a', in: 'edge' },
      { of: 'a/a', in: 'edge', scope: 'edge' },
    ];
    const pages = summarise(lines.map(signalOf), 'edge', 'v');
    expect(pages.map(({ scope, facts }) => [scope, facts.length]).sort()).toEqual([
      ['blog', 1],
      ['edge', 2],
      ['shop', 1],
    ]);
    expect(merge(pages).facts).toHaveLength(4);
    const all = scopesOf([shared, backend]);
    expect(pages.map(({ scope }) => [scope, readersOf(scope, shared, all)]).sort()).toEqual([
      ['blog', ['blog']],
      ['edge', ['blog', 'edge', 'shop']],
      ['shop', ['shop']],
    ]);
    // Whoever reads a fact reads the page that holds it, and hears of it.
    for (const page of pages)
      for (const fact of page.facts)
        for (const scope of all.filter((each) => isReadBy(each, fact, shared))) {
          expect(pagesReadBy(scope, [shared, backend])).toContain(page.scope);
          expect(readersOf(page.scope, shared, all)).toContain(scope);
        }
  });

  it('are judged from their own pages, whoever hands in those of others too', () => {
    const lines = Array.from({ length: 120 }, (_, index) => ({
      of: 'proxy/closed',
      in: 'edge',
      at: index,
      scope: index % 3 === 0 ? 'shop' : 'blog',
      connection: `${index}`,
      text: `${index * 7919} closed`,
    }));
    const catalogue = catalogueOf([symptom('proxy/closed')]);
    const pages = summarise(lines.map(signalOf), 'edge', 'test');
    const own = pages.filter(({ scope }) => scope === 'shop');
    expect(own.length).toBeLessThan(pages.length);
    const judgedFrom = (given: typeof pages) =>
      judge(given, 'shop', runOf([shared, backend]), catalogue).incidents;
    expect(judgedFrom(own)[0]?.closes).toBe(40);
    expect(judgedFrom(pages)).toEqual(judgedFrom(own));
  });
});
