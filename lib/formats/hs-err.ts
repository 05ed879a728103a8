import { defineFormat } from '#lib/catalogue/define.ts';
import { timeAhead } from '#lib/catalogue/define-time.ts';

const head = /^Time: (?=[A-Z][a-z]{2} [A-Z][a-z]{2} )/;

export const hsErr = defineFormat({
  id: 'hs-err',
  title: 'the time in a fatal error report of a Java virtual machine (hs_err_pid*.log)',
  manual: 'https://docs.oracle.com/en/java/javase/21/troubleshoot/fatal-error-log.html',
  kind: 'text',
  role: 'backend',
  program: 'jvm',
  clock: { zone: 'either', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    if (!h || !line.includes(' elapsed time: ')) return undefined;
    const led = timeAhead(line.slice(h[0].length));
    return led && { kind: 'line', stamp: led.stamp, message: line, fields: {} };
  },
  samples: [
    {
      line: 'Time: Sun Nov 22 12:24:47 2026 UTC elapsed time: 2.972880 seconds (0d 0h 0m 2s)',
      gives: {
        at: '2026-11-22T12:24:47.000',
        message: 'Time: Sun Nov 22 12:24:47 2026 UTC elapsed time: 2.972880 seconds (0d 0h 0m 2s)',
      },
      from: 'captured, OpenJDK 17.0.21',
    },
  ],
  forgeries: [],
});
