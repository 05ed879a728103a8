import { defineFormat } from '#lib/catalogue/define.ts';
import { clfStamp, requestLine } from '#lib/catalogue/define-access-fields.ts';
import { present } from '#lib/catalogue/define-json.ts';
import { jsonRecord, type Look } from '#lib/catalogue/define-record.ts';
import { epochStamp, isoStamp, type Stamp } from '#lib/model/time.ts';

const stateNames = [
  ...['tsc', 'term', 'terminationstate', 'termstate', 'termination', 'terminationcode', 'sessionstate'],
  ...['haproxyterminationstate', 'terminationflags', 'termflags', 'terminationstatus', 'sessionterm'],
];
const state = /^[A-Za-z-]{2}[NIDVEOUK-][NIUPRD-]$/;
const figure = /^-?\d+$/;

/** `22/Nov/2026:11:57:56.063` as `%t` and `%tr` write it, or one of the common times. */
function stampIn(text: string | undefined): Stamp | undefined {
  if (text === undefined) return undefined;
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return epochStamp(Number(text));
  const own = clfStamp(`${text} +0000`);
  return own ? { ...own, zone: undefined } : (clfStamp(text) ?? isoStamp(text));
}

function startOf(look: Look): Stamp | undefined {
  return [
    look('tr'),
    look('accept', 'acceptdate', 'requestdate', 'starttime', 'time', 'timestamp', 'datetime', 'date', 't'),
    look('ts', 'epoch', 'timelocal'),
  ]
    .flatMap((text) => stampIn(text) ?? [])
    .sort(
      (a, b) =>
        (a.zone === undefined ? 1 : 0) - (b.zone === undefined ? 1 : 0) || a.resolution - b.resolution,
    )[0];
}

const timers = {
  requestTime: ['TR', 'timerequest', 'reqtime', 'timeclientreq'],
  queueTime: ['Tw', 'tw', 'timequeue', 'queuetime', 'timewait'],
  connectTime: ['Tc', 'tc', 'timebackendconnect', 'timeconnect', 'connecttime', 'backendconnecttime'],
  responseTime: [
    ...['Tr', 'timebackendresponse', 'timeresponse', 'responsetime', 'backendresponsetime'],
    ...['timeserverresponse', 'serverresponsetime'],
  ],
  totalTime: [
    ...['Ta', 'Tt', 'ta', 'tt', 'timeduration', 'timetotal', 'totaltime', 'timeactive', 'activetime'],
    ...['duration', 'sessionduration', 'requestduration'],
  ],
} as const;

export const haproxyJson = defineFormat({
  id: 'haproxy-json',
  title: 'HAProxy traffic log as JSON, whatever names its log-format gives',
  manual: 'https://docs.haproxy.org/3.4/configuration.html#8.2.6',
  kind: 'access',
  role: 'proxy',
  program: 'haproxy',
  clock: { zone: 'either', resolution: 1, stamps: 'start' },
  read(line) {
    if (!line.startsWith('{')) return undefined;
    const look = jsonRecord(line);
    const ended = look?.(...stateNames);
    if (!look || ended === undefined || !state.test(ended)) return undefined;
    const times = Object.fromEntries(
      Object.entries(timers).map(([name, names]) => {
        const text = look(...names)?.replace('+', '');
        return [name, text !== undefined && figure.test(text) ? text : undefined];
      }),
    );
    const request = requestLine(look('req', 'request', 'httprequest', 'requestline', 'r') ?? '');
    const method = request['request_method'] ?? look('method', 'httpmethod', 'requestmethod', 'verb', 'HM');
    const target =
      request['request_target'] ??
      look('uri', 'url', 'requesturi', 'path', 'httpuri', 'httppath', 'requestpath', 'HU', 'HP');
    const server = look('server', 'servername', 'srv', 'srvname', 's');
    const backend = look('backend', 'backendname', 'be', 'bename', 'b');
    const retries = look('retries', 'rc', 'retrycount', 'retriescount')?.replace('+', '');
    const error = look('bcerrname', 'bcerr');
    const client = look('clientip', 'clientaddr', 'ci', 'client', 'remoteaddr', 'srcip', 'sourceip', 'src');
    const stamp = startOf(look);
    const total = Number(times['totalTime'] ?? 0);
    return {
      kind: 'line',
      stamp: stamp && { ...stamp, wall: stamp.wall + Math.max(0, total) },
      message: [method, target].filter(Boolean).join(' '),
      fields: present({
        ...times,
        state: ended,
        mode: 'http',
        status: look('status', 'statuscode', 'httpstatus', 'httpstatuscode', 'responsecode', 'ST'),
        bytes: look('bytesread', 'bytes', 'bytessent', 'responsebytes', 'B'),
        retries: retries !== undefined && figure.test(retries) ? retries : undefined,
        server,
        upstream: server && (backend ? `${backend}/${server}` : server),
        frontend: look('frontend', 'frontendname', 'fe', 'ft'),
        client: client?.replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/, '$1'),
        method,
        target,
        host: look('host', 'httphost', 'hosthdr', 'reqhost'),
        requestId: look('requestid', 'uniqueid', 'id', 'reqid', 'traceid'),
        bc_err: error?.split('/', 1)[0],
        reused: look('bcreused', 'reused'),
      }),
    };
  },
  samples: [
    {
      line: '{"accept":"22/Nov/2026:11:57:56.063","ts":1795348676.063,"client":"127.0.0.1:59216","frontend":"json","backend":"be","server":"s1","TR":0,"Tw":0,"Tc":0,"Tr":-1,"Ta":54,"status":502,"bytes_read":0,"term":"SH--","retries":"0","method":"GET","path":"/hdr/fin","req":"GET /hdr/fin HTTP/1.1"}',
      gives: {
        at: '2026-11-22T11:57:56.117',
        message: 'GET /hdr/fin',
        fields: {
          state: 'SH--',
          status: '502',
          upstream: 'be/s1',
          client: '127.0.0.1',
          connectTime: '0',
          responseTime: '-1',
          totalTime: '54',
        },
      },
      from: 'captured, HAProxy 3.4.0',
    },
    {
      line: '{"time":"27/Nov/2026:04:01:43.102","frontend_name":"js","backend_name":"be_ck","server_name":"s1","time_request":0,"time_queue":0,"time_backend_connect":0,"time_backend_response":0,"time_duration":150,"http_status_code":200,"bytes_read":174,"termination_state":"SDVN","client_ip":"127.0.0.1","http_request":"GET /body/clfin HTTP/1.1","user_agent":"curl\\/7.88.1"}',
      gives: {
        at: '2026-11-27T04:01:43.252',
        fields: { state: 'SDVN', upstream: 'be_ck/s1', target: '/body/clfin', responseTime: '0' },
      },
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  forgeries: [
    {
      line: '{"time":"27/Nov/2026:04:01:43.090","frontend_name":"js","backend_name":"be_ck","server_name":"s2","time_backend_connect":0,"time_backend_response":0,"time_duration":0,"http_status_code":200,"termination_state":"--NI","client_ip":"127.0.0.1","http_request":"GET /ok HTTP/1.1","user_agent":"x\\",\\"termination_state\\":\\"SH--"}',
      gives: { fields: { state: '--NI', status: '200' } },
      because: 'the converter json escapes the quotes of the header (captured, HAProxy 2.6.12)',
    },
    {
      line: '{"time":"27/Nov/2026:04:01:43.090","backend":"be","server":"s2","status":200,"Ta":1,"status":502,"tsc":"----","req":"GET /ok HTTP/1.1","ua":"x","status":502}',
      gives: { fields: { state: '----', status: '' } },
      because: 'a header that nobody escaped wrote a second status; neither is believed',
    },
  ],
});
