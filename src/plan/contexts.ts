import type { Address, ConfigWithVolumes, ContextDefinition } from '../definition/index.ts';
import type { NameHash } from '../random/index.ts';
import { Recent } from './recent.ts';
import { RowScope } from './row-scope.ts';
import type { Universe } from './universe.ts';

type Definition<Value> = ContextDefinition<ConfigWithVolumes, Value>;

/** Boxed, so that a cache can hold `undefined` and `null` too. */
interface Kept<Value> {
  readonly value: Value;
}

/** What one context definition gives in a universe, by address; made when first asked for, in a bounded cache. */
export class Contexts<Value> {
  readonly definition: Definition<Value>;
  readonly #universe: Universe;
  readonly #name: NameHash;
  readonly #cache: Recent<number | string, Kept<Value>>;
  /** The fields of a row, and siblings, ask with the same array again and again: comparing that is cheaper than looking up. */
  #lastAddress: Address | undefined;
  #last: Kept<Value> | undefined;

  constructor(universe: Universe, definition: Definition<Value>) {
    this.#universe = universe;
    this.definition = definition;
    this.#name = universe.nameHash(`context ${definition.name}`);
    this.#cache = new Recent(definition.keep);
  }

  of(address: Address): Value {
    if (address === this.#lastAddress && this.#last) return this.#last.value;
    const at = cacheKey(address);
    let kept = this.#cache.get(at);
    if (!kept) {
      kept = { value: this.#make(address) };
      this.#cache.set(at, kept);
    }
    this.#lastAddress = address;
    this.#last = kept;
    return kept.value;
  }

  #make(address: Address): Value {
    const { entity, make } = this.definition;
    const scope = new RowScope(this.#universe, this.#universe.domain.entity(entity));
    return this.#universe.undisturbed(() => make(scope.at(address).drawFrom(this.#name)));
  }
}

/** Two parts of 24 bits fit a number, which is a faster key of a map than a text. */
function cacheKey(address: Address): number | string {
  const [first = 0, second = 0] = address;
  if (address.length === 1) return first;
  return address.length === 2 ? first * 0x1000000 + second : address.join();
}
