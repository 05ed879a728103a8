import { defineProgram } from '#lib/catalogue/define.ts';

export const rust = defineProgram({
  program: 'rust',
  title: 'Rust (hyper, axum, actix-web)',
  role: 'backend',
  processes: ['tokio-*', 'actix-*'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'rust.actix_keep_alive',
      written: 'actix-web keep_alive',
      line: '.keep_alive(Duration::from_secs({}))',
      unit: 'ms',
      values: [
        {
          since: '3.0',
          value: 5_000,
          note: 'Of actix-web; hyper and axum keep idle connections without limit.',
        },
      ],
      manual: 'https://docs.rs/actix-web/latest/actix_web/struct.HttpServer.html',
    },
    {
      kind: 'request',
      setting: 'rust.actix_client_request_timeout',
      written: 'actix-web client_request_timeout',
      line: '.client_request_timeout(Duration::from_secs({}))',
      unit: 'ms',
      values: [{ since: '3.0', value: 5_000 }],
      manual: 'https://docs.rs/actix-web/latest/actix_web/struct.HttpServer.html',
    },
    {
      kind: 'grace',
      setting: 'rust.actix_shutdown_timeout',
      written: 'actix-web shutdown_timeout',
      line: '.shutdown_timeout({})',
      unit: 'ms',
      values: [{ since: '3.0', value: 30_000 }],
      manual: 'https://docs.rs/actix-web/latest/actix_web/struct.HttpServer.html',
    },
    {
      kind: 'capacity',
      setting: 'rust.actix_backlog',
      written: 'actix-web backlog',
      line: '.backlog({})',
      unit: 'count',
      values: [{ since: '3.0', value: 1_024 }],
      manual: 'https://docs.rs/actix-web/latest/actix_web/struct.HttpServer.html',
    },
  ],
});
