import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { literalNesting } from './nesting.ts';

/** Recursion has to end somewhere: what is inside so many levels is not looked at, and counts as so many itself. */
const COUNTED_LEVELS = 1_000;

/** What a document looks like, before it is known whether it is valid. */
export interface DocumentSize {
  /** Fields inside fields, through fragments too. What is inside 1,000 fields and fragments is not looked at, and counts 1,000. */
  readonly depth: number;
  /** Lists and objects inside one another in the arguments; up to 1,000 are counted. */
  readonly inputDepth: number;
  /** As many as are written; how often a fragment is used does not matter. */
  readonly aliases: number;
  readonly directives: number;
  /** A field that asks for the schema. */
  readonly introspection: FieldNode | undefined;
}

/** Measures a document in time proportional to its length, however its fragments refer to one another. */
export function documentSize(document: DocumentNode): DocumentSize {
  const ruler = new Ruler(document);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) ruler.operation(definition.selectionSet, definition.directives);
    if (definition.kind === Kind.FRAGMENT_DEFINITION) ruler.fragment(definition.name.value);
  }
  return ruler;
}

class Ruler implements DocumentSize {
  depth = 0;
  inputDepth = 0;
  aliases = 0;
  directives = 0;
  introspection: FieldNode | undefined;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** How deep the fragments are that have been walked; 0 while one is, so that a cycle ends. */
  readonly #depths = new Map<string, number>();

  constructor(document: DocumentNode) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  operation(selectionSet: SelectionSetNode, directives: readonly DirectiveNode[] | undefined): void {
    this.#count(directives);
    this.depth = Math.max(this.depth, this.#depthOf(selectionSet, 0));
  }

  /** The depth of a fragment, walked once. */
  fragment(name: string, level = 0): number {
    const known = this.#depths.get(name);
    if (known !== undefined) return known;
    this.#depths.set(name, 0);
    const fragment = this.#fragments.get(name);
    if (!fragment) return 0;
    this.#count(fragment.directives);
    const depth = this.#depthOf(fragment.selectionSet, level);
    this.#depths.set(name, depth);
    return depth;
  }

  #depthOf({ selections }: SelectionSetNode, level: number): number {
    if (level >= COUNTED_LEVELS) return COUNTED_LEVELS;
    let depth = 0;
    for (const selection of selections) {
      this.#count(selection.directives);
      // Fragments do not nest fields, but they do take a level of the stack.
      if (selection.kind === Kind.FIELD) depth = Math.max(depth, this.#field(selection, level + 1));
      else if (selection.kind === Kind.INLINE_FRAGMENT) depth = Math.max(depth, this.#depthOf(selection.selectionSet, level + 1));
      else depth = Math.max(depth, this.fragment(selection.name.value, level + 1));
    }
    return depth;
  }

  #field(field: FieldNode, level: number): number {
    if (field.alias) this.aliases++;
    if (field.name.value === '__schema' || field.name.value === '__type') this.introspection ??= field;
    this.#measure(field.arguments);
    return field.selectionSet ? 1 + this.#depthOf(field.selectionSet, level) : 1;
  }

  #count(directives: readonly DirectiveNode[] = []): void {
    this.directives += directives.length;
    for (const directive of directives) this.#measure(directive.arguments);
  }

  #measure(args: readonly ArgumentNode[] = []): void {
    for (const { value } of args) this.inputDepth = Math.max(this.inputDepth, literalNesting(value, COUNTED_LEVELS));
  }
}
