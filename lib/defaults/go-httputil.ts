import { defineProgram } from '#lib/catalogue/define.ts';

const manual = 'https://pkg.go.dev/net/http';

/** The limits of http.DefaultTransport, which a ReverseProxy uses unless it is given another. */
export const goHttputil = defineProgram({
  program: 'go-httputil',
  title: 'Go ReverseProxy',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'go-httputil.IdleConnTimeout',
      written: 'Transport.IdleConnTimeout',
      unit: 'ms',
      values: [
        { since: '1.0', value: null },
        { since: '1.7', value: 90_000, note: 'Of http.DefaultTransport; a Transport of one’s own has none.' },
      ],
      manual: `${manual}#DefaultTransport`,
    },
    {
      kind: 'response',
      setting: 'go-httputil.ResponseHeaderTimeout',
      written: 'Transport.ResponseHeaderTimeout',
      unit: 'ms',
      values: [{ since: '1.1', value: null }],
      manual: `${manual}#Transport`,
    },
  ],
});
