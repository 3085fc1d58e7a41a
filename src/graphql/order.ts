import type { EntityModel, ReferenceModel } from '../definition/index.ts';
import type { Order } from '../store/query.ts';
import { type ArgumentPath, RequestError } from './error.ts';
import { type Input, objectAt, objectsAt, textAt } from './input.ts';

/** The most fields and references that an ordering may name together: databases join some 60 tables at most. */
const MOST_STEPS = 32;

/**
 * The ordering that an `orderBy` argument asks for. A field that comes again adds nothing and is left out.
 * @throws RequestError INVALID_ORDER for a term that does not lead to exactly one field, and for too many steps.
 */
export function orderOf(entity: EntityModel, args: Input): Order[] {
  const terms = (objectsAt(args, 'orderBy') ?? []).map((term, index) => termOf(entity, term, ['orderBy', index]));
  const steps = terms.reduce((sum, { via = [] }) => sum + via.length + 1, 0);
  if (steps > MOST_STEPS) {
    throw new RequestError(
      'INVALID_ORDER',
      `An ordering names at most ${MOST_STEPS} fields and relations in all; given ${steps}.`,
      {
        path: ['orderBy'],
        details: { given: steps, max: MOST_STEPS },
      },
    );
  }
  const first = new Map<string, Order>();
  for (const term of terms) if (!first.has(pathOf(term))) first.set(pathOf(term), term);
  return [...first.values()];
}

/** Where an ordering's field is, seen from the entity: `user.lastName`. */
export function pathOf({ via = [], field }: Order): string {
  return [...via.map(({ name }) => name), field.name].join('.');
}

function termOf(entity: EntityModel, term: Input, path: ArgumentPath, via: readonly ReferenceModel[] = []): Order {
  const [name, ...others] = Object.keys(term).filter((key) => key !== 'direction' && term[key] !== null);
  if (name === undefined || others.length > 0) throw notOne(name === undefined ? [] : [name, ...others], path);
  const fieldName = textAt(term, 'field');
  if (fieldName !== undefined) {
    const direction = term.direction === 'desc' ? 'desc' : 'asc';
    return { field: entity.fieldNamed(fieldName), direction, ...(via.length > 0 && { via }) };
  }
  if (term.direction !== undefined && term.direction !== null) throw misplaced(name, path);
  const reference = entity.references.find((candidate) => candidate.name === name);
  const inner = objectAt(term, name);
  if (!reference || !inner) throw notOne([name], path);
  return termOf(reference.to, inner, [...path, name], [...via, reference]);
}

function notOne(given: readonly string[], path: ArgumentPath): RequestError {
  const found = given.length === 0 ? 'given none' : `given ${given.join(' and ')}`;
  return new RequestError(
    'INVALID_ORDER',
    `A term of an ordering has exactly one of \`field\` and the relations; ${found}. Several terms are items of the list.`,
    { path, details: { given } },
  );
}

function misplaced(relation: string, path: ArgumentPath): RequestError {
  return new RequestError(
    'INVALID_ORDER',
    `"direction" goes with \`field\`: {${relation}: {field: ..., direction: DESC}}; given beside "${relation}".`,
    { path: [...path, 'direction'] },
  );
}
