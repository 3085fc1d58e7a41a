import type { SchoolConfig } from '../config.ts';

/**
 * A value that follows from the configuration alone: the same for every school and every seed, so that a plan can
 * check it before anything is made. Computed once for a configuration and kept as long as that.
 */
export function perConfig<Value>(make: (config: SchoolConfig) => Value): (config: SchoolConfig) => Value {
  const kept = new WeakMap<SchoolConfig, { readonly value: Value }>();
  // Rows ask for that of one configuration again and again.
  let last: { readonly config: SchoolConfig; readonly value: Value } | undefined;
  return (config) => {
    if (last?.config === config) return last.value;
    let known = kept.get(config);
    if (!known) {
      known = { value: make(config) };
      kept.set(config, known);
    }
    last = { config, value: known.value };
    return known.value;
  };
}
