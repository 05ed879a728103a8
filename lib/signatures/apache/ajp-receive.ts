import { defineSymptom } from '#lib/catalogue/define.ts';
import { ended, endedBy, httpd } from '#lib/catalogue/define-apache.ts';

export const apacheAjpReceive = defineSymptom({
  id: 'apache/ajp-receive',
  formats: ['apache-error'],
  needles: ['ajp_ilink_receive()'],
  means: 'The AJP backend closed the connection where a message of it was expected.',
  provenance: httpd('ajp_link.c, ajp_ilink_receive'),
  pattern: new RegExp(
    `^${ended}AH010(?:30|32): ajp_ilink_receive\\(\\) (?:can't receive header|error while receiving message body)`,
  ),
  adds: ({ code }) => endedBy(code),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: "[Sun Nov 22 12:02:56.414792 2026] [proxy_ajp:error] [pid 6158:tid 6183] (104)Connection reset by peer: AH01030: ajp_ilink_receive() can't receive header",
      gives: { by: 'reset', connection: '6158:6183', scheme: 'ajp', code: 104 },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:02:56.608179 2026] [proxy_ajp:error] [pid 6158:tid 6160] (70014)End of file found: AH01032: ajp_ilink_receive() error while receiving message body of length 4',
      gives: { by: 'fin' },
      from: 'captured, Apache httpd 2.4.71',
    },
  ],
  nearMisses: [
    {
      line: "[Sun Nov 22 12:03:07.217543 2026] [proxy_ajp:error] [pid 6158:tid 6182] (70007)The timeout specified has expired: AH01030: ajp_ilink_receive() can't receive header",
      because: 'time ran out',
    },
  ],
});
