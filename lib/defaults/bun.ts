import { defineProgram } from '#lib/catalogue/define.ts';

export const bun = defineProgram({
  program: 'bun',
  title: 'Bun',
  role: 'backend',
  processes: ['bun*'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'bun.idleTimeout',
      written: 'idleTimeout',
      unit: 'ms',
      values: [{ since: '1.1.26', value: 10_000, note: 'Also of a handler that sends nothing.' }],
      manual: 'https://bun.com/docs/api/http#idletimeout',
    },
  ],
});
