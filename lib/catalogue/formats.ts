import { apisixAccess } from '#lib/formats/apisix-access.ts';
import { appJson } from '#lib/formats/app-json.ts';
import { cloudwatchEvent } from '#lib/formats/cloudwatch-event.ts';
import { cloudwatchInsights } from '#lib/formats/cloudwatch-insights.ts';
import { cloudwatchTail } from '#lib/formats/cloudwatch-tail.ts';
import { compose } from '#lib/formats/compose.ts';
import { cri } from '#lib/formats/cri.ts';
import { dockerJson } from '#lib/formats/docker-json.ts';
import { ecsEvent } from '#lib/formats/ecs-event.ts';
import { fluentBit } from '#lib/formats/fluent-bit.ts';
import { gunicorn } from '#lib/formats/gunicorn.ts';
import { ingressNginx } from '#lib/formats/ingress-nginx.ts';
import { journaldJson } from '#lib/formats/journald-json.ts';
import { kernel } from '#lib/formats/kernel.ts';
import { kongAccess } from '#lib/formats/kong-access.ts';
import { kubectlPrefix } from '#lib/formats/kubectl-prefix.ts';
import { leadingTime } from '#lib/formats/leading-time.ts';
import { logfmt } from '#lib/formats/logfmt.ts';
import { nginxAccess } from '#lib/formats/nginx-access.ts';
import { nginxError } from '#lib/formats/nginx-error.ts';
import { nginxJson } from '#lib/formats/nginx-json.ts';
import { nginxStream } from '#lib/formats/nginx-stream.ts';
import { nodeJson } from '#lib/formats/node-json.ts';
import { phpFpm } from '#lib/formats/php-fpm.ts';
import { plain } from '#lib/formats/plain.ts';
import { shippedJson } from '#lib/formats/shipped-json.ts';
import { stampedLine } from '#lib/formats/stamped-line.ts';
import { syslog } from '#lib/formats/syslog.ts';
import { syslog5424 } from '#lib/formats/syslog-5424.ts';
import { uvicorn } from '#lib/formats/uvicorn.ts';
import { uwsgi } from '#lib/formats/uwsgi.ts';
import type { Format } from '#lib/model/format.ts';

/** Specific before general: the first that reads a line wins. Envelopes first, then programs, then any text. */
export const formats: readonly Format[] = [
  kubectlPrefix,
  compose,
  cloudwatchTail,
  stampedLine,
  cloudwatchEvent,
  cloudwatchInsights,
  dockerJson,
  fluentBit,
  journaldJson,
  shippedJson,
  cri,
  syslog5424,
  syslog,

  ecsEvent,
  nginxError,
  ingressNginx,
  kongAccess,
  apisixAccess,
  nginxAccess,
  nginxStream,
  nginxJson,
  gunicorn,
  uvicorn,
  uwsgi,
  phpFpm,
  kernel,

  nodeJson,
  appJson,
  logfmt,
  leadingTime,
  plain,
];
