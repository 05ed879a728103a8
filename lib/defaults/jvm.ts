import { defineProgram } from '#lib/catalogue/define.ts';

export const jvm = defineProgram({
  program: 'jvm',
  title: 'Java',
  role: 'backend',
  processes: ['java', 'java*'],
  limits: [],
});
