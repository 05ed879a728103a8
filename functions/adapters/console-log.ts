import process from 'node:process';
import type { Log, Metric } from '#functions/ports.ts';

const unitOf = (metric: Metric): string => (metric.endsWith('Seconds') ? 'Seconds' : 'Count');

/**
 * JSON lines. A figure is an embedded metric of the namespace `Closecall` whose only dimension is the stack:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html.
 * Lambda wraps what `console` prints as JSON, where no metric is looked for: so this writes to the output itself.
 */
export function consoleLog(
  stack: string,
  now: () => number = Date.now,
  write: (line: string) => void = (line) => process.stdout.write(line),
): Log {
  const print = (line: object) => write(`${JSON.stringify(line)}\n`);
  return {
    warn: (message, fields = {}) =>
      print({ ...fields, timestamp: new Date(now()).toISOString(), level: 'WARN', message }),
    count: (metric, value) =>
      print({
        _aws: {
          Timestamp: now(),
          CloudWatchMetrics: [
            {
              Namespace: 'Closecall',
              Dimensions: [['Stack']],
              Metrics: [{ Name: metric, Unit: unitOf(metric) }],
            },
          ],
        },
        Stack: stack,
        [metric]: value,
      }),
  };
}
