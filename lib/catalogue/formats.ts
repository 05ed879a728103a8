import { albAccess } from '#lib/formats/alb-access.ts';
import { apacheAccess } from '#lib/formats/apache-access.ts';
import { apacheError } from '#lib/formats/apache-error.ts';
import { apiGateway } from '#lib/formats/api-gateway.ts';
import { apisixAccess } from '#lib/formats/apisix-access.ts';
import { appJson } from '#lib/formats/app-json.ts';
import { audit } from '#lib/formats/audit.ts';
import { awsEvent } from '#lib/formats/aws-event.ts';
import { azureFrontDoor } from '#lib/formats/azure-front-door.ts';
import { azureGateway } from '#lib/formats/azure-gateway.ts';
import { caddy } from '#lib/formats/caddy.ts';
import { cloudflared } from '#lib/formats/cloudflared.ts';
import { cloudfront } from '#lib/formats/cloudfront.ts';
import { cloudwatchEvent } from '#lib/formats/cloudwatch-event.ts';
import { cloudwatchInsights } from '#lib/formats/cloudwatch-insights.ts';
import { cloudwatchTail } from '#lib/formats/cloudwatch-tail.ts';
import { compose } from '#lib/formats/compose.ts';
import { containerInsights } from '#lib/formats/container-insights.ts';
import { cri } from '#lib/formats/cri.ts';
import { dockerEvents } from '#lib/formats/docker-events.ts';
import { dockerJson } from '#lib/formats/docker-json.ts';
import { ecsEvent } from '#lib/formats/ecs-event.ts';
import { elbAccess } from '#lib/formats/elb-access.ts';
import { envoy } from '#lib/formats/envoy.ts';
import { envoyJson } from '#lib/formats/envoy-json.ts';
import { envoyLog } from '#lib/formats/envoy-log.ts';
import { fluentBit } from '#lib/formats/fluent-bit.ts';
import { gclb } from '#lib/formats/gclb.ts';
import { goHttputil } from '#lib/formats/go-httputil.ts';
import { gunicorn } from '#lib/formats/gunicorn.ts';
import { h2o } from '#lib/formats/h2o.ts';
import { haproxy } from '#lib/formats/haproxy.ts';
import { haproxyJson } from '#lib/formats/haproxy-json.ts';
import { haproxyNotice } from '#lib/formats/haproxy-notice.ts';
import { herokuRouter } from '#lib/formats/heroku-router.ts';
import { hsErr } from '#lib/formats/hs-err.ts';
import { httperr } from '#lib/formats/httperr.ts';
import { iis } from '#lib/formats/iis.ts';
import { ingressNginx } from '#lib/formats/ingress-nginx.ts';
import { journaldJson } from '#lib/formats/journald-json.ts';
import { kernel } from '#lib/formats/kernel.ts';
import { kongAccess } from '#lib/formats/kong-access.ts';
import { kubectlPrefix } from '#lib/formats/kubectl-prefix.ts';
import { kubernetesEvent } from '#lib/formats/kubernetes-event.ts';
import { leadingTime } from '#lib/formats/leading-time.ts';
import { lighttpdError } from '#lib/formats/lighttpd-error.ts';
import { linkerd } from '#lib/formats/linkerd.ts';
import { logfmt } from '#lib/formats/logfmt.ts';
import { nginxAccess } from '#lib/formats/nginx-access.ts';
import { nginxError } from '#lib/formats/nginx-error.ts';
import { nginxJson } from '#lib/formats/nginx-json.ts';
import { nginxStream } from '#lib/formats/nginx-stream.ts';
import { nodeJson } from '#lib/formats/node-json.ts';
import { phpFpm } from '#lib/formats/php-fpm.ts';
import { plain } from '#lib/formats/plain.ts';
import { puma } from '#lib/formats/puma.ts';
import { sdLevel } from '#lib/formats/sd-level.ts';
import { shippedJson } from '#lib/formats/shipped-json.ts';
import { squidAccess } from '#lib/formats/squid-access.ts';
import { squidCache } from '#lib/formats/squid-cache.ts';
import { stampedLine } from '#lib/formats/stamped-line.ts';
import { supervisord } from '#lib/formats/supervisord.ts';
import { syslog } from '#lib/formats/syslog.ts';
import { syslog5424 } from '#lib/formats/syslog-5424.ts';
import { tcpdump } from '#lib/formats/tcpdump.ts';
import { traefik } from '#lib/formats/traefik.ts';
import { traefikAccess } from '#lib/formats/traefik-access.ts';
import { unicorn } from '#lib/formats/unicorn.ts';
import { uvicorn } from '#lib/formats/uvicorn.ts';
import { uwsgi } from '#lib/formats/uwsgi.ts';
import { varnishlog } from '#lib/formats/varnishlog.ts';
import { varnishncsa } from '#lib/formats/varnishncsa.ts';
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
  sdLevel,

  audit,
  tcpdump,
  supervisord,
  ecsEvent,
  awsEvent,
  kubernetesEvent,
  containerInsights,
  dockerEvents,
  envoy,
  envoyJson,
  envoyLog,
  haproxy,
  haproxyJson,
  haproxyNotice,
  varnishlog,
  varnishncsa,
  nginxError,
  ingressNginx,
  kongAccess,
  apisixAccess,
  apacheError,
  apacheAccess,
  albAccess,
  elbAccess,
  herokuRouter,
  gclb,
  azureGateway,
  azureFrontDoor,
  cloudfront,
  apiGateway,
  cloudflared,
  linkerd,
  h2o,
  httperr,
  iis,
  caddy,
  goHttputil,
  traefik,
  traefikAccess,
  squidAccess,
  squidCache,
  lighttpdError,
  nginxAccess,
  nginxStream,
  nginxJson,
  gunicorn,
  uvicorn,
  uwsgi,
  phpFpm,
  puma,
  hsErr,
  unicorn,
  kernel,

  nodeJson,
  appJson,
  logfmt,
  leadingTime,
  plain,
];
