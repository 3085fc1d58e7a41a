import {
  type Cell,
  canonicalKey,
  type EntityModel,
  type FieldModel,
  mismatch,
  nearest,
  parseMoney,
  SeedgraphError,
  snakeCase,
  toCell,
} from '../definition/index.ts';
import type { Comparison, Condition } from '../store/index.ts';

const OPERATORS: Readonly<Record<string, Comparison>> = { '=': 'eq', '!=': 'ne', '>': 'gt', '>=': 'gte', '<': 'lt', '<=': 'lte' };

/**
 * What `gradeLevel>=3`, `status=absent`, `user.city~spring` and `reason=` (without a value) ask of rows. Fields are named as in
 * GraphQL, or in snake case; those of other rows by way of the relations to one row. `~` finds texts that contain another.
 *
 * @throws SeedgraphError INVALID_FILTER.
 */
export function whereCondition(entity: EntityModel, text: string): Condition {
  const [, path, operator, value] = /^\s*([\w.-]+?)\s*(!=|>=|<=|=|>|<|~)\s*(.*?)\s*$/s.exec(text) ?? [];
  if (path === undefined || operator === undefined || value === undefined)
    throw refused(text, 'it takes a field, a comparison (=, !=, >, >=, <, <=, ~) and a value: gradeLevel>=3');
  return along(entity, path.split('.'), (field) => fieldCondition(field, operator, value, text), text);
}

function along(
  entity: EntityModel,
  [name = '', ...rest]: string[],
  inner: (field: FieldModel) => Condition,
  text: string,
): Condition {
  if (rest.length === 0) return inner(filterable(entity, name, text));
  const reference = entity.references.find((candidate) => isNamed(candidate.name, name));
  if (!reference)
    throw unknown(
      name,
      entity,
      entity.references.map((candidate) => candidate.name),
      text,
    );
  return { kind: 'reference', reference, condition: along(reference.to, rest, inner, text) };
}

function filterable(entity: EntityModel, name: string, text: string): FieldModel {
  const fields = entity.fields.filter(({ field }) => field.filter);
  const field = fields.find((candidate) => isNamed(candidate.name, name));
  if (field) return field;
  throw unknown(
    name,
    entity,
    fields.map((candidate) => candidate.name),
    text,
  );
}

function isNamed(name: string, given: string): boolean {
  return snakeCase(name) === snakeCase(given.replaceAll('-', '_'));
}

function unknown(name: string, entity: EntityModel, known: readonly string[], text: string): SeedgraphError {
  const near = nearest(name, known);
  const hint = near ? `did you mean "${near}"?` : `there are ${known.join(', ')}.`;
  return refused(text, `${entity.typeName} has no "${name}" to filter by; ${hint}`);
}

function fieldCondition(field: FieldModel, operator: string, value: string, text: string): Condition {
  if (value === '' && (operator === '=' || operator === '!=')) return { kind: 'null', field, is: operator === '=' };
  if (operator === '~') {
    if (field.field.kind === 'string') return { kind: 'text', field, match: 'contains', value };
    throw refused(text, `~ looks into texts, and ${field.name} is none`);
  }
  return { kind: 'compare', field, operator: OPERATORS[operator] ?? 'eq', value: cellOf(field, value, text) };
}

/** The stored form of what was typed. */
function cellOf(model: FieldModel, text: string, whole: string): Exclude<Cell, null> {
  const value = typed(model, text);
  const cell = toCell(model.field, value);
  const wrong =
    cell === null || value === undefined
      ? `an amount with at most ${model.field.digits} decimals is expected`
      : mismatch(model.field, value);
  if (wrong !== undefined || cell === null) throw refused(whole, `${model.name}: ${wrong}`);
  return cell;
}

function typed({ field }: FieldModel, text: string): unknown {
  switch (field.kind) {
    case 'key':
    case 'reference':
      return canonicalKey(text);
    case 'integer':
    case 'float':
      return text.trim() === '' ? text : (finite(text) ?? text);
    case 'boolean':
      return { true: true, yes: true, false: false, no: false }[text.toLowerCase()] ?? text;
    case 'money':
      return parseMoney(text, field.digits);
    case 'enumeration':
      return field.values.find((value) => isNamed(value, text.toLowerCase())) ?? text;
    default:
      return text;
  }
}

function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function refused(given: string, why: string): SeedgraphError {
  const message = `--where ${given}: ${why}${/[.?!]$/.test(why) ? '' : '.'}`;
  return new SeedgraphError('INVALID_FILTER', message, { path: ['where'], details: { given } });
}
