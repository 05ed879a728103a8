import { defineProgram } from '#lib/catalogue/define.ts';

/**
 * What runs beside a backend and answers no request of its proxy. Names as the kernel (15 characters) and systemd have
 * them; a language's runtime is not among them, since it may be the backend.
 */
export const bystanders = defineProgram({
  program: 'bystanders',
  title: 'What else a host runs',
  role: 'platform',
  processes: [
    // databases, caches, queues, search
    ...[
      'postgres*',
      'postmaster',
      'mysql*',
      'mariadb*',
      'mongod*',
      'mongos',
      'redis*',
      'valkey*',
      'memcached',
    ],
    ...[
      'clickhouse*',
      'influxd',
      'etcd',
      'beam.smp',
      'rabbitmq*',
      'nats-server',
      'elasticsearch',
      'opensearch',
    ],
    // jobs and housekeeping
    ...[
      'celery*',
      'sidekiq*',
      'cron*',
      'anacron',
      'atd',
      'logrotate*',
      'certbot*',
      'apt*',
      'dpkg*',
      'snapd*',
    ],
    ...[
      'unattended-upgr*',
      'packagekitd',
      'fwupd*',
      'man-db*',
      'fstrim*',
      'e2scrub*',
      'updatedb*',
      'pg_dump*',
    ],
    // watchers and log shippers
    ...[
      'prometheus*',
      'node_exporter',
      'grafana*',
      'telegraf',
      'fluent*',
      'td-agent*',
      'filebeat',
      'metricbeat',
    ],
    ...[
      'vector',
      'promtail',
      'loki*',
      'otelcol*',
      'datadog*',
      'newrelic*',
      'amazon-ssm*',
      'amazon-cloudwat*',
    ],
    // what every host has: names, time, mail, the bus
    ...[
      'dbus*',
      'systemd-*',
      'NetworkManager',
      'named',
      'dnsmasq',
      'ntpd',
      'chronyd',
      'rsyslogd',
      'postfix*',
      'exim*',
      'dovecot*',
    ],
    // people at work
    ...['su', 'sudo', 'login', 'passwd', 'pkexec', 'polkitd'],
    ...[
      'sshd*',
      'ssh',
      'chrome*',
      'chromium*',
      'firefox*',
      'Xorg',
      'gnome*',
      'git',
      'cc1*',
      'rustc',
      'clang*',
    ],
  ],
  limits: [],
});
