import { defineFormat } from '#lib/catalogue/define.ts';
import { present } from '#lib/catalogue/define-json.ts';
import { isoStamp } from '#lib/model/time.ts';

/** The default fields in their order; a blank that a client sends is written as a plus sign. */
const record =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([0-9A-Fa-f.:%]{2,60}) ([A-Z][A-Z_-]{0,19}) (\S+) (\S+) (\d{1,5}) \S+ ([0-9A-Fa-f.:%]{2,60}) \S+ \S+ (\d{3}) (\d{1,3}) (\d{1,10}) (\d+)(?: \S+){0,4}$/;

export const iis = defineFormat({
  id: 'iis',
  title:
    'IIS access log (W3C extended, the default fields), as a proxy: Application Request Routing, ASP.NET Core module',
  manual: 'https://learn.microsoft.com/en-us/iis/configuration/system.applicationhost/sites/site/logfile/',
  kind: 'access',
  role: 'proxy',
  program: 'iis',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'end' },
  read(line) {
    const r = record.exec(line);
    const stamp = r && isoStamp(`${r[1]}T${r[2]}Z`);
    if (!r || !stamp) return undefined;
    const [stem = '', query = '-'] = [r[5], r[6]];
    const target = query === '-' ? stem : `${stem}?${query}`;
    return {
      kind: 'line',
      stamp,
      message: `${r[4]} ${target}`,
      fields: present({
        reason: `${r[9]} ${r[10]} ${r[11]}`,
        method: r[4],
        target,
        client: r[8],
        status: r[9],
        elapsed: r[12],
      }),
    };
  },
  samples: [
    {
      line: '2026-11-22 12:00:05 10.0.0.4 POST /pay id=7 443 - 203.0.113.9 Mozilla/5.0+(Windows+NT+10.0) - 502 3 12030 15',
      gives: {
        at: '2026-11-22T12:00:05.000',
        message: 'POST /pay?id=7',
        fields: { reason: '502 3 12030', status: '502', elapsed: '15', client: '203.0.113.9' },
      },
      from: 'rebuilt from the template, IIS 10 W3C extended log file',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22 12:00:05 10.0.0.4 GET /+502+3+12030+15 x+502+3+12030 443 - 203.0.113.9 x+502+3+12030+15 502+3+12030 200 0 0 15',
      gives: { fields: { reason: '200 0 0', status: '200' } },
      because: 'a blank that a client sends is written as a plus sign, so it opens no column',
    },
  ],
});
