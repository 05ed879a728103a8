import { defineProgram } from '#lib/catalogue/define.ts';

export const ruby = defineProgram({
  program: 'ruby',
  title: 'Ruby',
  role: 'backend',
  processes: ['ruby*'],
  limits: [],
});
