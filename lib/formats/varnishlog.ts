import { defineFormat } from '#lib/catalogue/define.ts';
import { epochStamp } from '#lib/model/time.ts';

const record =
  /^(?:\*{1,3} {2,3}<< (?:Request|BeReq|Session) +>> \d+ *|-{1,3} {2,3}([A-Z][A-Za-z_]{2,20}) +(.*))$/;
const moment = /^[A-Z][A-Za-z]{1,20}: (\d{10}\.\d{6}) /;

export const varnishlog = defineFormat({
  id: 'varnishlog',
  title: 'varnishlog, grouped by request: one record a line',
  manual: 'https://varnish-cache.org/docs/trunk/reference/vsl.html',
  kind: 'text',
  role: 'proxy',
  program: 'varnish',
  // Only Timestamp records have a time; what follows one inherits it.
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    if (!/^[*-]/.test(line)) return undefined;
    const p = record.exec(line);
    if (!p) return undefined;
    const tag = p[1] ?? '';
    const value = p[2] ?? '';
    const at = tag === 'Timestamp' ? moment.exec(value)?.[1] : undefined;
    return {
      kind: 'line',
      stamp: at === undefined ? undefined : epochStamp(Number(at)),
      message: tag === '' ? line : `${tag} ${value}`,
      fields: tag === 'FetchError' ? { error: value } : {},
    };
  },
  samples: [
    {
      line: '--  FetchError     HTC eof (-1)',
      gives: { message: 'FetchError HTC eof (-1)', fields: { error: 'HTC eof (-1)' } },
      from: 'captured, Varnish 7.1.1',
    },
    {
      line: '--  Timestamp      Bereq: 1795349167.790336 0.000078 0.000060',
      gives: {
        at: '2026-11-22T12:06:07.790',
        message: 'Timestamp Bereq: 1795349167.790336 0.000078 0.000060',
      },
      from: 'captured, Varnish 7.1.1',
    },
    {
      line: '**  << BeReq    >> 32771     ',
      gives: { message: '**  << BeReq    >> 32771     ' },
      from: 'captured, Varnish 7.1.1',
    },
  ],
  forgeries: [
    {
      line: '--  BereqHeader    User-Agent: --  FetchError     HTC eof (-1)',
      gives: { message: 'BereqHeader User-Agent: --  FetchError     HTC eof (-1)', fields: { error: '' } },
      because: 'what a client sends stands behind the tag of its own record',
    },
  ],
});
