import type { Address } from './address.ts';
import type { Field, ValueOf } from './field.ts';
import type { ConfigWithVolumes, Rows } from './rows.ts';
import type { Scope, SeriesScope } from './scope.ts';

/** Fields by name, in the order of columns. */
export type Fields = Readonly<Record<string, Field>>;

/** The names of the fields of some kind. */
type NamesOfKind<F extends Fields, Kind> = { [K in keyof F]: F[K]['kind'] extends Kind ? K : never }[keyof F] & string;

/** The names of the fields that hold references. */
export type ReferenceNames<F extends Fields> = NamesOfKind<F, 'reference'>;

/** The names of the fields that a definition gives values to: neither the key nor references. */
export type ValueNames<F extends Fields> = Exclude<keyof F & string, NamesOfKind<F, 'key' | 'reference'>>;

/** Functions that say which rows the references point at. */
export type Links<Config, F extends Fields> = {
  readonly [K in ReferenceNames<F>]?: (scope: Scope<Config>) => Address | null;
};

/** The values of a row, without its key and references. */
export type Values<F extends Fields> = { readonly [K in ValueNames<F>]: ValueOf<F[K]> };

/** A row of a series: its values, and the targets of references that the series itself decides. */
export type SeriesRow<F extends Fields> = Values<F> & { readonly [K in ReferenceNames<F>]?: Address | null };

/** Rows of another entity that hang under, or refer to, the same owner; read when a derived row is made. */
export interface Sources {
  /** The rows of `entity` whose reference `field` is the derived row's owner. */
  rows<F extends Fields>(entity: EntityShape<F>, field: ReferenceNames<F>): readonly Row<F>[];
}

/** How rows are made: each on its own, as a series, or derived from rows that exist. */
export type Strategy<Config, F extends Fields> =
  | {
      /** Each row from its own key: one function a field, each with a stream of its own. `row` has the other values of the row. */
      readonly values: { readonly [K in ValueNames<F>]: (scope: Scope<Config>, row: Values<F>) => ValueOf<F[K]> };
    }
  | {
      /** The first `count` children of one owner, from one sequence that carries state. A longer one begins with the shorter. Rows are plain objects. */
      readonly series: (owner: SeriesScope<Config>, count: number) => readonly SeriesRow<F>[];
    }
  | {
      /** A roll-up, made in a last stage. `from` names the entities it reads, so that it is refreshed when they change. */
      readonly derive: {
        readonly from: readonly string[];
        readonly make: (scope: Scope<Config>, sources: Sources) => Values<F>;
      };
    };

/** Where a person's name is found: in two fields, or on the row that a reference points at. */
export type NameSource<F extends Fields> =
  | { readonly first: ValueNames<F>; readonly last: ValueNames<F> }
  | { readonly via: ReferenceNames<F> };

/** A unique look-up: a field of the entity, or one of the row that a reference points at. */
export type Lookup<F extends Fields> = (keyof F & string) | { readonly via: ReferenceNames<F>; readonly field: string };

/** The declared part that does not depend on the configuration's type. */
export interface EntityShape<F extends Fields = Fields> {
  /** The type name in the singular: `Student`. */
  readonly name: string;
  /** In lower camel case: `students`. Default: by the English rule. */
  readonly plural?: string;
  /** What people call the rows, in tables and on progress bars: `Attendance`. Default: the plural in words. */
  readonly label?: string;
  /** For clients; becomes the SDL description. */
  readonly description: string;
  readonly fields: F;
  /** Unique look-ups beside the key, by the name that clients use. */
  readonly lookups?: Readonly<Record<string, Lookup<F>>>;
  /** Makes the row findable by a person's name. */
  readonly person?: NameSource<F>;
  /** The entity joins the targets of these two references: each gets a to-many relation to the other. */
  readonly joins?: readonly [ReferenceNames<F>, ReferenceNames<F>];
}

/** An entity, declared once; tables, types, filters, mutations, names and row types all derive from it. */
export type EntityDefinition<Config extends ConfigWithVolumes, F extends Fields = Fields> = EntityShape<F> & {
  readonly rows: Rows<Config>;
  /**
   * Targets of references. May be left out where the engine can tell: a row this one hangs under,
   * or a row that hangs under this one one-to-one.
   */
  readonly links?: Links<Config, F>;
  /** What extensions have put over the strategy, in their order; written by `extendEntity`. */
  readonly overrides?: readonly Override<Config>[];
} & Strategy<Config, F>;

/** The values of a row whose entity is not known any more. */
export type AnyValues = Readonly<Record<string, unknown>>;

/** Makes the value of a field in place of what was there before; see `extendEntity`. */
export interface Override<Config> {
  readonly field: string;
  /** The name of the stream it draws from. */
  readonly stream: string;
  readonly make: (scope: Scope<Config>, original: () => unknown, row: AnyValues) => unknown;
}

/** A row, as its fields declare it. */
export type Row<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** The row type of a definition: `type StudentRow = RowOf<typeof Student>`. */
export type RowOf<E> = E extends { readonly fields: infer F extends Fields } ? Row<F> : never;
