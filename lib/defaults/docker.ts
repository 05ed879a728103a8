import { defineProgram } from '#lib/catalogue/define.ts';

export const docker = defineProgram({
  program: 'docker',
  title: 'Docker',
  role: 'platform',
  processes: ['dockerd', 'docker', 'docker-*', 'containerd*', 'runc', 'runc:*'],
  limits: [
    {
      kind: 'grace',
      setting: 'docker.stop_timeout',
      written: 'docker stop --time',
      unit: 'ms',
      values: [
        { since: '1.0', value: 10_000, note: 'From SIGTERM to SIGKILL; stop_grace_period in Compose.' },
      ],
      manual: 'https://docs.docker.com/reference/cli/docker/container/stop/',
    },
  ],
});
