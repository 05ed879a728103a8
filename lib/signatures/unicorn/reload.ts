import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornReload = defineClue({
  id: 'unicorn/reload',
  formats: ['unicorn', ...anyText],
  needles: ['reloading config_file='],
  means: 'unicorn reloads its configuration and replaces its workers; requests in flight finish.',
  provenance: {
    project: 'unicorn',
    file: 'lib/unicorn/http_server.rb, load_config!',
    version: '6.0.0 to 6.1.0',
  },
  pattern: /^reloading config_file=\S{1,300}$/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -65_000, to: 2_000 },
  consequences: [],
  trigger: true,
  change: 'reload',
  samples: [
    {
      line: 'I, [2026-11-22T12:14:26.246085 #18243]  INFO -- : reloading config_file=/srv/app/uni.rb',
      gives: {},
      from: 'captured, unicorn 6.0.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [
    {
      line: 'I, [2026-11-22T12:14:26.261702 #18243]  INFO -- : done reloading config_file=/srv/app/uni.rb',
      because: 'the reload is over',
      format: 'unicorn',
    },
  ],
});
