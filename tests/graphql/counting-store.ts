import type { Generation, Store } from '../../src/store/index.ts';
import type { Counting } from '../../src/store/query.ts';

/** How often the rows of a store were asked for, by method. */
export interface Calls {
  get: number;
  find: number;
  count: number;
  aggregate: number;
}

/** Nothing read yet. */
export const noCalls = (): Calls => ({ get: 0, find: 0, count: 0, aggregate: 0 });

/** A store that behaves as `store` does, counts the reads of its published generations and shows `note` their queries. */
export function countingStore(store: Store, calls: Calls, note: (query: Counting) => void = () => {}): Store {
  return {
    ...store,
    open: async (dataset, domain) => {
      const generation = await store.open(dataset, domain);
      return generation && counting(generation, calls, note);
    },
  };
}

function counting(generation: Generation, calls: Calls, note: (query: Counting) => void): Generation {
  const noted = <Query extends Counting, Result>(name: 'find' | 'count' | 'aggregate', read: (query: Query) => Result) => {
    return (query: Query) => {
      calls[name]++;
      note(query);
      return read.call(generation, query);
    };
  };
  const counted: Pick<Generation, 'get' | 'lookUp' | 'find' | 'count' | 'aggregate'> = {
    get: (...args) => {
      calls.get++;
      return generation.get(...args);
    },
    // A look-up finds, too.
    lookUp: (...args) => {
      calls.find++;
      return generation.lookUp(...args);
    },
    find: noted('find', generation.find),
    count: noted('count', generation.count),
    aggregate: noted('aggregate', generation.aggregate),
  };
  return new Proxy(generation, {
    get(target, name) {
      if (Object.hasOwn(counted, name)) return Reflect.get(counted, name);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
