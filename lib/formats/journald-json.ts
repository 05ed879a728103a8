import { defineFormat } from '#lib/catalogue/define.ts';
import { firstOf, jsonObject, present, scalar, stampIn } from '#lib/catalogue/define-json.ts';

/** The journal exports a text with unprintable characters as its bytes. */
function fromBytes(bytes: readonly unknown[]): string {
  const codes = bytes.map((byte) =>
    typeof byte === 'number' && byte >= 0 && byte < 256 ? Math.trunc(byte) : 63,
  );
  try {
    return decodeURIComponent(codes.map((code) => `%${code.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return codes.map((code) => String.fromCharCode(code)).join('');
  }
}

export const journaldJson = defineFormat({
  id: 'journald-json',
  title: 'systemd journal as JSON (journalctl -o json, Fluent Bit systemd input)',
  manual: 'https://systemd.io/JOURNAL_EXPORT_FORMATS/#journal-json-format',
  kind: 'envelope',
  role: undefined,
  host: true,
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    if (!line.startsWith('{') || !line.includes('"MESSAGE":')) return undefined;
    const object = jsonObject(line);
    const said = object?.['MESSAGE'];
    const inner = typeof said === 'string' ? said : Array.isArray(said) ? fromBytes(said) : undefined;
    if (!object || inner === undefined) return undefined;
    return {
      kind: 'envelope',
      stamp: stampIn(
        firstOf(object, '__REALTIME_TIMESTAMP', '_SOURCE_REALTIME_TIMESTAMP', 'date', '@timestamp'),
      ),
      inner,
      fields: present({
        // systemd itself speaks about a unit in UNIT, and then _SYSTEMD_UNIT is its own.
        unit: scalar(firstOf(object, 'UNIT', 'USER_UNIT', '_SYSTEMD_UNIT', '_SYSTEMD_USER_UNIT')),
        process: scalar(firstOf(object, 'SYSLOG_IDENTIFIER', '_COMM')),
        pid: scalar(firstOf(object, '_PID', 'SYSLOG_PID')),
        host: scalar(object['_HOSTNAME']),
        container: scalar(firstOf(object, 'CONTAINER_ID_FULL', 'CONTAINER_ID')),
        containerName: scalar(object['CONTAINER_NAME']),
      }),
    };
  },
  samples: [
    {
      line: '{"__REALTIME_TIMESTAMP":"1795348820864117","_HOSTNAME":"web1","_TRANSPORT":"kernel","SYSLOG_IDENTIFIER":"kernel","PRIORITY":"3","MESSAGE":"Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0"}',
      gives: {
        at: '2026-11-22T12:00:20.864',
        inner:
          'Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0',
        fields: { process: 'kernel', host: 'web1' },
      },
      from: 'rebuilt from the template, systemd 257 src/shared/logs-show.c',
    },
    {
      line: '{"__REALTIME_TIMESTAMP":"1795348821000000","_HOSTNAME":"web1","_SYSTEMD_UNIT":"init.scope","UNIT":"api.service","SYSLOG_IDENTIFIER":"systemd","_PID":"1","MESSAGE":"api.service: Main process exited, code=killed, status=9/KILL"}',
      gives: {
        inner: 'api.service: Main process exited, code=killed, status=9/KILL',
        fields: { unit: 'api.service', process: 'systemd', pid: '1' },
      },
      from: 'rebuilt from the template, systemd 257 src/core/unit.h',
    },
    {
      line: '{"__REALTIME_TIMESTAMP":"1795348821000000","_SYSTEMD_UNIT":"api.service","SYSLOG_IDENTIFIER":"node","_PID":"17","MESSAGE":[27,91,51,49,109,98,111,111,109,32,226,156,151]}',
      gives: { inner: '\u001b[31mboom ✗', fields: { unit: 'api.service', pid: '17' } },
      from: 'rebuilt from the template, systemd 257 src/shared/logs-show.c',
    },
  ],
  forgeries: [
    {
      line: '{"__REALTIME_TIMESTAMP":"1795348821000000","_SYSTEMD_UNIT":"api.service","MESSAGE":"GET /\\",\\"_SYSTEMD_UNIT\\":\\"forged.service\\",\\"x\\":\\""}',
      gives: { message: 'GET /","_SYSTEMD_UNIT":"forged.service","x":"', fields: { unit: 'api.service' } },
      because: 'JSON escapes what a client sends, so it stays inside the message',
    },
  ],
});
