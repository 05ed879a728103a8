import type { Template } from 'aws-cdk-lib/assertions';
import { flat, type Json, listed, properties, resources } from './synthesised.ts';

export interface Grant {
  /** Logical id of the role. */
  readonly role: string;
  readonly action: string;
  readonly resource: string;
}

/** What identities may do, one action on one resource a row. */
export function grantsIn(template: Template): readonly Grant[] {
  const attached = [
    ...properties(template, 'AWS::IAM::Policy'),
    ...properties(template, 'AWS::IAM::ManagedPolicy'),
  ];
  const inline = Object.entries(resources(template, 'AWS::IAM::Role')).flatMap(([id, { Properties }]) =>
    (Properties.Policies ?? []).map((policy: Json) => ({ ...policy, Roles: [{ Ref: id }] })),
  );
  return [...attached, ...inline].flatMap(({ PolicyDocument, Roles }) =>
    PolicyDocument.Statement.flatMap(({ Action, Resource, Effect }: Json) =>
      Effect !== 'Allow'
        ? []
        : listed(Action).flatMap((action) =>
            listed(Resource).flatMap((resource) =>
              Roles.map((role: Json): Grant => ({ role: role.Ref, action, resource: flat(resource) })),
            ),
          ),
    ),
  );
}

/** The grants of one function, by the start of its role's id. */
export const grantsOf = (template: Template, name: string): readonly string[] =>
  grantsIn(template)
    .filter(({ role }) => role.startsWith(`${name}Role`))
    .map(({ action, resource }) => `${action} ${resource.replace(/(?<=<[A-Za-z]+)[0-9A-F]{8}(?=[.>])/, '')}`)
    .sort();
