import { defineClue } from '#lib/catalogue/define.ts';

export const springBootUploadTooLarge = defineClue({
  id: 'spring-boot/upload-too-large',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['MaxUploadSizeExceededException', 'Failed to parse multipart servlet request'],
  means:
    'An upload was larger than spring.servlet.multipart allows (1 MB a file, 10 MB a request), and was refused.',
  provenance: {
    project: 'spring-framework',
    file: 'spring-web/src/main/java/org/springframework/web/multipart/MaxUploadSizeExceededException.java',
    version: '5.3 to 6.2',
  },
  pattern:
    /^(?:Resolved \[|Caused by: |\s{0,8}|\S{1,120}: )?org\.springframework\.web\.multipart\.(?:MaxUploadSizeExceededException: Maximum upload size (?:of \d+ bytes )?exceeded|MultipartException: Failed to parse multipart servlet request)/,
  points: [{ cause: 'body-rejected', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '2024-05-06T23:49:07.768+03:00  WARN 32323 --- [nio-8080-exec-1] .m.m.a.ExceptionHandlerExceptionResolver : Resolved [org.springframework.web.multipart.MaxUploadSizeExceededException: Maximum upload size exceeded]',
      gives: {},
      from: 'rebuilt from the template, Spring Framework 6',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
