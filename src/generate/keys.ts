import { LRUCache } from 'lru-cache';
import type { Address, DomainModel, EntityModel } from '../definition/index.ts';
import { layoutOf } from '../plan/index.ts';
import { UuidCodec } from '../random/index.ts';

/** The keys of a dataset's rows, in both directions. Depends on the dataset's seed alone. */
export class Keys {
  readonly #codecs = new Map<EntityModel, UuidCodec>();
  /** References point at the same few rows again and again: a school, a class. */
  readonly #recent = new LRUCache<string, string>({ max: 8192 });

  constructor(domain: DomainModel, seed: number) {
    for (const entity of domain.entities) {
      this.#codecs.set(entity, new UuidCodec(seed, `${domain.name}.${entity.name}`, layoutOf(domain).of(entity).levels));
    }
  }

  /** The codec of an entity of the domain. */
  of(entity: EntityModel): UuidCodec {
    const codec = this.#codecs.get(entity);
    if (!codec) throw new TypeError(`${entity.name} is not an entity of this domain.`);
    return codec;
  }

  /** The key of the row at `address`. */
  keyOf(entity: EntityModel, address: Address): string {
    const name = `${entity.name} ${address}`;
    let key = this.#recent.get(name);
    if (key === undefined) {
      key = this.of(entity).encode(address);
      this.#recent.set(name, key);
    }
    return key;
  }

  /** The row that a key belongs to; undefined for a key that this dataset cannot have made. */
  locate(key: string): { entity: EntityModel; address: Address } | undefined {
    for (const [entity, codec] of this.#codecs) {
      const address = codec.decode(key);
      if (address) return { entity, address };
    }
    return undefined;
  }
}
