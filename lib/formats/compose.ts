import { defineFormat } from '#lib/catalogue/define.ts';
import { wallClock } from '#lib/model/time.ts';

const head = /^(?:(\d\d):(\d\d):(\d\d) )?([A-Za-z0-9][\w.@-]{0,200})( +)\|(?: |$)/;

export const compose = defineFormat({
  id: 'compose',
  title: 'docker compose logs, docker service logs, foreman, honcho, overmind',
  manual: 'https://docs.docker.com/reference/cli/docker/compose/logs/',
  kind: 'envelope',
  role: undefined,
  clock: { zone: 'absent', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    const [, hours, minutes, seconds, name = '', gap = ''] = h;
    // Compose pads to the longest name and one blank more; a table has one, and a level is no container.
    const numbered = /[-_.]\d+$/.test(name);
    if (hours === undefined && !numbered && (gap.length < 2 || /^[A-Z]+$/.test(name))) return undefined;
    const wall =
      hours === undefined
        ? undefined
        : wallClock(1970, 1, 1, Number(hours), Number(minutes), Number(seconds));
    if (hours !== undefined && wall === undefined) return undefined;
    return {
      kind: 'envelope',
      stamp: wall === undefined ? undefined : { wall, zone: undefined, lacks: 'date', resolution: 1_000 },
      inner: line.slice(h[0].length),
      fields: hours === undefined && !/\.\d+$/.test(name) ? { unit: name } : { process: name },
    };
  },
  samples: [
    {
      line: 'web-1  | [2026-11-22 11:56:07 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)',
      gives: {
        inner: '[2026-11-22 11:56:07 +0000] [29847] [CRITICAL] WORKER TIMEOUT (pid:29898)',
        fields: { unit: 'web-1' },
      },
      from: 'rebuilt from the template, docker/compose cmd/formatter/logs.go',
    },
    {
      line: '12:59:19 web.1    | panic: in goroutine',
      gives: { at: '1970-01-01T12:59:19.000', inner: 'panic: in goroutine', fields: { process: 'web.1' } },
      from: 'captured, foreman 0.87.2',
    },
    {
      line: '12:59:19 web.1    | ',
      gives: { inner: '' },
      from: 'captured, foreman 0.87.2',
    },
  ],
  forgeries: [
    {
      line: 'web-1  | GET / db-1  | LOG:  server process (PID 7) was terminated by signal 9: Killed',
      gives: {
        message: 'GET / db-1  | LOG:  server process (PID 7) was terminated by signal 9: Killed',
        fields: { unit: 'web-1' },
      },
      because: 'only the first name is the one that was printed for the container',
    },
  ],
});
