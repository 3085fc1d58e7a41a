import type { ConfigWithVolumes } from './rows.ts';

/** From a row to a value: names of to-one relations and, at last, of a field, with dots between: `status`, `class.maxStudents`. */
export type Path = string;

/** Rows whose own fields have one of the listed values; all rows where nothing is listed. */
export type Where = Readonly<Record<string, readonly (string | number | boolean)[]>>;

interface RuleOptions {
  /** In lower camel case, unique within the domain; clients and tools name the rule by it. */
  readonly name: string;
  /** What holds where the data is right, in words: "A lesson ends after it begins." */
  readonly description: string;
  /** Whose rows it judges. */
  readonly entity: string;
  /** Which of them. Default: all. */
  readonly where?: Where;
}

/** The values on these paths ascend; those that are missing are passed over. */
export interface OrderedRule extends RuleOptions {
  readonly kind: 'ordered';
  readonly paths: readonly Path[];
  /** Equal values are wrong too. Default false. */
  readonly strictly?: boolean;
}

/** A row fulfils a predicate over what is on some paths; null where there is nothing. */
export interface HoldsRule<Config> extends RuleOptions {
  readonly kind: 'holds';
  readonly reads: readonly Path[];
  /** The values come by their paths. */
  readonly holds: (values: Readonly<Record<Path, unknown>>, config: Config) => boolean;
}

/** No two rows agree in all of these; rows that lack one are passed over. */
export interface UniqueRule extends RuleOptions {
  readonly kind: 'unique';
  readonly paths: readonly Path[];
}

/** Of the rows that share `of` and agree in `on`, no two overlap from `from` to `to`: nobody is in two places at once. */
export interface ApartRule extends RuleOptions {
  readonly kind: 'apart';
  /** A reference of the entity. */
  readonly of: string;
  readonly on: readonly Path[];
  readonly from: Path;
  readonly to: Path;
}

/** How many rows of a to-many relation a row has. */
export interface CountedRule extends RuleOptions {
  readonly kind: 'counted';
  /** The name of the relation that a reference gives its target: `studentClasses`. */
  readonly children: string;
  /** Which of them count. Default: all. */
  readonly counting?: Where;
  readonly atLeast?: number | Path;
  readonly atMost?: number | Path;
}

/** There is a row of `in` that agrees in `on` with these fields; the first of `on` is a reference. Rows that lack one of `fields` are passed over. */
export interface MatchedRule extends RuleOptions {
  readonly kind: 'matched';
  readonly fields: readonly string[];
  readonly in: string;
  readonly on: readonly string[];
}

/** What a domain promises of its data beyond what fields and references say. A closed vocabulary, so that a rule is data. */
export type Rule<Config = ConfigWithVolumes> =
  | OrderedRule
  | HoldsRule<Config>
  | UniqueRule
  | ApartRule
  | CountedRule
  | MatchedRule;
