import type { CellRow, EntityModel, FieldModel } from '../definition/index.ts';
import type { Condition, Generation } from '../store/index.ts';
import type { Search } from './lookup-options.ts';
import { namesOfRows, titleOf } from './row-names.ts';

const MOST = 3;

/** Names of rows that a search by name may have meant: they share a word with it, or the beginning of one. Few reads, no scan by rows. */
export async function nearNames(generation: Generation, entity: EntityModel, { by, value }: Search): Promise<readonly string[]> {
  if (by !== 'name') return [];
  const found: CellRow[] = [];
  for (const where of attempts(
    entity,
    value.split(/\s+/).filter((word) => word !== ''),
  )) {
    const [page] = await generation.find({ entity, where, order: [], limit: MOST });
    found.push(...(page?.rows ?? []));
    if (found.length > 0) break;
  }
  return [...new Set(await namesOfRows(generation, entity, found))].slice(0, MOST);
}

/** Whole words first, then ever shorter beginnings of them. */
function attempts(entity: EntityModel, words: readonly string[]): readonly Condition[] {
  const title = titleOf(entity);
  const { person } = entity;
  const fields = person ? [person.last, person.first] : [title ?? []].flat();
  const within = (condition: Condition) =>
    (person?.via ?? []).reduceRight<Condition>(
      (inner, reference) => ({ kind: 'reference', reference, condition: inner }),
      condition,
    );
  return [1, 0.75, 0.5].map((part) =>
    within(
      anyWord(
        fields,
        words.map((word) => word.slice(0, Math.ceil(word.length * part))),
      ),
    ),
  );
}

function anyWord(fields: readonly FieldModel[], words: readonly string[]): Condition {
  const conditions = words.flatMap((value) =>
    fields.map((field): Condition => ({ kind: 'text', field, match: 'startsWith', value })),
  );
  return { kind: 'or', conditions };
}
