import type { Address, DomainModel, EntityModel } from '../definition/index.ts';
import { layoutOf, Recent } from '../plan/index.ts';
import { UuidCodec } from '../random/index.ts';

/** Keys kept for each entity: references point at the same few rows again and again. */
const KEPT = 2048;

interface EntityKeys {
  readonly codec: UuidCodec;
  readonly recent: Recent<number | string, string>;
}

/** The keys of a dataset's rows, in both directions. Depends on the dataset's seed alone. */
export class Keys {
  readonly #entities = new Map<EntityModel, EntityKeys>();

  constructor(domain: DomainModel, seed: number) {
    for (const entity of domain.entities) {
      const codec = new UuidCodec(seed, `${domain.name}.${entity.name}`, layoutOf(domain).of(entity).levels);
      this.#entities.set(entity, { codec, recent: new Recent(KEPT) });
    }
  }

  /** The codec of an entity of the domain. */
  of(entity: EntityModel): UuidCodec {
    return this.#of(entity).codec;
  }

  /** The key of the row at `address`. */
  keyOf(entity: EntityModel, address: Address): string {
    const { codec, recent } = this.#of(entity);
    // Two parts of 24 bits fit a number, which is a faster key of a map than a text.
    const at = address.length === 2 ? (address[0] as number) * 0x1000000 + (address[1] as number) : address.join();
    let key = recent.get(at);
    if (key === undefined) {
      key = codec.encode(address);
      recent.set(at, key);
    }
    return key;
  }

  /**
   * `keyOf` for one entity. Links and series give the same array again and again: comparing it is cheaper than looking its key up.
   */
  reader(entity: EntityModel): (address: Address) => string {
    let last: Address | undefined;
    let key = '';
    return (address) => {
      if (address !== last) {
        key = this.keyOf(entity, address);
        last = address;
      }
      return key;
    };
  }

  /** The row that a key belongs to; undefined for a key that this dataset cannot have made. */
  locate(key: string): { entity: EntityModel; address: Address } | undefined {
    for (const [entity, { codec }] of this.#entities) {
      const address = codec.decode(key);
      if (address) return { entity, address };
    }
    return undefined;
  }

  #of(entity: EntityModel): EntityKeys {
    const keys = this.#entities.get(entity);
    if (!keys) throw new TypeError(`${entity.name} is not an entity of this domain.`);
    return keys;
  }
}
