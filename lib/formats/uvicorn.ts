import { defineFormat } from '#lib/catalogue/define.ts';

// The level and its colon are padded to ten characters.
const head = /^(?:(TRACE|DEBUG|ERROR): {4}|(INFO): {5}|(WARNING): {2}|(CRITICAL): )(?! )/;
const access = /^([\w.:[\]]{0,64}):\d{1,5} - "([A-Z][A-Z_-]{0,19}) (\S+) HTTP\/[\d.]{1,3}" (\d{3})(?: |$)/;

export const uvicorn = defineFormat({
  id: 'uvicorn',
  title: 'uvicorn (default logging: level, no time; error and access lines)',
  manual: 'https://www.uvicorn.org/settings/#logging',
  kind: 'text',
  role: 'backend',
  program: 'uvicorn',
  clock: { zone: 'absent', resolution: 1_000, stamps: 'none' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    const level = h[1] ?? h[2] ?? h[3] ?? h[4] ?? '';
    const message = line.slice(h[0].length);
    const a = level === 'INFO' ? access.exec(message) : null;
    return {
      kind: 'line',
      stamp: undefined,
      message,
      fields: {
        level,
        ...(a ? { client: a[1] ?? '', method: a[2] ?? '', target: a[3] ?? '', status: a[4] ?? '' } : {}),
      },
    };
  },
  samples: [
    {
      line: 'INFO:     Child process [5917] died',
      gives: { message: 'Child process [5917] died', fields: { level: 'INFO' } },
      from: 'captured, uvicorn 0.54.0',
    },
    {
      line: 'ERROR:    Exception in ASGI application',
      gives: { message: 'Exception in ASGI application', fields: { level: 'ERROR' } },
      from: 'captured, uvicorn 0.54.0',
    },
    {
      line: 'INFO:     127.0.0.1:53078 - "GET /ok HTTP/1.1" 200 OK',
      gives: {
        message: '127.0.0.1:53078 - "GET /ok HTTP/1.1" 200 OK',
        fields: { level: 'INFO', client: '127.0.0.1', method: 'GET', target: '/ok', status: '200' },
      },
      from: 'captured, uvicorn 0.17.6',
    },
  ],
  forgeries: [
    {
      line: 'INFO:     192.0.2.9:53078 - "GET /?q="x"-HTTP/1.1"-500 HTTP/1.1" 200 OK',
      gives: { fields: { client: '192.0.2.9', target: '/?q="x"-HTTP/1.1"-500', status: '200' } },
      because: 'a query may hold quotes but no blank, so the target ends at the blank before the protocol',
    },
  ],
});
