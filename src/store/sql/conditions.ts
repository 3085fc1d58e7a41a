import { sql } from 'kysely';
import type { Cell, FieldModel } from '../../definition/index.ts';
import type { Comparison, Condition } from '../query.ts';
import type { Operator, Sql } from './dialect.ts';
import { allOf, columnOf, comparableOf, comparableValue, type TableScope, tableOf, watched } from './scope.ts';

type ConditionOf<Kind extends Condition['kind']> = Extract<Condition, { readonly kind: Kind }>;

const never = sql`1 = 0`;

/**
 * The condition as SQL.
 *
 * A comparison with NULL is unknown in SQL, neither true nor false. AND and OR keep "unknown" harmless, since only true
 * rows are taken; wherever something is negated, `is not true` makes it false first.
 */
export function conditionSql(scope: TableScope, condition: Condition): Sql {
  switch (condition.kind) {
    case 'compare':
      return compareSql(scope, condition);
    case 'in':
      return inSql(scope, condition);
    case 'null':
      return condition.is
        ? sql`${operandOf(scope, condition.field)} is null`
        : sql`${operandOf(scope, condition.field)} is not null`;
    case 'text':
      return textSql(scope, condition);
    case 'and':
    case 'or':
      return junctionSql(scope, condition);
    case 'not':
      return sql`(${conditionSql(scope, condition.condition)}) is not true`;
    case 'reference':
      return referenceSql(scope, condition);
    case 'children':
      return childrenSql(scope, condition);
  }
}

function operandOf(scope: TableScope, field: FieldModel): Sql {
  return scope.dialect.operand(comparableOf(scope, field));
}

const operators: Readonly<Record<Comparison, Operator>> = { eq: '=', ne: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' };

function compareSql(scope: TableScope, { field, operator, value }: ConditionOf<'compare'>): Sql {
  const column = operandOf(scope, field);
  const compared = scope.dialect.compare(column, field, operators[operator], comparableValue(field, value));
  return operator === 'ne' && field.field.optional ? sql`(${compared} or ${column} is null)` : compared;
}

function inSql(scope: TableScope, { field, values }: ConditionOf<'in'>): Sql {
  if (values.length === 0) return never;
  return scope.dialect.isOneOf(
    operandOf(scope, field),
    field,
    values.map((value) => comparableValue<Exclude<Cell, null>>(field, value)),
  );
}

function textSql(scope: TableScope, { field, match, value }: ConditionOf<'text'>): Sql {
  const text = String(comparableValue(field, value));
  const column = operandOf(scope, field);
  if (text === '') return sql`${column} is not null`;
  switch (match) {
    case 'startsWith':
      return prefixSql(column, text);
    case 'endsWith':
      return scope.dialect.endsWith(column, text);
    case 'contains':
      return scope.dialect.contains(column, text);
  }
}

/** A range instead of a pattern: it uses the index, and no character needs escaping. */
function prefixSql(column: Sql, prefix: string): Sql {
  const end = afterPrefix(prefix);
  return end === undefined ? sql`${column} >= ${prefix}` : sql`(${column} >= ${prefix} and ${column} < ${end})`;
}

/** The least text, in code-point order, that is greater than all texts with the prefix; undefined when there is none. */
function afterPrefix(prefix: string): string | undefined {
  const points = [...prefix].map((character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === 0x10ffff) points.pop();
  const last = points.pop();
  if (last === undefined) return undefined;
  // The code points from D800 to DFFF are surrogates, which no stored text has.
  const next = last >= 0xd7ff && last < 0xe000 ? 0xe000 : last + 1;
  return String.fromCodePoint(...points, next);
}

function junctionSql(scope: TableScope, { kind, conditions }: ConditionOf<'and' | 'or'>): Sql {
  if (conditions.length === 0) return kind === 'and' ? sql`1 = 1` : never;
  const parts = conditions.map((condition) => conditionSql(scope, condition));
  return sql`(${sql.join(parts, kind === 'and' ? sql` and ` : sql` or `)})`;
}

/**
 * Two forms with one meaning. IN begins with the rows of the other table, and is right where few of them fulfil the
 * condition; EXISTS begins with the rows asked for, and is right where a page is soon full. SQLite never swaps them: for
 * "the record of the member with this e-mail", of 300,000, EXISTS took 160 ms and IN 0.1 ms.
 */
function referenceSql(scope: TableScope, { reference, condition }: ConditionOf<'reference'>): Sql {
  const target = scope.inner(reference.to);
  const key = columnOf(target, reference.to.key);
  const refers = columnOf(scope, reference.field);
  const fulfils = allOf([...watched(target), conditionSql(target, condition)]);
  if (!scope.dialect.windowed && isSelective(condition))
    return sql`${refers} in (select ${key} from ${tableOf(target)} where ${fulfils})`;
  return sql`exists (select 1 from ${tableOf(target)} where ${key} = ${refers} and ${fulfils})`;
}

/** NOT IN would find nothing beside a NULL, hence EXISTS for all but `some`. */
function childrenSql(scope: TableScope, { inverse, quantifier, condition }: ConditionOf<'children'>): Sql {
  const child = scope.inner(inverse.from);
  const key = columnOf(scope, scope.entity.key);
  const by = columnOf(child, inverse.by);
  const inner = conditionSql(child, condition);
  const fulfils = allOf([...watched(child), quantifier === 'every' ? sql`(${inner}) is not true` : inner]);
  if (quantifier === 'some' && !scope.dialect.windowed && isSelective(condition)) {
    return sql`${key} in (select ${by} from ${tableOf(child)} where ${fulfils})`;
  }
  const exists = sql`exists (select 1 from ${tableOf(child)} where ${by} = ${key} and ${fulfils})`;
  return quantifier === 'some' ? exists : sql`not ${exists}`;
}

// Fewer characters are the beginning of too many names.
const selectivePrefix = 3;

/** Whether few rows can be expected to fulfil the condition, and an index to find them. */
function isSelective(condition: Condition): boolean {
  switch (condition.kind) {
    case 'compare':
      return condition.operator === 'eq' && isSearched(condition.field);
    case 'in':
      return isSearched(condition.field);
    case 'text':
      return condition.match === 'startsWith' && condition.value.length >= selectivePrefix;
    case 'and':
      return condition.conditions.some(isSelective);
    case 'or':
      return condition.conditions.length > 0 && condition.conditions.every(isSelective);
    case 'reference':
      return isSelective(condition.condition);
    default:
      return false;
  }
}

function isSearched({ field, foldedColumn }: FieldModel): boolean {
  return field.unique || field.index || foldedColumn !== undefined;
}
