import { defineFormat } from '#lib/catalogue/define.ts';
import { jsonObject, present, scalar } from '#lib/catalogue/define-json.ts';
import type { Fields } from '#lib/model/event.ts';
import { epochStamp, isoStamp } from '#lib/model/time.ts';

const head =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}(?:Z|[+-]\d\d:\d\d)) (container|service|daemon|node) ([a-z_]{2,40}(?:: [^(]{1,200})?) (\S{1,128}) \((.*)\)$/s;
const attribute = (text: string, name: string): string | undefined =>
  new RegExp(`(?:^|, )${name.replaceAll('.', '\\.')}=([^,]{0,200})(?=, |$)`).exec(text)?.[1];

/** Compose prints `api-1` before the logs of the container `shop-api-1`. */
function nameOf(said: (name: string) => string | undefined): string | undefined {
  const service = said('com.docker.compose.service');
  const number = said('com.docker.compose.container-number');
  return service !== undefined && number !== undefined ? `${service}-${number}` : said('name');
}

const fieldsOf = (
  type: string,
  action: string,
  id: string | undefined,
  said: (name: string) => string | undefined,
): Fields =>
  present({
    type,
    action: action.split(':')[0],
    status: action.includes(':') ? action.slice(action.indexOf(':') + 1).trim() : undefined,
    container: type === 'container' ? id : undefined,
    containerName: nameOf(said),
    exitCode: said('exitCode'),
    signal: said('signal'),
    image: said('image'),
  });

export const dockerEvents = defineFormat({
  id: 'docker-events',
  title: 'docker events, as text and as JSON',
  manual: 'https://docs.docker.com/reference/cli/docker/system/events/',
  kind: 'text',
  role: 'platform',
  program: 'docker',
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    if (h) {
      const [, at = '', type = '', action = '', id, said = ''] = h;
      const stamp = isoStamp(at);
      if (!stamp) return undefined;
      return {
        kind: 'line',
        stamp,
        message: line.slice(at.length + 1),
        fields: fieldsOf(type, action, id, (name) => attribute(said, name)),
      };
    }
    if (!line.startsWith('{') || !line.includes('"Actor"')) return undefined;
    const object = jsonObject(line);
    const actor = object?.['Actor'];
    const type = scalar(object?.['Type']);
    const action = scalar(object?.['Action']);
    if (!object || typeof actor !== 'object' || actor === null || !type || !action) return undefined;
    const { ID, Attributes } = actor as { readonly ID?: unknown; readonly Attributes?: unknown };
    const said = typeof Attributes === 'object' && Attributes !== null ? { ...Attributes } : {};
    const named: Readonly<Record<string, unknown>> = said;
    const time = object['timeNano'] ?? object['time'];
    return {
      kind: 'line',
      stamp: typeof time === 'number' ? epochStamp(time) : undefined,
      message: `${type} ${action} ${scalar(ID) ?? ''}`,
      fields: fieldsOf(type, action, scalar(ID), (name) => scalar(named[name])),
    };
  },
  samples: [
    {
      line: '2026-11-22T12:00:20.912345678Z container die 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execDuration=311, exitCode=137, image=registry.example.com/api:42, name=api)',
      gives: {
        at: '2026-11-22T12:00:20.912',
        fields: {
          action: 'die',
          exitCode: '137',
          container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
          containerName: 'api',
        },
      },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
    {
      line: '{"Type":"container","Action":"health_status: unhealthy","Actor":{"ID":"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504","Attributes":{"image":"registry.example.com/api:42","name":"api"}},"scope":"local","time":1795348820,"timeNano":1795348820912345678}',
      gives: {
        at: '2026-11-22T12:00:20.912',
        fields: { action: 'health_status', status: 'unhealthy', containerName: 'api' },
      },
      from: 'rebuilt from the template, moby 28.5.2 api/types/events/events.go',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22T12:00:20.912345678Z container exec_create: sh -c exitCode=137 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execID=1f, image=api, name=api)',
      gives: { fields: { action: 'exec_create', exitCode: '' } },
      because: 'the words of a command are no attributes',
    },
  ],
});
