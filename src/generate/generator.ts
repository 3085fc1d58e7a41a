import type { Address, CellRow, EntityModel, EntityShape, Fields, Row, Sources } from '../definition/index.ts';
import { fromCell } from '../definition/index.ts';
import type { RootRange, Universe } from '../plan/index.ts';
import { type Block, blocksOf } from './blocks.ts';
import { Keys } from './keys.ts';
import { RowMaker } from './row-maker.ts';

/** Reads the rows of `entity` whose `field` refers to the row with `key`, in the order of keys. Derived rows need it. */
export type ReadChildren = (entity: EntityModel, field: string, key: string) => readonly CellRow[];

/** Makes rows of a universe: alone, by block or by whole slices, always the same. */
export class Generator {
  readonly universe: Universe;
  readonly keys: Keys;
  readonly #makers = new Map<EntityModel, RowMaker>();

  /** @param keys those of the dataset, where they are at hand already. */
  constructor(universe: Universe, keys: Keys = new Keys(universe.domain, universe.seed)) {
    this.universe = universe;
    this.keys = keys;
  }

  /** The blocks of an entity under a range of roots, in order. Makes no row. */
  blocks(entity: EntityModel, roots: RootRange): Iterable<Block> {
    return blocksOf(this.universe, entity, roots);
  }

  /** The rows of a block. Derived entities need `read`. */
  rows({ entity, branch, prefix, ordinals }: Block, read?: ReadChildren): CellRow[] {
    const maker = this.#makerOf(entity);
    const { definition } = entity;
    if ('values' in definition) return maker.each(prefix, ordinals);
    if ('derive' in definition) return maker.derived(prefix, ordinals, (address) => this.#sources(entity, address, read));
    if (!branch.owner) throw new TypeError(`${entity.name} is a series and must hang under something.`);
    if (branch.arity.kind !== 'one')
      return maker.series(branch.owner, this.universe.layout.owner(branch, [...prefix, 0]), prefix, ordinals);
    throw new TypeError(`${entity.name} is a series and cannot be one-to-one.`);
  }

  /** One row, made alone. */
  row(entity: EntityModel, address: Address, read?: ReadChildren): CellRow {
    const branch = this.universe.layout.branchOf(entity, address);
    const [row] = this.rows({ entity, branch, prefix: address.slice(0, -1), ordinals: [address[address.length - 1] ?? 0] }, read);
    if (!row) throw new RangeError(`${entity.name} has no row at [${address.join(', ')}].`);
    return row;
  }

  /** A derived row reads the rows that refer to its owner. */
  #sources(entity: EntityModel, address: Address, read: ReadChildren | undefined): Sources {
    const { layout, domain } = this.universe;
    const branch = layout.branchOf(entity, address);
    if (!read || !branch.owner) throw new TypeError(`${entity.name} is derived and needs rows to read.`);
    const key = this.keys.keyOf(branch.owner, layout.owner(branch, address));
    return {
      rows: <F extends Fields>(shape: EntityShape<F>, field: string): readonly Row<F>[] => {
        const source = domain.entity(shape.name);
        // The shape is the definition the model was made of, so that its rows are what the type says.
        return read(source, field, key).map((cells) => objectOf(source, cells) as Row<F>);
      },
    };
  }

  #makerOf(entity: EntityModel): RowMaker {
    let maker = this.#makers.get(entity);
    if (!maker) {
      maker = new RowMaker(this.universe, this.keys, entity);
      this.#makers.set(entity, maker);
    }
    return maker;
  }
}

/** A row of cells as people write it. */
export function objectOf(entity: EntityModel, cells: CellRow): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entity.fields.map(({ name, field, index }) => [name, fromCell(field, cells[index] ?? null)]));
}
