import { type DomainModel, screamingCase } from '../definition/index.ts';
import type { SeedMode, SeedRequest } from '../jobs/jobs.ts';
import type { Builder } from './builder.ts';
import { type AnyEnumRef, type Arguments, addEnum, type InputSpecs } from './dynamic.ts';
import { textAt } from './input.ts';
import { localPlural, nouns } from './nouns.ts';
import type { TypeNames } from './type-names.ts';

const modes: Readonly<Record<string, { readonly value: SeedMode; readonly description: string }>> = {
  REPLACE: { value: 'replace', description: 'The dataset will hold exactly the planned rows.' },
  MERGE: {
    value: 'merge',
    description:
      'Rows that were changed or imported stay as they are, all others become what the configuration makes, and missing ones are added, deleted ones too. None is removed; volumes never shrink.',
  },
  FAIL_IF_EXISTS: { value: 'fail_if_exists', description: 'Refused with DATASET_EXISTS when there are any.' },
  UPDATE: {
    value: 'update',
    description:
      'Rows that exist become what the configuration makes of them now, unless they were changed or imported. None is added or removed.',
  },
};

/** Adds `SeedMode`. */
export function addSeedMode(builder: Builder): AnyEnumRef {
  return addEnum(builder, 'SeedMode', {
    description: 'What becomes of the rows that a dataset has already. They stay visible until the seeding is complete.',
    values: modes,
  });
}

/** The arguments of a seeding that say what it does with rows that are there; adds `SchoolFeature`. */
export function seedModeArgs(builder: Builder, names: TypeNames, domain: DomainModel, mode: AnyEnumRef): InputSpecs {
  const feature = addEnum(builder, names.claim(`${domain.definition.title}Feature`, 'Name', domain), {
    description: 'Something that can be seeded alone.',
    values: Object.fromEntries(
      domain.entities.map((entity) => [
        screamingCase(localPlural(entity)),
        { value: entity.name, description: `The ${nouns(entity)}.` },
      ]),
    ),
  });
  return {
    mode: { type: mode, required: true, defaultValue: 'replace', description: 'What becomes of rows that are there already.' },
    features: {
      type: feature,
      list: true,
      description: 'Seeds these only, and leaves the rows of others as they are. Default: everything.',
    },
    withDependencies: {
      type: 'Boolean',
      required: true,
      defaultValue: false,
      description: 'Seeds what the features refer to as well, where it is not there yet; otherwise that is refused.',
    },
  };
}

/** What these arguments ask for. */
export function seedModeOf(args: Arguments): Pick<SeedRequest, 'mode' | 'entities' | 'withDependencies'> {
  const { features } = args;
  return {
    // GraphQL has checked it to be one of `modes`, and features to be names of entities.
    mode: textAt(args, 'mode') as SeedMode | undefined,
    entities: Array.isArray(features) ? (features as readonly string[]) : undefined,
    withDependencies: args.withDependencies === true,
  };
}
