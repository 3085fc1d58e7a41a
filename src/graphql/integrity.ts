import type { ObjectRef } from '@pothos/core';
import type { DatasetSummary } from '../jobs/jobs.ts';
import type { Store } from '../store/store.ts';
import { type CheckResult, type Finding, type Integrity, Verifier } from '../verify/index.ts';
import type { Builder, SchemaTypes } from './builder.ts';
import type { Session } from './context.ts';

/** One for each store: a dataset is verified once, however many requests ask. */
const verifiers = new WeakMap<Store, Verifier>();

/** Whether what a dataset holds of a domain is sound; null when it is gone. Ends with the request's signal. */
export async function integrityOf({ engine, signal }: Session, { name, domain }: DatasetSummary): Promise<Integrity | null> {
  const verifier = verifiers.get(engine.store) ?? new Verifier();
  verifiers.set(engine.store, verifier);
  const generation = await engine.store.open(name, domain);
  return generation ? verifier.verify(generation, signal) : null;
}

/** Adds `Integrity`, its checks and their examples. */
export function addIntegrity(builder: Builder): ObjectRef<SchemaTypes, Integrity> {
  const check = addCheck(builder, addExample(builder));
  return builder.objectRef<Integrity>('Integrity').implement({
    description: 'Whether data is sound: found by reading all of it, and kept until it is written to.',
    fields: (t) => ({
      ok: t.exposeBoolean('ok', { description: 'Whether no check found anything wrong. Warnings do not count.' }),
      checkedRows: t.expose('checkedRows', { type: 'BigInt', description: 'How many rows were read.' }),
      digest: t.exposeString('digest', {
        description: "Recomputed from what is stored; the dataset's own digest, unless the check `digest` says otherwise.",
      }),
      checks: t.field({ type: [check], description: 'What was checked.', resolve: ({ checks }) => checks }),
    }),
  });
}

function addCheck(builder: Builder, example: ObjectRef<SchemaTypes, Finding>): ObjectRef<SchemaTypes, CheckResult> {
  const status = builder.enumType('IntegrityStatus', {
    description: 'How a check came out.',
    values: {
      OK: { description: 'Nothing was found.' },
      WARNING: { description: 'Worth a look, and no error: shares that were changed away from the configuration.' },
      WRONG: { description: 'Something is wrong.' },
    },
  });
  return builder.objectRef<CheckResult>('IntegrityCheck').implement({
    description: 'One thing that holds where data is sound.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Its name: `references`, or that of a rule of the domain.' }),
      description: t.exposeString('description', { description: 'What holds.' }),
      status: t.field({ type: status, description: 'How it came out.', resolve: (result) => result.status }),
      checked: t.expose('checked', { type: 'BigInt', description: 'How many were looked at.' }),
      wrong: t.expose('wrong', { type: 'BigInt', description: 'How many of them are wrong.' }),
      examples: t.field({ type: [example], description: 'Up to 10 of these.', resolve: ({ examples }) => examples }),
      note: t.string({
        nullable: true,
        description: 'What else was seen, such as the number of rows that were edited.',
        resolve: ({ note }) => note,
      }),
    }),
  });
}

function addExample(builder: Builder): ObjectRef<SchemaTypes, Finding> {
  return builder.objectRef<Finding>('IntegrityExample').implement({
    description: 'One thing that is wrong.',
    fields: (t) => ({
      entity: t.exposeString('entity', { description: 'The entity of the row.' }),
      key: t.exposeString('key', { nullable: true, description: 'The key of the row; null where it is about no single one.' }),
      field: t.exposeString('field', { nullable: true, description: 'The field, or the path to it.' }),
      message: t.exposeString('message', { description: 'What is wrong, in words.' }),
    }),
  });
}
