import type { Reading } from '#lib/model/format.ts';
import { present, stampIn } from './define-json.ts';
import { inMillis, place } from './define-named.ts';
import { jsonRecord, type Look } from './define-record.ts';

const unknown = (text: string | undefined): string | undefined =>
  text === undefined || /^(?:-|N\/A|NoError|ERRORINFO_NO_ERROR)$/.test(text) ? undefined : text;

/** The older gateway counts in milliseconds, all others in seconds. */
const elapsed = (look: Look): string | undefined => {
  const taken = look('timetaken', 'timetakend', 'timetakens');
  return look('instanceid', 'instanceids')?.startsWith('ApplicationGatewayRole_IN_')
    ? taken
    : inMillis(taken);
};

/** A record of one of Azure's proxies, as diagnostic settings, Event Hubs and Log Analytics write it; undefined unless it `is` one. */
export function azureRecord(line: string, is: RegExp): Reading | undefined {
  if (!line.startsWith('{') || !is.test(line)) return undefined;
  const look = jsonRecord(line);
  const stamp = look && stampIn(look('timestamp', 'time', 'timegenerated', 'timegeneratedutc'));
  if (!look || !stamp) return undefined;
  const url = place(
    look('originalrequesturiwithargs', 'requesturi', 'originalrequesturiwithargss', 'requesturis'),
  );
  const method = look('httpmethod', 'httpmethods');
  return {
    kind: 'line',
    stamp,
    message: [method, url.target].filter(Boolean).join(' '),
    fields: present({
      reason: unknown(look('errorinfo', 'errorinfos')),
      method,
      target: url.target,
      host: url.host ?? look('originalhost', 'hostname', 'host'),
      status: look('httpstatus', 'httpstatuscode', 'httpstatusd', 'httpstatuscodes', 'httpstatuscoded'),
      elapsed: elapsed(look),
      sent: look('receivedbytes', 'requestbytes'),
      client: look('clientip', 'clientips'),
      upstream: unknown(look('serverrouted', 'serverrouteds', 'originip', 'originips')),
      requestId: look('transactionid', 'transactionids', 'trackingreference', 'trackingreferences'),
    }),
  };
}
