import { defineAside } from '#lib/catalogue/define.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';
import type { Phase } from '#lib/model/signal.ts';

const phases: Readonly<Record<string, Phase>> = {
  AH01102: 'header',
  AH10404: 'header',
  AH00878: 'header',
  AH01110: 'body',
  AH00893: 'body',
  AH01084: 'request',
  AH00868: 'request',
  AH00876: 'request',
};

export const apacheTimedOut = defineAside({
  id: 'apache/timed-out',
  formats: ['apache-error'],
  needles: ['(70007)'],
  means: 'httpd gave up waiting for the backend; the backend had not closed.',
  provenance: httpd('mod_proxy_http.c, mod_proxy_fcgi.c, mod_proxy_ajp.c'),
  pattern:
    /^\(70007\)[^:]*: (?:AH01102: error reading status line from remote server (?=\S)|AH10404: |AH01110: |AH01075: Error dispatching request to |AH00878: read response failed from (?=\S)|AH00893: dialog to (?=\S)|AH01084: pass request body failed to (?=\S)|AH00868: |AH00876: )/,
  adds: (_, { message }) => {
    const code = /AH\d{5}/.exec(message)?.[0] ?? '';
    const phase = phases[code];
    const upstream =
      /: AH\d{5}: (?:error reading status line from remote server|read response failed from|dialog to|pass request body failed to) (\S+)/.exec(
        message,
      )?.[1];
    return { ...(phase ? { phase } : {}), ...(upstream ? { upstream } : {}) };
  },
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '[Sun Nov 22 12:03:03.112394 2026] [proxy_http:error] [pid 6158:tid 6178] (70007)The timeout specified has expired: [client 127.0.0.1:41598] AH01102: error reading status line from remote server 127.0.0.1:18080',
      gives: { phase: 'header', upstream: '127.0.0.1:18080', client: '127.0.0.1' },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:03:05.158150 2026] [proxy_fcgi:error] [pid 6158:tid 6180] (70007)The timeout specified has expired: [client 127.0.0.1:33686] AH01075: Error dispatching request to :18402: (polling)',
      gives: { scheme: 'fastcgi' },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:03:07.218097 2026] [proxy_ajp:error] [pid 6158:tid 6182] (70007)The timeout specified has expired: [client 127.0.0.1:39682] AH00878: read response failed from 127.0.0.1:19002 (127.0.0.1:19002)',
      gives: { phase: 'header', upstream: '127.0.0.1:19002' },
      from: 'captured, Apache httpd 2.4.71',
    },
  ],
  nearMisses: [
    {
      line: "[Sun Nov 22 12:03:07.217543 2026] [proxy_ajp:error] [pid 6158:tid 6182] (70007)The timeout specified has expired: AH01030: ajp_ilink_receive() can't receive header",
      because: 'AH00878 says it next, with the backend',
    },
    {
      line: '[Sun Nov 22 12:03:07.265560 2026] [proxy:error] [pid 6158:tid 6183] (70007)The timeout specified has expired: AH00957: http: attempt to connect to 192.0.2.37:8080 (app.internal:8080) failed',
      because: 'there was no connection yet',
    },
  ],
});
