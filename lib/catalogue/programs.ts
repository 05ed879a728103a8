import { alb } from '#lib/defaults/alb.ts';
import { apache } from '#lib/defaults/apache.ts';
import { apiGatewayDefaults } from '#lib/defaults/api-gateway.ts';
import { azureFrontDoorDefaults } from '#lib/defaults/azure-front-door.ts';
import { azureGatewayDefaults } from '#lib/defaults/azure-gateway.ts';
import { bun } from '#lib/defaults/bun.ts';
import { bystanders } from '#lib/defaults/bystanders.ts';
import { caddy } from '#lib/defaults/caddy.ts';
import { cloudflaredDefaults } from '#lib/defaults/cloudflared.ts';
import { cloudfrontDefaults } from '#lib/defaults/cloudfront.ts';
import { cowboy } from '#lib/defaults/cowboy.ts';
import { daphne } from '#lib/defaults/daphne.ts';
import { deno } from '#lib/defaults/deno.ts';
import { docker } from '#lib/defaults/docker.ts';
import { dotnet } from '#lib/defaults/dotnet.ts';
import { ecs } from '#lib/defaults/ecs.ts';
import { elb } from '#lib/defaults/elb.ts';
import { envoyDefaults } from '#lib/defaults/envoy.ts';
import { falcon } from '#lib/defaults/falcon.ts';
import { gclbDefaults } from '#lib/defaults/gclb.ts';
import { go } from '#lib/defaults/go.ts';
import { goHttputil } from '#lib/defaults/go-httputil.ts';
import { gunicorn } from '#lib/defaults/gunicorn.ts';
import { h2oDefaults } from '#lib/defaults/h2o.ts';
import { haproxyDefaults } from '#lib/defaults/haproxy.ts';
import { herokuDefaults } from '#lib/defaults/heroku.ts';
import { herokuDynoDefaults } from '#lib/defaults/heroku-dyno.ts';
import { httpProxyDefaults } from '#lib/defaults/http-proxy.ts';
import { httpd } from '#lib/defaults/httpd.ts';
import { hypercorn } from '#lib/defaults/hypercorn.ts';
import { iisDefaults } from '#lib/defaults/iis.ts';
import { jetty } from '#lib/defaults/jetty.ts';
import { jvm } from '#lib/defaults/jvm.ts';
import { kernel } from '#lib/defaults/kernel.ts';
import { kestrel } from '#lib/defaults/kestrel.ts';
import { kubernetes } from '#lib/defaults/kubernetes.ts';
import { lighttpd } from '#lib/defaults/lighttpd.ts';
import { linkerdDefaults } from '#lib/defaults/linkerd.ts';
import { modWsgi } from '#lib/defaults/mod_wsgi.ts';
import { netty } from '#lib/defaults/netty.ts';
import { nginx } from '#lib/defaults/nginx.ts';
import { node } from '#lib/defaults/node.ts';
import { passenger } from '#lib/defaults/passenger.ts';
import { phpFpm } from '#lib/defaults/php-fpm.ts';
import { pm2 } from '#lib/defaults/pm2.ts';
import { puma } from '#lib/defaults/puma.ts';
import { ruby } from '#lib/defaults/ruby.ts';
import { rust } from '#lib/defaults/rust.ts';
import { springBoot } from '#lib/defaults/spring-boot.ts';
import { squid } from '#lib/defaults/squid.ts';
import { supervisord } from '#lib/defaults/supervisord.ts';
import { systemd } from '#lib/defaults/systemd.ts';
import { tomcat } from '#lib/defaults/tomcat.ts';
import { traefik } from '#lib/defaults/traefik.ts';
import { undertow } from '#lib/defaults/undertow.ts';
import { unicorn } from '#lib/defaults/unicorn.ts';
import { uvicorn } from '#lib/defaults/uvicorn.ts';
import { uwsgi } from '#lib/defaults/uwsgi.ts';
import { varnishDefaults } from '#lib/defaults/varnish.ts';
import { waitress } from '#lib/defaults/waitress.ts';
import { yarpDefaults } from '#lib/defaults/yarp.ts';
import type { Program } from '#lib/model/defaults.ts';

export const programs: readonly Program[] = [
  docker,
  kubernetes,
  supervisord,
  systemd,
  yarpDefaults,
  linkerdDefaults,
  iisDefaults,
  httpProxyDefaults,
  herokuDynoDefaults,
  h2oDefaults,
  gclbDefaults,
  cloudfrontDefaults,
  cloudflaredDefaults,
  azureGatewayDefaults,
  azureFrontDoorDefaults,
  apiGatewayDefaults,
  herokuDefaults,
  alb,
  apache,
  bun,
  bystanders,
  caddy,
  cowboy,
  daphne,
  deno,
  dotnet,
  ecs,
  elb,
  envoyDefaults,
  falcon,
  go,
  goHttputil,
  gunicorn,
  haproxyDefaults,
  httpd,
  hypercorn,
  jetty,
  jvm,
  kernel,
  kestrel,
  lighttpd,
  modWsgi,
  netty,
  nginx,
  node,
  passenger,
  phpFpm,
  pm2,
  puma,
  ruby,
  rust,
  springBoot,
  squid,
  tomcat,
  traefik,
  undertow,
  unicorn,
  uvicorn,
  uwsgi,
  varnishDefaults,
  waitress,
];
