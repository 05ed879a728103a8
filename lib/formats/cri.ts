import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp } from '#lib/model/time.ts';

const head =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)) (stdout|stderr) ([FP](?::[^ ]{1,64})?) ?/;

export const cri = defineFormat({
  id: 'cri',
  title: 'Kubernetes container log file (CRI: containerd, CRI-O)',
  manual: 'https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md',
  kind: 'envelope',
  role: undefined,
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    const stamp = h && isoStamp(h[1] ?? '');
    if (!h || !stamp) return undefined;
    return {
      kind: 'envelope',
      stamp,
      inner: line.slice(h[0].length),
      fields: { stream: h[2] ?? '', ...(h[3]?.startsWith('P') ? { partial: 'yes' } : {}) },
    };
  },
  samples: [
    {
      line: '2026-11-22T12:00:00.123456789Z stderr F INFO:     Child process [5917] died',
      gives: {
        at: '2026-11-22T12:00:00.123',
        inner: 'INFO:     Child process [5917] died',
        fields: { stream: 'stderr', partial: '' },
      },
      from: 'rebuilt from the template, containerd internal/cri/io/logger.go',
    },
    {
      line: '2026-11-22T13:00:00.123456789+01:00 stdout P the first 16 KiB of a long line',
      gives: {
        at: '2026-11-22T13:00:00.123',
        inner: 'the first 16 KiB of a long line',
        fields: { stream: 'stdout', partial: 'yes' },
      },
      from: 'rebuilt from the template, CRI-O conmon src/ctr_logging.c',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22T12:00:00.123456789Z stdout F GET / 2020-01-01T00:00:00Z stderr P forged',
      gives: {
        message: 'GET / 2020-01-01T00:00:00Z stderr P forged',
        fields: { stream: 'stdout', partial: '' },
      },
      because: "only the head of the line is the runtime's",
    },
  ],
});
