import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../graphql/page-size.ts';

/** Counting reads rows that are not shown. */
const TOTAL_COUNT = 10;
/** So do aggregates, and they read more of each. */
const AGGREGATE = 20;
/** Verifying reads everything. */
const INTEGRITY = 20_000;
/** The groups taken for an aggregate that is grouped. */
const GROUPS = 20;
/** What is looked up by an ID of elsewhere is looked for in every table. */
const LOOK_UP = 10;
/** The length taken for a list whose arguments say nothing about it. */
const PLAIN_LIST = 10;

/** What an operation costs, and which of its outermost fields costs most. */
export interface OperationCost {
  readonly cost: number;
  readonly dearest: string | undefined;
}

/** An operation, and what it is run with. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  /** Valid. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As they were sent, before coercion. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * How many fields the answer can have: each field counts once for every time that it can be in it. What is below the items of a
 * connection counts as often as the page has items (`first` or `last`, else 100), below other lists as often as `count` or the
 * longest list among the arguments says, else ten times. What a list among the arguments names is looked up, which counts 10
 * more each. `totalCount` counts 10; an aggregate counts 20, and what is below it once, with `groupBy` 20 times; `integrity` counts 20,000. Fields that `@skip` and `@include` leave out count nothing; of the fragments on several types
 * of an interface all count.
 *
 * Takes time proportional to the document's length: what a fragment costs is found once.
 */
export function operationCost(asked: AskedOperation): OperationCost {
  const { schema, operation } = asked;
  const root = schema.getRootType(operation.operation) ?? undefined;
  const meter = new Meter(asked);
  let cost = 0;
  let dearest: { readonly name: string; readonly cost: number } | undefined;
  for (const selection of root ? operation.selectionSet.selections : []) {
    const { once } = meter.selection(selection, root);
    cost += once;
    if (!dearest || once > dearest.cost) dearest = { name: nameOf(selection), cost: once };
  }
  return { cost, dearest: dearest?.name };
}

function nameOf(selection: SelectionNode): string {
  if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value;
  return selection.kind === Kind.FRAGMENT_SPREAD ? `...${selection.name.value}` : '...';
}

/** What a selection costs: what counts once, and what counts for each item where it is made on a connection. */
interface Share {
  readonly once: number;
  readonly each: number;
}

const nothing: Share = { once: 0, each: 0 };

class Meter {
  readonly #schema: GraphQLSchema;
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #defaults: ReadonlyMap<string, ValueNode | undefined>;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #shares = new Map<string, Share>();

  constructor({ schema, document, operation, variables }: AskedOperation) {
    this.#schema = schema;
    // Without a prototype: a variable may be called `constructor`, and not be given.
    this.#variables = Object.assign(Object.create(null), variables);
    const { variableDefinitions = [] } = operation;
    this.#defaults = new Map(variableDefinitions.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]));
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  selection(selection: SelectionNode, on: GraphQLNamedType | undefined): Share {
    if (!isCompositeType(on) || this.#isLeftOut(selection.directives)) return nothing;
    switch (selection.kind) {
      case Kind.FIELD:
        return this.#field(selection, on);
      case Kind.FRAGMENT_SPREAD:
        return this.#fragment(selection.name.value);
      case Kind.INLINE_FRAGMENT:
        return this.selections(selection.selectionSet, selection.typeCondition ? this.#typeNamed(selection.typeCondition) : on);
    }
  }

  selections(selectionSet: SelectionSetNode | undefined, on: GraphQLNamedType | undefined): Share {
    let [once, each] = [0, 0];
    for (const selection of selectionSet?.selections ?? []) {
      const share = this.selection(selection, on);
      once += share.once;
      each += share.each;
    }
    return { once, each };
  }

  #fragment(name: string): Share {
    const known = this.#shares.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    const share = fragment ? this.selections(fragment.selectionSet, this.#typeNamed(fragment.typeCondition)) : nothing;
    this.#shares.set(name, share);
    return share;
  }

  #field(node: FieldNode, on: GraphQLCompositeType): Share {
    const field = this.#schema.getField(on, node.name.value);
    if (!field) return nothing;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return { once: isConnection(on) && field.name === 'totalCount' ? TOTAL_COUNT : 1, each: 0 };
    const { once, each } = this.selections(node.selectionSet, type);
    if (isConnection(type)) return { once: 1 + once + this.#pageSize(node) * each, each: 0 };
    if (!isListType(getNullableType(field.type)))
      return { once: 1 + once + (type.name === 'Integrity' ? INTEGRITY : 0), each: 0 };
    if (isConnection(on)) return { once: 0, each: 1 + once };
    if (isAggregate(type)) return { once: 1 + AGGREGATE + this.#groups(node) * (1 + once), each: 0 };
    return { once: 1 + this.#itemsOf(node, 1 + once), each: 0 };
  }

  /** Sizes that are out of bounds count as the nearest that is not: the field itself says better what is wrong with them. */
  #pageSize(node: FieldNode): number {
    const size = this.#argument(node, 'first') ?? this.#argument(node, 'last');
    return typeof size === 'number' ? Math.min(Math.max(size, 0), MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE;
  }

  /** What the items of a list that is no connection cost together. */
  #itemsOf(node: FieldNode, each: number): number {
    const count = this.#argument(node, 'count');
    if (typeof count === 'number') return Math.min(Math.max(count, 0), MAX_PAGE_SIZE) * each;
    const lists = (node.arguments ?? []).map(({ value }) => this.#value(value)).filter(Array.isArray);
    return lists.length > 0 ? Math.max(...lists.map(({ length }) => length)) * (LOOK_UP + each) : PLAIN_LIST * each;
  }

  /** How many groups there will be is not known before they are made. */
  #groups(node: FieldNode): number {
    return this.#argument(node, 'groupBy') === undefined ? 1 : GROUPS;
  }

  #argument(node: FieldNode, name: string): unknown {
    const argument = node.arguments?.find((given) => given.name.value === name);
    return argument ? (this.#value(argument.value) ?? undefined) : undefined;
  }

  #value(node: ValueNode): unknown {
    if (node.kind !== Kind.VARIABLE) return valueFromASTUntyped(node, this.#variables);
    const name = node.name.value;
    const given = this.#variables[name];
    if (given !== undefined) return given;
    const fallback = this.#defaults.get(name);
    return fallback && valueFromASTUntyped(fallback);
  }

  #isLeftOut(directives: readonly DirectiveNode[] | undefined): boolean {
    return Boolean(
      directives?.some(({ name, arguments: [condition] = [] }) => {
        const value = condition && this.#value(condition.value);
        return (name.value === 'skip' && value === true) || (name.value === 'include' && value === false);
      }),
    );
  }

  #typeNamed({ name }: NamedTypeNode): GraphQLNamedType | undefined {
    return this.#schema.getType(name.value);
  }
}

/** Relay's definition: what says which page it is (https://relay.dev/graphql/connections.htm). */
function isConnection(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && type.getFields().pageInfo !== undefined;
}

function isAggregate({ name }: GraphQLCompositeType): boolean {
  return name.endsWith('Aggregate');
}
