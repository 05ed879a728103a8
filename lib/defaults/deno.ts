import { defineProgram } from '#lib/catalogue/define.ts';

export const deno = defineProgram({
  program: 'deno',
  title: 'Deno',
  role: 'backend',
  processes: ['deno*'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'deno.keep_alive',
      written: 'Deno.serve',
      unit: 'ms',
      values: [{ since: '2.0.0', value: null }],
      manual: 'https://docs.deno.com/api/deno/~/Deno.serve',
    },
  ],
});
