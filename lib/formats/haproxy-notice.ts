import { defineFormat } from '#lib/catalogue/define.ts';

// Standard error has a level and a pid before it; 2.3 and older also the day of the year and the time.
const head = /^\[(NOTICE|WARNING|ALERT)\] +(?:\d{3}\/\d{6} )?\((\d+)\) : /;
const own =
  /^(?:Server [^\s/]{1,128}\/[^\s/]{1,128} (?:is |was |enters |remains |has )|Health check for (?:backup )?server [^\s/]{1,128}\/[^\s/]{1,128} (?:failed|succeeded)|(?:backend|proxy) '?\S+'? has no server available!$|Proxy \S+ (?:started|stopped|paused)|(?:Pausing|Paused|Enabling|Stopping) (?:frontend|backend|proxy) |haproxy version is |New worker |New program |Loading success|(?:Current|Former) (?:worker|program) |Reloading HAProxy|exit-on-failure: |All workers exited)/;

export const haproxyNotice = defineFormat({
  id: 'haproxy-notice',
  title: "HAProxy's notices: servers up and down, reloads, workers (syslog or standard error)",
  manual: 'https://docs.haproxy.org/3.4/management.html',
  kind: 'text',
  role: 'proxy',
  program: 'haproxy',
  clock: { zone: 'absent', resolution: 1_000, stamps: 'none' },
  read(line) {
    const h = head.exec(line);
    const message = h ? line.slice(h[0].length) : line;
    if (!own.test(message)) return undefined;
    return {
      kind: 'line',
      stamp: undefined,
      message,
      fields: h ? { level: h[1] ?? '', serverPid: h[2] ?? '' } : {},
    };
  },
  samples: [
    {
      line: 'Server be_down/s1 is DOWN, reason: Layer4 connection problem, info: "ECONNREFUSED returned by OS (Connection refused)", check duration: 0ms. 0 active and 0 backup servers left. 0 sessions active, 0 requeued, 0 remaining in queue.',
      gives: {
        message:
          'Server be_down/s1 is DOWN, reason: Layer4 connection problem, info: "ECONNREFUSED returned by OS (Connection refused)", check duration: 0ms. 0 active and 0 backup servers left. 0 sessions active, 0 requeued, 0 remaining in queue.',
      },
      from: 'captured, HAProxy 3.4.0',
    },
    {
      line: '[WARNING]  (6919) : Server be_ck/s1 is UP. 1 active and 0 backup servers online. 0 sessions requeued, 0 total in queue.',
      gives: {
        message:
          'Server be_ck/s1 is UP. 1 active and 0 backup servers online. 0 sessions requeued, 0 total in queue.',
        fields: { level: 'WARNING', serverPid: '6919' },
      },
      from: 'captured, HAProxy 2.6.12, standard error',
    },
    {
      line: '[WARNING] 325/115751 (8) : Server be_down/s1 is DOWN, reason: Layer4 timeout, check duration: 2001ms. 0 active and 0 backup servers left. 0 sessions active, 0 requeued, 0 remaining in queue.',
      gives: { fields: { serverPid: '8' } },
      from: 'rebuilt from the template, HAProxy 2.2 src/log.c, ha_alert',
    },
  ],
  forgeries: [
    {
      line: '[WARNING]  (6919) : Health check for server be_dn/s1 failed, reason: Layer7 wrong status, code: 404, info: "Server be/s1 is DOWN", check duration: 1ms, status: 0/2 DOWN.',
      gives: {
        message:
          'Health check for server be_dn/s1 failed, reason: Layer7 wrong status, code: 404, info: "Server be/s1 is DOWN", check duration: 1ms, status: 0/2 DOWN.',
        fields: { level: 'WARNING' },
      },
      because: "what a server answered stands in info; the line is known by HAProxy's first words",
    },
  ],
});
