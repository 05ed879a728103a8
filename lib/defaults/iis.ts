import { defineProgram } from '#lib/catalogue/define.ts';

export const iisDefaults = defineProgram({
  program: 'iis',
  title: 'IIS',
  role: 'proxy',
  processes: [],
  limits: [],
});
