import { bystanders } from '#lib/defaults/bystanders.ts';
import { ecs } from '#lib/defaults/ecs.ts';
import { gunicorn } from '#lib/defaults/gunicorn.ts';
import { kernel } from '#lib/defaults/kernel.ts';
import { nginx } from '#lib/defaults/nginx.ts';
import { node } from '#lib/defaults/node.ts';
import { phpFpm } from '#lib/defaults/php-fpm.ts';
import { uvicorn } from '#lib/defaults/uvicorn.ts';
import { uwsgi } from '#lib/defaults/uwsgi.ts';
import type { Program } from '#lib/model/defaults.ts';

export const programs: readonly Program[] = [
  bystanders,
  ecs,
  gunicorn,
  kernel,
  nginx,
  node,
  phpFpm,
  uvicorn,
  uwsgi,
];
