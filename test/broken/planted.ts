/** What test/broken/layers.test.ts plants: every rule broken once, and beside it a line that must pass. */

/** One file to plant: the lines that must pass, and the lines that must be refused. */
export interface Planted {
  readonly at: string;
  readonly allows: readonly string[];
  readonly refuses: readonly string[];
  readonly because: RegExp;
}

const imports = (planted: Planted): Planted => ({
  ...planted,
  allows: planted.allows.map((from) => `import '${from}';`),
  refuses: planted.refuses.map((from) => `import '${from}';`),
});

const outside = [
  'node:fs',
  'fs',
  'zod',
  '@aws-sdk/client-sns',
  '#functions/wire/wired.ts',
  '#functions/cli/main.ts',
];
const lists = ['#lib/catalogue/signatures.ts', '#lib/catalogue/docs.ts'];
const kinds = ['formats', 'signatures', 'causes', 'defaults'].map((kind) => `#lib/${kind}/one.ts`);

export const layers: readonly Planted[] = [
  {
    at: 'lib/model/planted.ts',
    allows: ['./time.ts'],
    refuses: [
      ...outside,
      ...lists,
      ...kinds,
      '#lib/engine/read.ts',
      '#lib/notifiers/slack.ts',
      '#lib/pipeline.ts',
    ],
    because: /The model imports nothing but its own files\./,
  },
  {
    at: 'lib/figures/planted.ts',
    allows: ['./runs.ts', '#lib/model/time.ts'],
    refuses: [
      ...outside,
      ...lists,
      ...kinds,
      '#lib/catalogue/define.ts',
      '#lib/engine/read.ts',
      '#lib/pipeline.ts',
    ],
    because: /A figure measures the model's nouns and knows nothing else\./,
  },
  {
    at: 'lib/causes/planted.ts',
    allows: ['./beside.ts', '#lib/model/time.ts', '#lib/figures/shape.ts', '#lib/catalogue/define-cause.ts'],
    refuses: [...outside, ...lists, ...kinds, '#lib/engine/read.ts', '#lib/pipeline.ts'],
    because: /A cause knows the model, the figures and its own define…/,
  },
  ...['formats/planted.ts', 'signatures/nginx/planted.ts', 'defaults/planted.ts'].map(
    (file): Planted => ({
      at: `lib/${file}`,
      allows: [
        './beside.ts',
        '#lib/model/time.ts',
        '#lib/catalogue/define.ts',
        '#lib/catalogue/define-cause.ts',
      ],
      refuses: [
        ...outside,
        ...lists,
        ...kinds,
        '#lib/figures/shape.ts',
        '#lib/engine/read.ts',
        '#lib/notifiers/slack.ts',
        '#lib/pipeline.ts',
      ],
      because: /A fact knows the model and its own define…/,
    }),
  ),
  {
    at: 'lib/catalogue/planted.ts',
    allows: ['./define.ts', '#lib/model/time.ts', ...kinds, '#lib/signatures/nginx/one.ts'],
    refuses: [...outside, '#lib/engine/read.ts', '#lib/notifiers/slack.ts', '#lib/pipeline.ts'],
    because: /The catalogue lists facts/,
  },
  {
    at: 'lib/engine/planted.ts',
    allows: ['./match.ts', './join/interval.ts', '#lib/model/time.ts'],
    refuses: [
      ...outside,
      ...lists,
      ...kinds,
      '#lib/catalogue/define.ts',
      '#lib/notifiers/slack.ts',
      '#lib/pipeline.ts',
    ],
    because: /The engine knows no proxy, backend, cause or medium/,
  },
  {
    at: 'lib/notifiers/planted.ts',
    allows: ['./escape.ts', '#lib/model/time.ts', '@slack/types', 'd3-scale', 'd3-time-format'],
    refuses: [
      ...outside,
      ...lists,
      ...kinds,
      '#lib/engine/read.ts',
      '@slack/web-api',
      'd3-shape',
      '#lib/pipeline.ts',
    ],
    because: /A notifier turns an alert into a request/,
  },
  {
    at: 'lib/pipeline.ts',
    allows: ['./model/time.ts', '#lib/engine/read.ts', '#lib/notifiers/slack.ts', ...lists, ...kinds],
    refuses: [...outside, '@slack/types', 'd3-scale', '..', '../infra/app.ts', './..', './../infra/app.ts'],
    because: /The pipeline composes the core|Never \.\.\//,
  },
  {
    at: 'lib/somewhere-new/planted.ts',
    allows: ['./beside.ts'],
    refuses: [...outside, ...lists, ...kinds, '#lib/model/time.ts'],
    because: /give the folder its layer/,
  },
  {
    at: 'functions/planted.ts',
    allows: ['./beside.ts', '#functions/adapters/table.ts', '#lib/pipeline.ts', 'node:fs', 'zod'],
    refuses: ['@aws-sdk/client-sns', '@smithy/node-http-handler', '@slack/web-api'],
    because: /SDK clients live in functions\/adapters\//,
  },
  ...['functions/evaluate.ts', 'functions/adapters/table.ts'].map(
    (at): Planted => ({
      at,
      allows: ['./beside.ts', '#functions/config.ts', '#lib/pipeline.ts'],
      refuses: ['#infra/app.ts', 'aws-cdk-lib', 'aws-cdk-lib/aws-sns', 'constructs'],
      because: /What runs does not know how it is deployed/,
    }),
  ),
  {
    at: 'functions/adapters/planted.ts',
    allows: ['@aws-sdk/client-sns', '@smithy/node-http-handler', '#lib/pipeline.ts', 'node:zlib'],
    refuses: [],
    because: /^$/,
  },
].map(imports);

export const climbing: readonly Planted[] = [
  'lib/climbing.ts',
  'lib/model/climbing.ts',
  'lib/formats/climbing.ts',
  'lib/catalogue/climbing.ts',
  'lib/engine/climbing.ts',
  'lib/notifiers/climbing.ts',
  'functions/climbing.ts',
  'functions/adapters/climbing.ts',
  'infra/climbing.ts',
  'test/climbing.test.ts',
].map((at) =>
  imports({
    at,
    allows: ['./beside.ts', './deeper/beside.ts'],
    refuses: [
      '..',
      '../lib/model/time.ts',
      '../../infra/app.ts',
      './../model/time.ts',
      './deeper/../../app.ts',
      './..',
    ],
    because: /Never \.\.\//,
  }),
);

export const forms: readonly Planted[] = [
  {
    at: 'lib/engine/forms.ts',
    allows: [
      "import type { A } from '#lib/model/time.ts';",
      "export { a } from '#lib/model/time.ts';",
      "export * from './match.ts';",
      "export const a2 = import('./match.ts');",
    ],
    refuses: [
      "import b from '#lib/formats/one.ts';",
      "import type { B } from '#lib/formats/one.ts';",
      "import { type C } from '#lib/formats/one.ts';",
      "import * as d from '#lib/formats/one.ts';",
      "export { e } from '#lib/formats/one.ts';",
      "export type { F } from '#lib/formats/one.ts';",
      "export * from '#lib/formats/one.ts';",
      "export const g = import('#lib/formats/one.ts');",
    ],
    because: /The engine knows no proxy/,
  },
  ...['lib/engine/unseen.ts', 'functions/unseen.ts'].map(
    (at): Planted => ({
      at,
      allows: ["import { a } from './match.ts';"],
      refuses: ["export type B = import('#lib/formats/one.ts').B;", "export const c = require('zod');"],
      because: /Write an import statement at the top/,
    }),
  ),
];

export const machine: readonly Planted[] = [
  {
    at: 'lib/model/clock.ts',
    allows: [
      'export const a = (at: number) => new Date(at);',
      'export const b = (text: string) => new Date(text).getTime();',
      'export const c = Date.UTC(2026, 2, 1);',
      'export const d = (at: Date) => at.toISOString();',
      'export const e = Math.max(1, 2);',
      "export const f = 'A'.toLowerCase();",
      'export interface Clock { readonly now: Date; readonly random: () => number }',
    ],
    refuses: [
      'export const g = Date.now();',
      'export const h = [1].map(Date.now);',
      "export const i = Date['now']();",
      'export const j = globalThis.Date.now();',
      'export const k = new Date();',
      'export const l = new Date;',
      'export const m = new Date(2026, 2);',
      'export const n = new Date(2026, 2, 1, 12);',
      'export const o = (parts: [number, number]) => new Date(...parts);',
      "export const p = Date.parse('2026-03-01');",
      'export const q = Date();',
      'export const r = (at: Date) => at.toLocaleString();',
      "export const s = (at: Date) => at.toLocaleDateString('en');",
      'export const t = (at?: Date) => at?.toLocaleTimeString();',
      "export const u = 'i'.toLocaleUpperCase();",
      'export const v = Math.random();',
    ],
    because: /take the clock as an argument/,
  },
  {
    at: 'functions/clock.ts',
    allows: [
      'export const a = Date.now();',
      'export const b = new Date();',
      'export const c = Math.random();',
    ],
    refuses: [],
    because: /^$/,
  },
];

export const cycles: readonly Planted[] = [
  { at: 'lib/engine/first.ts', allows: [], refuses: ["import './second.ts';"], because: /cycle/ },
  {
    at: 'lib/engine/second.ts',
    allows: [],
    refuses: ["import type { A } from './third.ts';"],
    because: /cycle/,
  },
  {
    at: 'lib/engine/third.ts',
    allows: ["import './last.ts';"],
    refuses: ["import './first.ts';"],
    because: /cycle/,
  },
  { at: 'lib/engine/last.ts', allows: ['export const last = 1;'], refuses: [], because: /^$/ },
  { at: 'functions/here.ts', allows: [], refuses: ["import '#functions/there.ts';"], because: /cycle/ },
  { at: 'functions/there.ts', allows: [], refuses: ["import '#functions/here.ts';"], because: /cycle/ },
];

export const ambient: readonly Planted[] = [
  {
    at: 'lib/engine/ambient.ts',
    allows: ['export const a = new Map<string, number>().get(String(JSON.parse("1")));'],
    refuses: [
      "export const b = process.env['HOME'];",
      "export const c = Buffer.from('');",
      "export const d = fetch('http://192.0.2.1/');",
      "export const e = console.log('');",
      'export const f = setTimeout(() => undefined, 1);',
      'export const g = performance.now();',
      "export const h = new URL('http://example.com/');",
      "export { readFileSync } from 'node:fs';",
    ],
    because: /^$/,
  },
];
