import { defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const springBootStarted = defineClue({
  id: 'spring-boot/started',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['process running for', 'JVM running for'],
  means: 'A Spring Boot application started; the process before it has ended.',
  provenance: {
    project: 'spring-boot',
    file: 'spring-boot/src/main/java/org/springframework/boot/StartupInfoLogger.java',
    version: '2.0 to 3.4',
  },
  pattern: /^Started \w{1,100} in [\d.]+ seconds \((?:process|JVM) running for [\d.]+\)$/,
  points: endedBefore,
  within: { from: -1_000, to: 90_000 },
  consequences: [
    { of: 'spring-boot/stop', within: { from: -240_000, to: 0 } },
    { of: 'spring-boot/requests-cut', within: { from: -240_000, to: 0 } },
    { of: 'jvm/out-of-memory-exit', within: { from: -240_000, to: 0 } },
    { of: 'jvm/fatal-error', within: { from: -240_000, to: 0 } },
    { of: 'jvm/native-memory', within: { from: -240_000, to: 0 } },
  ],
  samples: [
    {
      line: '2024-05-06T23:49:07.768+03:00  INFO 32323 --- [main] com.example.shop.ShopApplication         : Started ShopApplication in 3.412 seconds (process running for 3.9)',
      gives: {},
      from: 'rebuilt from the template, Spring Boot 3',
      format: 'leading-time',
    },
    {
      line: '2022-06-15 08:47:25.917  INFO 1 --- [           main] com.example.shop.ShopApplication         : Started ShopApplication in 3.412 seconds (JVM running for 3.9)',
      gives: {},
      from: 'rebuilt from the template, Spring Boot 2',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
