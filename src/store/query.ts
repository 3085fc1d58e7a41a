import type { Cell, CellRow, EntityModel, FieldModel, InverseModel, ReferenceModel, ThroughModel } from '../definition/index.ts';

/** How a value is compared. Texts are compared folded (`foldText`), in code-point order. NULL matches none of them but `ne`. */
export type Comparison = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte';

/** How a text is searched: ignoring case, every character taken literally. */
export type TextMatch = 'startsWith' | 'endsWith' | 'contains';

/**
 * What rows must fulfil. Models stand for names, so that a condition can only speak of what exists. One for which a store
 * would have to look at very many rows to judge a single one may be refused with StoreError FILTER_TOO_EXPENSIVE.
 */
export type Condition =
  | { readonly kind: 'compare'; readonly field: FieldModel; readonly operator: Comparison; readonly value: Exclude<Cell, null> }
  | { readonly kind: 'in'; readonly field: FieldModel; readonly values: readonly Exclude<Cell, null>[] }
  | { readonly kind: 'null'; readonly field: FieldModel; readonly is: boolean }
  | { readonly kind: 'text'; readonly field: FieldModel; readonly match: TextMatch; readonly value: string }
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  /** The row that the reference points at fulfils the condition. */
  | { readonly kind: 'reference'; readonly reference: ReferenceModel; readonly condition: Condition }
  /** Some, none or all of the rows that refer to this one fulfil the condition. */
  | {
      readonly kind: 'children';
      readonly inverse: InverseModel;
      readonly quantifier: 'some' | 'none' | 'every';
      readonly condition: Condition;
    };

/** One term of an ordering. Nulls come last in either direction. */
export interface Order {
  readonly field: FieldModel;
  /** The to-one references that lead to the field's entity, from the entity that is ordered; none for a field of its own. */
  readonly via?: readonly ReferenceModel[];
  readonly direction: 'asc' | 'desc';
}

/** Restricts a query to the rows that belong to each of several parents: one page a parent, by one statement. */
export type Within =
  | { readonly kind: 'inverse'; readonly by: FieldModel; readonly parents: readonly string[] }
  | { readonly kind: 'through'; readonly through: ThroughModel; readonly parents: readonly string[] };

/**
 * A page of rows. The key, ascending, always follows the given order as the last term, so that every order is total.
 * `after` and `before` are positions (see `Page.positions`); rows at the position itself are left out.
 */
export interface Find {
  readonly entity: EntityModel;
  readonly where?: Condition;
  readonly order: readonly Order[];
  readonly limit: number;
  readonly after?: readonly Cell[];
  readonly before?: readonly Cell[];
  /** Takes the last `limit` rows instead of the first; they still come in the query's order. */
  readonly fromEnd?: boolean;
  readonly within?: Within;
  /** Queries of one name are equal but for their parents and signals. What is in front of a store may remember pages by it. */
  readonly name?: string;
  /** Once aborted, the read stops soon, also in the middle of a scan, and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How many rows there are, for each parent where `within` is given. */
export type Counting = Pick<Find, 'entity' | 'where' | 'within' | 'signal'>;

/** Figures over the rows that fulfil a condition: one group for each combination of values, or a single one for all. */
export interface Aggregation extends Counting {
  readonly groupBy: readonly FieldModel[];
  /** The fields to be measured. Texts, lists and JSON cannot be. */
  readonly measured: readonly FieldModel[];
  /** More groups than this are refused with StoreError TOO_MANY_GROUPS. */
  readonly maxGroups: number;
}

/** The figures of the rows that agree in `groupBy`. */
export interface Group {
  /** The values that the rows agree in, in the order of `groupBy`. */
  readonly keys: readonly Cell[];
  readonly count: number;
  /** In the order of `measured`. */
  readonly measures: readonly Measure[];
}

/** What is known of one field over the rows of a group that have a value. `min` and `max` are null when none has. */
export interface Measure {
  readonly count: number;
  /** Zero when no row has a value, and for fields that are not numbers. */
  readonly sum: number;
  readonly min: Cell;
  readonly max: Cell;
}

/** The rows found, and whether there are more beyond the limit. */
export interface Page {
  readonly rows: readonly CellRow[];
  /** The place of each row in the query's order: what `after` and `before` take. */
  readonly positions: readonly (readonly Cell[])[];
  readonly more: boolean;
}
