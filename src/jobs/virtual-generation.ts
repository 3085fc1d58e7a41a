import type { CellRow, DomainModel, EntityModel } from '../definition/index.ts';
import { Generator } from '../generate/index.ts';
import type { SeedEntry } from '../plan/index.ts';
import { Universe } from '../plan/index.ts';
import type { Group, Page } from '../store/query.ts';
import type { Generation, GenerationState, MarkedKey } from '../store/store.ts';
import { JobError } from './error.ts';

let made = 0;

/** A generation whose rows are made when they are asked for by key. Nothing is stored, so nothing can be searched. */
export class VirtualGeneration implements Generation {
  readonly id = `virtual-${++made}`;
  readonly dataset = 'virtual';
  readonly domain: DomainModel;
  readonly generator: Generator;

  constructor(domain: DomainModel, entry: SeedEntry) {
    this.domain = domain;
    this.generator = new Generator(new Universe(domain, [entry]));
  }

  async revision(): Promise<number> {
    return 0;
  }

  async get(entity: EntityModel, keys: readonly string[]): Promise<(CellRow | undefined)[]> {
    return keys.map((key) => {
      const address = this.generator.keys.of(entity).decode(key);
      return address && this.generator.row(entity, address);
    });
  }

  async lookUp(): Promise<(CellRow | undefined)[]> {
    throw unsearchable();
  }

  async find(): Promise<Page[]> {
    throw unsearchable();
  }

  async count(): Promise<number[]> {
    throw unsearchable();
  }

  async aggregate(): Promise<Group[][]> {
    throw unsearchable();
  }

  async range(): Promise<CellRow[]> {
    throw unsearchable();
  }

  async marks(): Promise<MarkedKey[]> {
    throw unsearchable();
  }

  async state(): Promise<GenerationState> {
    throw unsearchable();
  }

  async write(): Promise<boolean> {
    throw unsearchable();
  }

  async index(): Promise<void> {
    throw unsearchable();
  }

  async finish(): Promise<void> {
    throw unsearchable();
  }
}

function unsearchable(): JobError {
  return new JobError(
    'SAMPLE_NOT_STORED',
    'A sample is not stored: its to-one references can be followed, lists of related rows cannot. Seed a dataset for those.',
  );
}
