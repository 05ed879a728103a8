import type { WrittenSource } from '#functions/schemas/config.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import { isNonEmpty } from '#lib/model/nonempty.ts';
import type { Role, Source } from '#lib/model/record.ts';

/** The source's entry that a written source stands for. */
export function sourceOf(written: WrittenSource, catalogue: Catalogue): Source {
  const { scope, skew, services } = written;
  const mapped = services && services.length > 0 ? { services } : {};
  if ('ecsCluster' in written)
    return {
      name: `ecs:${written.ecsCluster}`,
      role: 'platform',
      formats: ['ecs-event'],
      scope,
      shared: true,
      zone: 0,
      skew,
      ...mapped,
    };
  const { logGroup, role, shared, tz, addresses } = written;
  const formats = catalogue.formats
    .filter(
      (format) => written.formats?.includes(format.id) ?? (format.role === undefined || format.role === role),
    )
    .map(({ id }) => id);
  if (!isNonEmpty(formats)) throw new Error(`the catalogue has no format for a ${role satisfies Role}`);
  return {
    name: logGroup,
    role,
    formats,
    ...(written.formats === undefined ? { open: true as const } : {}),
    scope,
    shared,
    zone: tz,
    skew,
    ...(addresses ? { addresses } : {}),
    ...mapped,
  };
}
