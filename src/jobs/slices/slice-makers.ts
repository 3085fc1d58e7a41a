import { LRUCache } from 'lru-cache';
import type { DomainModel } from '../../definition/index.ts';
import { Generator } from '../../generate/index.ts';
import { Universe } from '../../plan/index.ts';
import type { SliceOutcome } from '../../store/slices.ts';
import type { Generation, Store } from '../../store/store.ts';
import { recipeFrom } from '../summary.ts';
import { makeSlice } from './make-slice.ts';

/** Generations kept at hand; each has the contexts of the roots that were made last. */
const KEPT = 4;

/** An order to make slices of a generation, under a fence. */
export interface SliceOrder {
  readonly generation: string;
  /** What it is made for; for the log. */
  readonly dataset: string;
  /** The name of its domain. */
  readonly domain: string;
  readonly fence: number;
}

/** What came of a slice: as the store tells it, or `other-version` where rows made here would not fit those that are there. */
export type MadeOutcome = SliceOutcome | 'other-version';

interface Opened {
  readonly generation: Generation;
  readonly generator: Generator;
  readonly version: string;
}

/** Makes slices by their numbers, and writes them. May be asked for several at a time. */
export class SliceMakers {
  readonly #store: Store;
  readonly #domains: ReadonlyMap<string, DomainModel>;
  readonly #version: string;
  readonly #opened = new LRUCache<string, Opened>({ max: KEPT });

  constructor(store: Store, domains: ReadonlyMap<string, DomainModel>, version: string) {
    this.#store = store;
    this.#domains = domains;
    this.#version = version;
  }

  /** @throws what `Slices.write` raises, and what the domain's functions throw. */
  async make(order: SliceOrder, ordinal: number): Promise<MadeOutcome> {
    const opened = await this.#open(order);
    if (!opened) return 'overtaken';
    if (opened.version !== this.#version) return 'other-version';
    const { generation, generator } = opened;
    const slice = await generation.slices?.get(ordinal);
    if (!slice) return 'overtaken';
    return generation.slices?.write(slice, order.fence, () => makeSlice(generator, generation, slice)) ?? 'overtaken';
  }

  /** Tells those who wait for the slices of an order that one cannot be made. */
  async fail(order: SliceOrder, ordinal: number, failure: { readonly code: string; readonly message: string }): Promise<void> {
    const opened = await this.#open(order);
    await opened?.generation.slices?.fail(ordinal, order.fence, failure);
  }

  async #open({ generation: id, domain: name }: SliceOrder): Promise<Opened | undefined> {
    const known = this.#opened.get(id);
    if (known) return known;
    const domain = this.#domains.get(name);
    const generation = domain && (await this.#store.reopen(id, domain));
    if (!generation) return undefined;
    const state = await generation.state();
    const opened = { generation, generator: new Generator(new Universe(domain, recipeFrom(state))), version: state.version };
    this.#opened.set(id, opened);
    return opened;
  }
}
