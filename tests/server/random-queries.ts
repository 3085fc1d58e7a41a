import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** Names that objects have of themselves, beside ordinary ones: none of them may mean anything in an answer. */
const aliases = ['a', 'b', 'c', 'constructor', 'toString', 'toJSON', 'valueOf', 'hasOwnProperty', '__proto__', 'length'];

/** A document that looks random and is always the same for a number: valid, and small enough to be answered at once. */
export function randomQuery(schema: GraphQLSchema, seed: number): string {
  return new Writer(schema, seed).document();
}

class Writer {
  readonly #schema: GraphQLSchema;
  #state: number;
  readonly #fragments: string[] = [];

  constructor(schema: GraphQLSchema, seed: number) {
    this.#schema = schema;
    this.#state = seed * 2_654_435_761;
  }

  document(): string {
    const query = this.#schema.getQueryType();
    if (!query) throw new TypeError('The schema has no queries.');
    const selection = this.#selection(query, 5);
    return `query Random($yes: Boolean = true, $no: Boolean = false) ${selection}\n${this.#fragments.join('\n')}`;
  }

  /** From 0 to `below` - 1 (https://en.wikipedia.org/wiki/Linear_congruential_generator, the constants of Numerical Recipes). */
  #below(below: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }

  #chance(one: number): boolean {
    return this.#below(one) === 0;
  }

  #pick<T>(items: readonly T[]): T {
    const item = items[this.#below(items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    if (isInterfaceType(type)) {
      const possible = this.#schema.getPossibleTypes(type);
      return `{ __typename id ${this.#inline(this.#pick(possible), depth)} ${this.#inline(this.#pick(possible), depth)} }`;
    }
    if (!isObjectType(type)) return '';
    const count = 1 + this.#below(4);
    return `{ __typename ${Array.from({ length: count }, () => this.#part(type, depth)).join(' ')} }`;
  }

  #part(type: GraphQLObjectType, depth: number): string {
    if (this.#chance(8)) return this.#inline(type, depth);
    if (this.#chance(8)) return this.#spread(type, depth);
    return this.#field(type, depth);
  }

  #inline(type: GraphQLObjectType, depth: number): string {
    return `... on ${type.name} ${this.#directive()} { __typename ${this.#field(type, depth)} }`;
  }

  #spread(type: GraphQLObjectType, depth: number): string {
    const name = `F${this.#fragments.length}`;
    // Takes its number before those inside of it do.
    const place = this.#fragments.push('') - 1;
    this.#fragments[place] = `fragment ${name} on ${type.name} { __typename ${this.#field(type, depth)} }`;
    return `...${name} ${this.#directive()}`;
  }

  #field(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(({ name, type: of, args }) => {
      const leads = getNamedType(of);
      const isLeaf = !isObjectType(leads) && !isInterfaceType(leads);
      // What depends on the clock, asks for arguments of its own or lists everything is left to other tests.
      return !/^(sample|jobs?$|plan|datasets?$)|Plan$/.test(name) && (depth > 0 || isLeaf) && args.every(isAnswerable);
    });
    const field = this.#pick(fields);
    // An alias of its own each time, since equal ones would have to ask for the same.
    const alias = this.#chance(3)
      ? `${this.#pick(aliases)}${this.#chance(3) ? '' : this.#below(1e6)}: `
      : `x${this.#below(1e6)}: `;
    const args = field.args.some(({ name }) => name === 'first') ? `(${this.#pick(['first', 'last'])}: ${this.#below(4)})` : '';
    return `${alias}${field.name}${args} ${this.#directive()} ${this.#selection(getNamedType(field.type), depth - 1)}`;
  }

  #directive(): string {
    if (!this.#chance(6)) return '';
    return this.#pick(['@include(if: $yes)', '@include(if: $no)', '@skip(if: $no)', '@skip(if: true)', '@include(if: true)']);
  }
}

/** Required arguments are not made up. */
function isAnswerable({ type, defaultValue }: GraphQLArgument): boolean {
  return defaultValue !== undefined || !String(type).endsWith('!');
}
