import {
  type DomainModel,
  type EntityModel,
  type FieldModel,
  isSendable,
  type RestApi,
  type RestBulk,
  type RestResource,
  snakeCase,
} from '../definition/index.ts';
import { PushError } from './error.ts';

/** A field as the API gets it. */
export interface SentField {
  readonly field: FieldModel;
  /** In bodies and filters: `student_id`. */
  readonly name: string;
  /** The entity that a reference points at: its rows have ids of their own at the API. */
  readonly to: EntityModel | undefined;
  /** In no log and no report. */
  readonly secret: boolean;
  readonly required: boolean;
}

/** An entity, and how the API takes its rows. */
export interface Resource {
  readonly entity: EntityModel;
  readonly definition: RestResource;
  /** With the API's prefix: `/api/v1/students`. */
  readonly path: string;
  readonly fields: readonly SentField[];
  readonly naturalKey: readonly SentField[];
  readonly bulk: (RestBulk & { readonly path: string; readonly group: readonly SentField[] }) | undefined;
  /** Whether the answer must hold an id, since rows of other entities refer to these. */
  readonly referred: boolean;
}

/** How a domain's rows are sent. @throws PushError PUSH_UNSUPPORTED when the domain does not say so. */
export function restApiOf({ definition }: DomainModel): RestApi {
  if (definition.rest) return definition.rest;
  throw new PushError('PUSH_UNSUPPORTED', `The domain "${definition.name}" does not say how a REST API takes its rows.`, {
    path: ['domain'],
  });
}

export function resourceOf(entity: EntityModel, definition: RestResource, rest: RestApi): Resource {
  const { prefix } = rest;
  const { omit = [], rename = {}, secrets = [], required, naturalKey = [], bulk } = definition;
  const fields = entity.fields
    .filter(({ name, field }) => field.kind !== 'key' && !omit.includes(name) && isSendable(rest, entity.name, field))
    .map((field) => ({
      field,
      name: rename[field.name] ?? snakeCase(field.name),
      to: entity.references.find((reference) => reference.field === field)?.to,
      secret: secrets.includes(field.name),
      required: required.includes(field.name),
    }));
  // The validator has made sure that they are there.
  const named = (names: readonly string[]) => fields.filter(({ field }) => names.includes(field.name));
  return {
    entity,
    definition,
    path: prefix + definition.path,
    fields,
    naturalKey: named(naturalKey),
    bulk: bulk && { ...bulk, path: prefix + bulk.path, group: named(bulk.groupBy) },
    referred: entity.domain.entities.some((other) => other.references.some(({ to }) => to === entity)),
  };
}
