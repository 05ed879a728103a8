import * as z from 'zod';
import { defaultScope } from '#lib/model/record.ts';
import { duration, flag, listOf, name, text, zone } from './config-values.ts';

const scope = name
  .max(100, 'write a name of at most 100 characters')
  .describe('The service: what one incident, and one alert, belongs to.');
const skew = duration.prefault('1s').describe("How far this source's clock may be off.");

const upstreams = listOf(
  name,
  'list upstream addresses as the proxy logs them: ["10.0.1.*:8080"], or leave upstreams out',
).describe('Addresses of backends as the proxy logs them. An asterisk stands for any characters.');
const hosts = listOf(
  name.regex(/^[^/\s]+$/, 'write a host name without scheme and path: api.example.com'),
  'list host names: ["api.example.com"], or leave hosts out',
).describe(
  'Host names that requests ask for, without their port, in either case. An asterisk stands for any characters.',
);
const paths = listOf(
  text.regex(/^\//, 'begin it with a slash: /api/'),
  'list beginnings of paths: ["/api/"], or leave paths out',
).describe(
  'What the path of a request begins with, once %-escapes, double slashes and dot segments are resolved. As in a location of nginx, /api takes /apix too, and /api/ does not.',
);
const ecsServices = listOf(name, 'list names of ECS services: ["api"]').describe('Names of ECS services.');

const groupService = z
  .strictObject({ scope, upstreams: upstreams.optional(), hosts: hosts.optional(), paths: paths.optional() })
  .describe(
    'Every kind that is named must fit; of each kind one entry is enough. A line that does not say what is asked for does not fit.',
  );
const clusterService = z
  .strictObject({ scope, ecsServices })
  .describe('Events of these ECS services belong to this scope.');

/** A log group as it is written. */
export const group = z
  .strictObject({
    logGroup: name
      .regex(/^[.\-_/#A-Za-z0-9]{1,512}$/, 'write the name of a CloudWatch log group: /app/nginx')
      .describe('Name of the CloudWatch log group.'),
    role: z
      .enum(['proxy', 'backend', 'platform'], 'write proxy, backend or platform')
      .describe('Who writes it: the proxy, what it passes requests to, or what both run on.'),
    formats: listOf(name, 'name at least one format, or leave formats out')
      .optional()
      .describe(
        'What its lines look like; without it, everything that a source of its role may hold. Naming them makes the subscription filter tighter.',
      ),
    scope: scope.default(defaultScope),
    shared: flag
      .default(false)
      .describe(
        'Whether every scope reads it: the log of a node, of a proxy before several services. Lines that services maps belong to their scope alone.',
      ),
    tz: zone
      .prefault('UTC')
      .describe(
        'The zone of lines that do not say theirs: +02:00, UTC, or a name such as Europe/Berlin, where clocks are put forward and back.',
      ),
    skew,
    addresses: z
      .array(name, 'list addresses: ["10.0.0.5:8080"]')
      .optional()
      .describe('The upstream addresses that this source is known to be, as the proxy logs them.'),
    transport: z
      .enum(['subscribe', 'poll'], 'write subscribe or poll')
      .default('subscribe')
      .describe(
        'How its lines come: by a subscription filter, or, where the group has no free slot for one, by asking once a minute.',
      ),
    services: z
      .array(groupService, 'list rules: [{ "scope": "api", "paths": ["/api/"] }]')
      .optional()
      .describe(
        "Which service a line belongs to, where one log holds several services' lines: the first rule that fits, else the scope of the source. Where a proxy writes an error log and an access log, both must say what the rules ask for.",
      ),
  })
  .meta({ id: 'LogGroupSource', description: 'A CloudWatch log group.' });

/** An ECS cluster as it is written. */
export const cluster = z
  .strictObject({
    ecsCluster: name
      .regex(/^[A-Za-z0-9_-]{1,255}$/, "write the cluster's name without its ARN: prod")
      .describe('Name of the ECS cluster whose task, deployment and service events are read.'),
    scope: scope.default(defaultScope),
    skew,
    services: z
      .array(clusterService, 'list rules: [{ "scope": "api", "ecsServices": ["api"] }]')
      .optional()
      .describe(
        'Which scope the events of an ECS service belong to: the first rule that fits. Events that no rule fits are read by every scope.',
      ),
  })
  .meta({ id: 'EcsClusterSource', description: 'Events of an ECS cluster.' });
