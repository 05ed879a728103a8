import { defineProgram } from '#lib/catalogue/define.ts';

export const go = defineProgram({
  program: 'go',
  title: 'Go net/http',
  role: 'backend',
  processes: [],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'go.IdleTimeout',
      written: 'Server.IdleTimeout',
      unit: 'ms',
      values: [{ since: '1.8', value: null, note: 'ReadTimeout where that is set.' }],
      manual: 'https://pkg.go.dev/net/http#Server',
    },
    {
      kind: 'request',
      setting: 'go.ReadTimeout',
      written: 'Server.ReadTimeout',
      unit: 'ms',
      values: [{ since: '1.0', value: null }],
      manual: 'https://pkg.go.dev/net/http#Server',
    },
    {
      kind: 'request',
      setting: 'go.WriteTimeout',
      written: 'Server.WriteTimeout',
      unit: 'ms',
      values: [
        { since: '1.0', value: null, note: 'Cuts in silence when the handler ends, not while it runs.' },
      ],
      manual: 'https://pkg.go.dev/net/http#Server',
    },
    {
      kind: 'header-size',
      setting: 'go.MaxHeaderBytes',
      written: 'Server.MaxHeaderBytes',
      unit: 'bytes',
      values: [{ since: '1.0', value: 1_048_576 }],
      manual: 'https://pkg.go.dev/net/http#Server',
    },
  ],
});
