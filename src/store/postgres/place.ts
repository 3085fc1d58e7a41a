/** Where the tables of a generation are: the name of their schema changes when it is published, and again when it is replaced. */
export class Place {
  readonly id: string;
  readonly dataset: string;
  /** The name of the domain. */
  readonly domain: string;
  readonly #look: (id: string) => Promise<string | undefined>;
  #schema: string;

  /** @param look Asks the registry for the schema of a generation. */
  constructor(
    {
      id,
      dataset,
      domain,
      schema,
    }: { readonly id: string; readonly dataset: string; readonly domain: string; readonly schema: string },
    look: (id: string) => Promise<string | undefined>,
  ) {
    this.id = id;
    this.dataset = dataset;
    this.domain = domain;
    this.#schema = schema;
    this.#look = look;
  }

  /** The schema, as it was last known. */
  get schema(): string {
    return this.#schema;
  }

  /** Looks the schema up anew; undefined when the generation was removed. */
  async find(): Promise<string | undefined> {
    const schema = await this.#look(this.id);
    if (schema !== undefined) this.#schema = schema;
    return schema;
  }
}
