import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedVerdict, verdictJsonSchema } from '#functions/schemas/verdict.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { json } from '#lib/notifiers/json.ts';
import { published } from '#test/published.ts';
import { stories } from './stories.ts';

const root = join(import.meta.dirname, '../..');

/** The same with the keys of every object turned around. */
const backwards = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(backwards)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, each]) => [key, backwards(each)]),
        )
      : value;

describe.each(stories)('$name', ({ verdict }) => {
  it('is a published verdict', () => {
    expect(publishedVerdict.parse(verdict)).toEqual(verdict);
    expect(JSON.parse(json(verdict))).toEqual(verdict);
  });

  it('is the same text however the verdict was built', () => {
    expect(json(backwards(verdict) as Verdict)).toBe(json(verdict));
  });

  it('writes nothing that a terminal obeys or hides', () => {
    expect(json(verdict)).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
  });
});

it('has the keys in the published order', async () => {
  const story = stories.find(({ name }) => name === 'two-causes');
  if (!story) throw new Error('the story is missing');
  await expect(json(story.verdict)).toMatchFileSnapshot('goldens/two-causes.json.txt');
});

it('is published as a JSON Schema', async () => {
  await expect(published(verdictJsonSchema())).toMatchFileSnapshot(
    join(root, 'functions/schemas/verdict.schema.json'),
  );
});

it('lets later versions add keys', () => {
  for (const { verdict } of stories)
    expect(publishedVerdict.safeParse({ ...verdict, later: 1 }).success).toBe(true);
});
