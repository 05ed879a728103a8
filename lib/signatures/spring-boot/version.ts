import { defineClue } from '#lib/catalogue/define.ts';

export const springBootVersion = defineClue({
  id: 'spring-boot/version',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Spring Boot ::'],
  means: 'Spring Boot says which version it is.',
  provenance: {
    project: 'spring-boot',
    file: 'spring-boot/src/main/java/org/springframework/boot/SpringBootBanner.java',
    version: '2.0 to 3.4',
  },
  pattern: /^ ?:: Spring Boot :: +\(v(?<version>\d[\w.-]{0,30})\)$/,
  points: [],
  within: { from: -5_000, to: 90_000 },
  consequences: [],
  samples: [
    {
      line: ' :: Spring Boot ::                (v3.4.1)',
      gives: { version: '3.4.1' },
      from: 'rebuilt from the template, Spring Boot 3.4',
    },
  ],
  nearMisses: [],
});
