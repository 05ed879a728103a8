import type { Fields, LogEvent } from '#lib/model/event.ts';
import type { Matched } from '#lib/model/signature.ts';

/** An event of CodeDeploy, Auto Scaling or EC2, named by what it is about: the instance, else the deployment or group. */
export function happened({ fields }: LogEvent, fits: (fields: Fields) => boolean): readonly Matched[] {
  if (!fits(fields)) return [];
  const { source, subject = '', application, instance, event = '' } = fields;
  const about = source === 'aws.codedeploy' ? subject : (instance ?? subject);
  return [
    {
      says: { reason: application === undefined ? about : `${about} of ${application}` },
      telling: event,
    },
  ];
}
