import { type Address, canonicalJson, type DomainModel, type EntityModel, type Json, mismatch } from '../definition/index.ts';
import { Keys } from '../generate/index.ts';
import { layoutOf, type Recipe } from '../plan/index.ts';
import { isObject, type JsonObject } from './json-object.ts';

/** A recipe as a file tells it, or what is wrong with it, in words. */
export type RecipeForm = { readonly recipe: Recipe } | { readonly wrong: string };

/** Reads the recipe of a file: all that rows are made from later has to be there, and to have its form. */
export function recipeForm(domain: DomainModel, given: unknown): RecipeForm {
  if (!Array.isArray(given)) return { wrong: 'a list of operations is expected' };
  if (!given.every((entry) => isObject(entry) && typeof entry.operation === 'string'))
    return { wrong: 'an operation is an object with the name of its "operation"' };
  const [base, ...later] = given;
  if (base?.operation !== 'seed') return { wrong: 'it begins with a seeding' };
  if (!isSeed(base.seed)) return { wrong: `a seed is a whole number from 0; given ${base.seed}` };
  const parsed = domain.definition.config.safeParse(base.config);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { wrong: `its configuration is wrong: ${issue?.path.join('.')}: ${issue?.message}` };
  }
  const wrong = mistakeInSeeding(domain, base) ?? mistakeInAdditions(domain, base, later);
  if (wrong !== undefined) return { wrong };
  // What a newer version has got meanwhile has its default there; what lacks nothing stays as it is, in its order.
  const config = canonicalJson(parsed.data as unknown as Json) === canonicalJson(base.config) ? base.config : parsed.data;
  return { recipe: [{ ...base, config }, ...later] as unknown as Recipe }; // Checked above.
}

function mistakeInSeeding(domain: DomainModel, { preset, overrides, entities }: JsonObject): string | undefined {
  if (typeof preset !== 'string') return 'the seeding has the name of its "preset"';
  if (!isObject(overrides)) return 'the "overrides" of the seeding are an object';
  if (entities === undefined) return undefined;
  if (!Array.isArray(entities)) return 'the "entities" of the seeding are a list of names';
  const unknown = entities.find((name) => !entityNamed(domain, name));
  return unknown === undefined ? undefined : `there is no entity ${JSON.stringify(unknown)}`;
}

function mistakeInAdditions(domain: DomainModel, base: JsonObject, later: readonly JsonObject[]): string | undefined {
  const keys = new Keys(domain, Number(base.seed));
  for (const [index, entry] of later.entries()) {
    const wrong = mistakeInAddition(domain, keys, base, entry);
    if (wrong !== undefined) return `operation ${index + 2}: ${wrong}`;
  }
  return undefined;
}

function mistakeInAddition(domain: DomainModel, keys: Keys, base: JsonObject, entry: JsonObject): string | undefined {
  if (entry.operation !== 'generate') return '"generate" is expected behind the seeding';
  const entity = entityNamed(domain, entry.entity);
  if (!entity) return 'there is no such "entity"';
  if (!isSeed(entry.seed)) return 'a seed is a whole number from 0';
  if (entry.idempotencyKey !== undefined && typeof entry.idempotencyKey !== 'string') return 'an idempotency key is a text';
  if (!isObject(entry.volumes) || !isObject(base.config)) return 'its "volumes" are an object';
  const grown = domain.definition.config.safeParse({ ...base.config, volumes: entry.volumes });
  if (!grown.success) return `its volumes are wrong: ${grown.error.issues[0]?.message}`;
  return mistakeInGiven(entity, entry.with) ?? mistakeInRows(domain, keys, entity, entry);
}

function mistakeInGiven(entity: EntityModel, given: unknown): string | undefined {
  if (!isObject(given)) return 'its fixed values ("with") are an object';
  for (const [name, value] of Object.entries(given)) {
    const model = entity.fields.find((field) => field.name === name);
    const wrong = model ? mismatch(model.field, value) : 'there is no such field';
    if (wrong !== undefined) return `with.${name}: ${wrong}`;
  }
  return undefined;
}

function mistakeInRows(domain: DomainModel, keys: Keys, asked: EntityModel, { rows, required }: JsonObject): string | undefined {
  if (!isObject(required)) return 'the rows that it "required" are an object';
  for (const [name, addresses] of [[asked.name, rows] as const, ...Object.entries(required)]) {
    const entity = entityNamed(domain, name);
    if (!entity) return `there is no entity "${name}"`;
    if (!Array.isArray(addresses)) return `a list of addresses is expected for ${name}`;
    const wrong = addresses.find((address) => !isAddress(keys, entity, address));
    if (wrong !== undefined) return `${JSON.stringify(wrong)} is no address of ${name}`;
  }
  return undefined;
}

function isAddress(keys: Keys, entity: EntityModel, given: unknown): boolean {
  const { levels, branches } = layoutOf(entity.domain).of(entity);
  const { largestPart } = keys.of(entity);
  const isPart = (part: unknown) => Number.isInteger(part) && Number(part) >= 0 && Number(part) <= largestPart;
  if (!Array.isArray(given) || given.length !== levels || !given.every(isPart)) return false;
  const address: Address = given;
  return branches.length === 1 || branches[address[1] ?? -1] !== undefined;
}

function entityNamed(domain: DomainModel, name: unknown): EntityModel | undefined {
  return domain.entities.find((entity) => entity.name === name);
}

function isSeed(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
