import {
  type ExecutionArgs,
  type GraphQLResolveInfo,
  getArgumentValues,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { isPromise, type PromiseOrValue } from 'graphql-yoga';
import { Answer, type SharingAnswer } from './answer.ts';
import { type FieldPlan, NotPlanned, type SelectionPlan, type Shape } from './query-plan.ts';
import type { VariableValues } from './variables.ts';

type Source = Readonly<Record<string, unknown>>;

/**
 * Answers a query along its plan. An object that comes up again under the same selection is not read again: fifty students of one
 * school have that school's answer in common.
 *
 * @throws whatever stands in the way of an answer without errors; resolvers may have been called by then.
 */
export function runQuery(
  plan: SelectionPlan,
  args: ExecutionArgs,
  operation: OperationDefinitionNode,
  variables: VariableValues,
): Promise<SharingAnswer> {
  return new Run(args, operation, variables).answer(plan, args.rootValue);
}

class Run {
  readonly #context: unknown;
  readonly #variables: VariableValues;
  readonly #info: Omit<GraphQLResolveInfo, 'fieldName' | 'fieldNodes' | 'returnType' | 'parentType' | 'path'>;
  readonly #calls = new Map<FieldPlan, Call>();
  readonly #answers = new Map<SelectionPlan, Map<object, PromiseOrValue<Answer>>>();
  readonly #repeats = new Map<PromiseOrValue<Answer>, number>();
  #objects = 0;

  constructor(
    { schema, document, rootValue, contextValue }: ExecutionArgs,
    operation: OperationDefinitionNode,
    variables: VariableValues,
  ) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#context = contextValue;
    this.#variables = variables;
    this.#info = {
      schema,
      fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
      rootValue,
      operation,
      variableValues: variables,
      getAbortSignal: () => undefined,
      getAsyncHelpers: () => ({ promiseAll: (values) => Promise.all(values), track: () => undefined }),
    };
  }

  async answer(plan: SelectionPlan, source: unknown): Promise<SharingAnswer> {
    const data = await this.#fields(plan, source);
    const repeats = new Map<Answer, number>();
    for (const [answer, times] of this.#repeats) repeats.set(await answer, times);
    return { data, objects: this.#objects, repeats };
  }

  /** All fields of an object. What is asked for on one level is asked for before anything is waited for. */
  #fields({ fields }: SelectionPlan, source: unknown): PromiseOrValue<Answer> {
    this.#objects++;
    const answer = new Answer();
    const waiting: Promise<void>[] = [];
    try {
      for (const field of fields) {
        const value = this.#completed(field.shape, this.#resolved(field, source), field);
        // Set at once, so that the order is that of the selection.
        answer[field.key] = value;
        if (isPromise(value)) waiting.push(settle(answer, field.key, value));
      }
    } catch (error) {
      // Nobody will wait for the others.
      void Promise.allSettled(waiting);
      throw error;
    }
    return waiting.length === 0 ? answer : Promise.all(waiting).then(() => answer);
  }

  #resolved(plan: FieldPlan, source: unknown): unknown {
    const { field } = plan;
    if (field.resolve) {
      const { args, info } = this.#callOf(plan);
      return field.resolve(source, args, this.#context, info);
    }
    const value = (source as Source)[field.name];
    if (typeof value === 'function') throw new NotPlanned();
    return value;
  }

  #callOf(plan: FieldPlan): Call {
    const known = this.#calls.get(plan);
    if (known) return known;
    const { field, parentType, nodes } = plan;
    const [node] = nodes;
    const args = plan.constant ?? (node ? getArgumentValues(field, node, this.#variables) : {});
    // Without a path: errors are not made here.
    const info = {
      ...this.#info,
      fieldName: field.name,
      fieldNodes: nodes,
      returnType: field.type,
      parentType,
    } as GraphQLResolveInfo;
    const call = { args, info };
    this.#calls.set(plan, call);
    return call;
  }

  #completed(shape: Shape, value: unknown, field: FieldPlan): unknown {
    if (isPromise(value)) return value.then((settled) => this.#completed(shape, settled, field));
    if (value === null || value === undefined) {
      if (shape.nullable) return null;
      throw new NotPlanned();
    }
    if (value instanceof Error) throw value;
    switch (shape.kind) {
      case 'leaf':
        return shape.type.coerceOutputValue(value) ?? notPlanned();
      case 'list':
        return this.#list(shape.item, value, field);
      case 'object':
        return this.#object(shape.plan(), value);
      case 'abstract':
        return this.#abstract(shape, value, field);
    }
  }

  #list(item: Shape, values: unknown, field: FieldPlan): PromiseOrValue<unknown[]> {
    if (!Array.isArray(values)) throw new NotPlanned();
    let waits = false;
    const items: unknown[] = [];
    try {
      for (const value of values) {
        const completed = this.#completed(item, value, field);
        waits ||= isPromise(completed);
        items.push(completed);
      }
    } catch (error) {
      void Promise.allSettled(items);
      throw error;
    }
    return waits ? Promise.all(items) : items;
  }

  #object(plan: SelectionPlan, source: unknown): PromiseOrValue<Answer> {
    if (typeof source !== 'object' || source === null) return this.#fields(plan, source);
    const answers = this.#answers.get(plan) ?? new Map<object, PromiseOrValue<Answer>>();
    this.#answers.set(plan, answers);
    const known = answers.get(source);
    if (known) {
      this.#repeats.set(known, (this.#repeats.get(known) ?? 0) + 1);
      return known;
    }
    const answer = this.#fields(plan, source);
    answers.set(source, answer);
    return answer;
  }

  #abstract(shape: Extract<Shape, { kind: 'abstract' }>, value: unknown, field: FieldPlan): PromiseOrValue<Answer> {
    const name = shape.type.resolveType?.(value, this.#context, this.#callOf(field).info, shape.type);
    const answered = (found: unknown) => {
      const type = typeof found === 'string' ? this.#info.schema.getType(found) : undefined;
      if (!isObjectType(type)) throw new NotPlanned();
      return this.#object(shape.planOf(type), value);
    };
    return isPromise(name) ? name.then(answered) : answered(name);
  }
}

/** What a field's resolver is called with: the same for every object of a run. */
interface Call {
  readonly args: Record<string, unknown>;
  readonly info: GraphQLResolveInfo;
}

function notPlanned(): never {
  throw new NotPlanned();
}

async function settle(answer: Answer, key: string, value: PromiseLike<unknown>): Promise<void> {
  answer[key] = await value;
}
