import type { Address, ConfigWithVolumes, EntityModel } from '../../definition/index.ts';
import { Generator, Keys } from '../../generate/index.ts';
import {
  type BranchLayout,
  childOrdinals,
  configAfter,
  type GenerateEntry,
  layoutOf,
  type Recipe,
  Universe,
} from '../../plan/index.ts';
import type { Generation } from '../../store/store.ts';
import { JobError } from '../error.ts';

/** The most that a volume is raised for one row that is not contiguous; beyond it there is no room. */
const GROWTH_LIMIT = 64;

/** What was asked for, as the recipe will say. */
export type Asked = Pick<GenerateEntry, 'entity' | 'seed' | 'with' | 'idempotencyKey'>;

/** Rows that are going to be added: their addresses, and the configuration grown so that these exist. */
export class Draft {
  readonly generation: Generation;
  readonly keys: Keys;
  readonly #recipe: Recipe;
  readonly #asked: Asked;
  readonly #additions = new Map<EntityModel, Map<string, Address>>();
  #rows: readonly Address[] = [];
  #config: ConfigWithVolumes;
  #universe: Universe | undefined;

  constructor(generation: Generation, recipe: Recipe, asked: Asked) {
    this.generation = generation;
    this.keys = new Keys(generation.domain, recipe[0].seed);
    this.#recipe = recipe;
    this.#asked = asked;
    this.#config = configAfter(recipe);
  }

  /** The universe in which the rows are made, as the draft stands now. */
  get universe(): Universe {
    this.#universe ??= new Universe(this.generation.domain, [...this.#recipe, this.entry()], this.#config);
    return this.#universe;
  }

  get generator(): Generator {
    return new Generator(this.universe, this.keys);
  }

  get additions(): ReadonlyMap<EntityModel, ReadonlyMap<string, Address>> {
    return this.#additions;
  }

  has(entity: EntityModel, key: string): boolean {
    return this.#additions.get(entity)?.has(key) ?? false;
  }

  /** Adds the rows that were asked for: those that the fixed values are meant for. */
  ask(entity: EntityModel, addresses: readonly Address[]): void {
    this.#rows = addresses;
    this.add(entity, addresses);
  }

  /** Adds rows, and grows the configuration so that it has them. */
  add(entity: EntityModel, addresses: readonly Address[]): void {
    const added = this.#additions.get(entity) ?? new Map<string, Address>();
    this.#additions.set(entity, added);
    for (const address of addresses) added.set(this.keys.keyOf(entity, address), address);
    this.#universe = undefined;
    for (const address of addresses) this.#cover(entity, address);
  }

  /** What the recipe will say of the addition. */
  entry(): GenerateEntry {
    const rows = this.#rows;
    const asked = new Set(rows.map((address) => address.join()));
    const required: Record<string, Address[]> = {};
    for (const [entity, added] of this.#additions) {
      const others = [...added.values()].filter((address) => entity.name !== this.#asked.entity || !asked.has(address.join()));
      if (others.length > 0) required[entity.name] = others;
    }
    return { operation: 'generate', ...this.#asked, volumes: this.#config.volumes, rows, required };
  }

  addressesOf(entity: string): Address[] {
    return [...(this.#additions.get(this.generation.domain.entity(entity))?.values() ?? [])];
  }

  /** Raises a volume to at least `value`. */
  raise(volume: string, value: number): void {
    const { volumes } = this.#config;
    if ((volumes[volume] ?? 0) >= value) return;
    this.#config = this.#checked({ ...this.#config, volumes: { ...volumes, [volume]: value } }, volume, value);
    this.#universe = undefined;
  }

  /** The ordinals of a row's children under the present configuration. */
  ordinals(owner: EntityModel, branch: BranchLayout, address: Address): readonly number[] {
    return childOrdinals(this.universe, owner, branch)(address);
  }

  /** Raises a volume one by one until `enough`. @throws JobError CAPACITY_EXHAUSTED when that leads nowhere. */
  raiseUntil(volume: string, enough: () => boolean, what: string): void {
    for (let step = 0; !enough(); step++) {
      if (step === GROWTH_LIMIT)
        throw new JobError('CAPACITY_EXHAUSTED', `There is no room for more ${what}.`, { path: ['count'] });
      this.raise(volume, (this.#config.volumes[volume] ?? 0) + 1);
    }
  }

  #cover(entity: EntityModel, address: Address): void {
    const layout = layoutOf(this.generation.domain);
    const branch = layout.branchOf(entity, address);
    const { arity } = branch;
    const ordinal = address[address.length - 1] ?? 0;
    if ((arity.kind === 'root' || arity.kind === 'many') && typeof arity.count === 'string') this.raise(arity.count, ordinal + 1);
    if (!branch.owner) return;
    const owner = layout.owner(branch, address);
    this.#cover(branch.owner, owner);
    if (arity.kind !== 'some' || arity.volume === undefined) return;
    const { owner: ownerEntity } = branch;
    this.raiseUntil(arity.volume, () => this.ordinals(ownerEntity, branch, owner).includes(ordinal), entity.plural);
  }

  /** A grown configuration has to be one that a seeding would accept. */
  #checked(config: ConfigWithVolumes, volume: string, value: number): ConfigWithVolumes {
    const parsed = this.generation.domain.definition.config.safeParse(config);
    if (parsed.success) return parsed.data as ConfigWithVolumes;
    const reason = parsed.error.issues[0]?.message ?? 'The configuration does not allow it';
    const message = `The dataset would need ${value} as its volume "${volume}". ${reason.replace(/\.$/, '')}.`;
    throw new JobError('LIMIT_EXCEEDED', message, { path: ['count'], details: { volume, value } });
  }
}
