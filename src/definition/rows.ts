import type { Scope } from './scope.ts';

/** A configuration with the volumes that say how many rows there are. */
export interface ConfigWithVolumes {
  readonly volumes: Readonly<Record<string, number>>;
}

/** How many children: a volume of the configuration by name, or a constant. */
export type Count<Config extends ConfigWithVolumes> = Extract<keyof Config['volumes'], string> | number;

/** Arity: which rows exist, and what they hang under. Made by `root`, `many`, `some`, `one` and `branches`. */
export type Arity<Config extends ConfigWithVolumes> =
  | { readonly kind: 'root'; readonly count: Count<Config>; readonly alike: boolean }
  | { readonly kind: 'many'; readonly under: string; readonly count: Count<Config> }
  | {
      readonly kind: 'some';
      readonly under: string;
      readonly volume: Extract<keyof Config['volumes'], string> | undefined;
      readonly ordinals: (owner: Scope<Config>) => readonly number[];
    }
  | { readonly kind: 'one'; readonly under: string };

/** An entity's rows: one arity, or several branches of which each hangs somewhere else. */
export interface Rows<Config extends ConfigWithVolumes> {
  readonly branches: readonly { readonly name: string; readonly arity: Arity<Config> }[];
  /** The enumeration field that names the branch, for entities with several. */
  readonly by: string | undefined;
}

/** The makers of arities, bound to a domain's configuration. */
export function arities<Config extends ConfigWithVolumes>() {
  const single = (arity: Arity<Config>): Rows<Config> => ({ branches: [{ name: '', arity }], by: undefined });
  return {
    /** Rows that hang under nothing. `alike`: each root holds as many rows as the first, so that a plan need count one only. */
    root: (count: Count<Config>, options: { alike?: boolean } = {}) =>
      single({ kind: 'root', count, alike: options.alike ?? false }),
    /** `count` rows under each row of `under`, numbered from 0. */
    many: (under: string, count: Count<Config>) => single({ kind: 'many', under, count }),
    /**
     * The rows under each row of `under` that `ordinals` lists, ascending, with gaps where it has gaps.
     * `volume` names the volume that adds ordinals when it is raised.
     */
    some: (
      under: string,
      ordinals: (owner: Scope<Config>) => readonly number[],
      volume?: Extract<keyof Config['volumes'], string>,
    ) => single({ kind: 'some', under, ordinals, volume }),
    /** Exactly one row for each row of `under`, at the same address. */
    one: (under: string) => single({ kind: 'one', under }),
    /** Several of the above; `by` is the enumeration field whose values are the branches' names. All must share one root. */
    branches: (by: string, branches: Readonly<Record<string, Rows<Config>>>): Rows<Config> => ({
      by,
      branches: Object.entries(branches).map(([name, rows]) => {
        const [only] = rows.branches;
        if (!only) throw new TypeError(`Branch "${name}" has no arity.`);
        return { name, arity: only.arity };
      }),
    }),
  };
}
