import {
  BREAK,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { VariableValues } from './variables.ts';

/** What a selection asks of the objects of one type: found once a document, used for every object. */
export interface SelectionPlan {
  readonly fields: readonly FieldPlan[];
}

/** One field of an answer. */
export interface FieldPlan {
  /** Its name in the answer. */
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly parentType: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly shape: Shape;
  /** The arguments, where they are the same for all variables. */
  readonly constant: Readonly<Record<string, unknown>> | undefined;
}

/** What becomes of a field's value. */
export type Shape = { readonly nullable: boolean } & (
  | { readonly kind: 'leaf'; readonly type: GraphQLLeafType }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'object'; readonly plan: () => SelectionPlan }
  | { readonly kind: 'abstract'; readonly type: GraphQLAbstractType; readonly planOf: (type: GraphQLObjectType) => SelectionPlan }
);

/** Thrown where a query is left to the ordinary executor. */
export class NotPlanned extends Error {}

/** Plans the selections of one operation. A selection is planned when the first object of its type is there, and then kept. */
export class Planner {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: VariableValues | undefined;

  /** `variables` decide what `@skip` and `@include` leave out. */
  constructor(schema: GraphQLSchema, document: DocumentNode, variables: VariableValues | undefined) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#schema = schema;
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
    this.#variables = variables;
  }

  /** @throws NotPlanned for what the ordinary executor is better at. */
  selection(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): SelectionPlan {
    if (type.isTypeOf) throw new NotPlanned();
    const gathered = new Map<string, FieldNode[]>();
    const visited = new Set<string>();
    for (const set of sets) this.#gather(type, set, gathered, visited);
    return { fields: [...gathered].map(([key, nodes]) => this.#field(type, key, nodes)) };
  }

  #field(parentType: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldPlan {
    const [node] = nodes;
    const field = node && this.#schema.getField(parentType, node.name.value);
    // A property of this name would not be one of the answer.
    if (!field || key === '__proto__') throw new NotPlanned();
    const constant = usesVariables(node) ? undefined : getArgumentValues(field, node);
    return { key, field, parentType, nodes, shape: this.#shape(field.type, nodes), constant };
  }

  #shape(type: GraphQLOutputType, nodes: readonly FieldNode[], nullable = true): Shape {
    if (isNonNullType(type)) return this.#shape(type.ofType, nodes, false);
    if (isListType(type)) return { kind: 'list', item: this.#shape(type.ofType, nodes), nullable };
    if (isLeafType(type)) return { kind: 'leaf', type, nullable };
    const planOf = remembered((of: GraphQLObjectType) => this.selection(of, setsOf(nodes)));
    if (isAbstractType(type)) return { kind: 'abstract', type, planOf, nullable };
    return { kind: 'object', plan: () => planOf(type), nullable };
  }

  /** https://spec.graphql.org/September2025/#CollectFields() */
  #gather(type: GraphQLObjectType, set: SelectionSetNode, gathered: Map<string, FieldNode[]>, visited: Set<string>): void {
    for (const selection of set.selections) {
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = gathered.get(key);
        if (nodes) nodes.push(selection);
        else gathered.set(key, [selection]);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#unvisited(selection.name.value, visited) : selection;
      if (fragment && this.#applies(fragment.typeCondition?.name.value, type)) {
        this.#gather(type, fragment.selectionSet, gathered, visited);
      }
    }
  }

  #unvisited(name: string, visited: Set<string>): FragmentDefinitionNode | undefined {
    if (visited.has(name)) return undefined;
    visited.add(name);
    return this.#fragments.get(name);
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.#schema.getType(condition);
    return isAbstractType(wanted) && this.#schema.isSubType(wanted, type);
  }

  #isIncluded(node: SelectionNode): boolean {
    if (!node.directives?.length) return true;
    if (getDirectiveValues(GraphQLSkipDirective, node, this.#variables)?.if === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, this.#variables)?.if !== false;
  }
}

/** Whether the fields of the document's answers depend on variables. */
export function variesByDirectives(document: DocumentNode): boolean {
  let varies = false;
  visit(document, {
    Directive: (directive) => {
      varies ||= isChoice(directive) && usesVariables(directive);
      return varies ? BREAK : undefined;
    },
  });
  return varies;
}

function isChoice({ name }: DirectiveNode): boolean {
  return name.value === GraphQLSkipDirective.name || name.value === GraphQLIncludeDirective.name;
}

/** Whether the arguments of a field or directive have variables in them. */
function usesVariables(node: Pick<FieldNode, 'arguments'>): boolean {
  let found = false;
  const Variable = () => {
    found = true;
    return BREAK;
  };
  for (const argument of node.arguments ?? []) visit(argument, { Variable });
  return found;
}

function setsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.map(({ selectionSet }) => selectionSet).filter((set) => set !== undefined);
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** The root selection of a query. */
export function planQuery(planner: Planner, schema: GraphQLSchema, operation: OperationDefinitionNode): SelectionPlan {
  const type = schema.getQueryType();
  if (!type) throw new NotPlanned();
  return planner.selection(type, [operation.selectionSet]);
}
