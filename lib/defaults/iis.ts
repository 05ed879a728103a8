import { defineProgram } from '#lib/catalogue/define.ts';

export const iisDefaults = defineProgram({
  program: 'iis',
  title: 'IIS',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'response',
      setting: 'iis.requestTimeout',
      written: 'requestTimeout',
      unit: 'ms',
      values: [{ since: '1.0', value: 120000, note: 'Of the ASP.NET Core module, out of process.' }],
      manual: 'https://learn.microsoft.com/en-us/aspnet/core/host-and-deploy/iis/web-config',
    },
  ],
});
