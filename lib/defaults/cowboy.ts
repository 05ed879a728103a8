import { defineProgram } from '#lib/catalogue/define.ts';

export const cowboy = defineProgram({
  program: 'cowboy',
  title: 'Cowboy',
  role: 'backend',
  processes: ['beam.smp', 'erl*'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'cowboy.request_timeout',
      written: 'request_timeout',
      unit: 'ms',
      values: [{ since: '2.0', value: 5_000 }],
      manual: 'https://ninenines.eu/docs/en/cowboy/2.13/manual/cowboy_http/',
    },
    {
      kind: 'request',
      setting: 'cowboy.idle_timeout',
      written: 'idle_timeout',
      unit: 'ms',
      values: [
        {
          since: '2.0',
          value: 60_000,
          note: 'Counts received data only: a handler that takes longer is cut without a word.',
        },
      ],
      manual: 'https://ninenines.eu/docs/en/cowboy/2.13/manual/cowboy_http/',
    },
    {
      kind: 'header-size',
      setting: 'cowboy.max_header_value_length',
      written: 'max_header_value_length',
      unit: 'bytes',
      values: [{ since: '2.0', value: 4_096 }],
      manual: 'https://ninenines.eu/docs/en/cowboy/2.13/manual/cowboy_http/',
    },
  ],
});
