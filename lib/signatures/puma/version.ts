import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaVersion = defineClue({
  id: 'puma/version',
  formats: ['puma', ...anyText],
  needles: ['Puma version: ', '* Version '],
  means: 'Puma says which version it is.',
  provenance: { project: 'puma', file: 'lib/puma/runner.rb, output_header', version: '4.3.12 to 8.0.2' },
  pattern: /^\* (?:Puma version:|Version) (?<version>\d+\.\d+\.\d+[\w.]{0,20})(?: \(ruby| \(jruby|,)/,
  points: [],
  within: { from: -1_000, to: 30_000 },
  consequences: [],
  samples: [
    {
      line: '[15966] * Puma version: 5.6.5 (ruby 3.1.7-p261) ("Birdie\'s Version")',
      gives: { version: '5.6.5' },
      from: 'captured, Puma 5.6.5',
    },
    {
      line: '* Version 4.3.12 (ruby 2.7.8-p225), codename: Mysterious Traveller',
      gives: { version: '4.3.12' },
      from: 'rebuilt from the template, Puma 4.3.12 lib/puma/runner.rb',
      format: 'plain',
    },
  ],
  nearMisses: [{ line: '* Version 2 of the shop', because: 'another program', format: 'plain' }],
});
