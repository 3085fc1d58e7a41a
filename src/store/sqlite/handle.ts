import type { Connection } from './connection.ts';
import type { GenerationFiles } from './files.ts';

/** The way to one generation's database, shared by all objects that stand for the generation. */
export class DatabaseHandle {
  readonly #files: GenerationFiles;
  readonly #name: string;
  readonly #onUse: () => void;
  #kept: Connection | undefined;

  /** @param onUse Called whenever something is about to be read or written. */
  constructor(files: GenerationFiles, name: string, onUse: () => void) {
    this.#files = files;
    this.#name = name;
    this.#onUse = onUse;
  }

  /** The file that a worker could open as well; undefined in memory. */
  get path(): string | undefined {
    return this.#files.pathOf(this.#name);
  }

  /** Not to be kept over an `await`: it may be closed to make room. @throws StoreError STORE_UNAVAILABLE. */
  connection(): Connection {
    this.#onUse();
    return this.#kept ?? this.#files.open(this.#name);
  }

  /** Keeps the database open, though the file is about to be removed, until `close`. One that is closed already stays so. */
  retire(): void {
    // Another process may have removed the file already; then it is readable only if it was open.
    this.#kept ??= this.#files.release(this.#name);
  }

  /** Closes what `retire` kept. Who reads on is told that the generation is gone. */
  close(): void {
    this.#kept?.close();
    this.#kept = undefined;
  }
}
