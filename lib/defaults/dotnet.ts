import { defineProgram } from '#lib/catalogue/define.ts';

export const dotnet = defineProgram({
  program: 'dotnet',
  title: '.NET',
  role: 'backend',
  processes: ['dotnet', '.NET*'],
  limits: [],
});
