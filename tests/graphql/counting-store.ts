import type { Generation, Store } from '../../src/store/index.ts';

/** How often the rows of a store were asked for, by method. */
export interface Calls {
  get: number;
  find: number;
  count: number;
}

/** A store that behaves as `store` does and counts the reads of its published generations. */
export function countingStore(store: Store, calls: Calls): Store {
  return {
    ...store,
    open: async (dataset, domain) => {
      const generation = await store.open(dataset, domain);
      return generation && counting(generation, calls);
    },
  };
}

function counting(generation: Generation, calls: Calls): Generation {
  return new Proxy(generation, {
    get(target, name) {
      if (name === 'get' || name === 'find' || name === 'count') calls[name]++;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
