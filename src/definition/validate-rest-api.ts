import type { AnyEntity, DomainDefinition } from './domain.ts';
import type { DefinitionMistake } from './error.ts';
import { snakeCase } from './names.ts';
import { isSendable, pathFields, type RestApi, type RestBulk, type RestResource } from './rest-api.ts';

type Report = (message: string) => void;

/** Every mistake in how a domain says that a REST API takes its rows; none where it says nothing. */
export function mistakesOfRestApi({ rest, entities }: DomainDefinition): DefinitionMistake[] {
  if (!rest) return [];
  const mistakes: DefinitionMistake[] = [];
  if (!/^(\/[\w.-]+)*$/.test(rest.prefix)) {
    mistakes.push({ path: 'rest.prefix', message: `"${rest.prefix}" must be a path such as "/api/v1"` });
  }
  for (const [name, resource] of Object.entries(rest.resources)) {
    const entity = entities.find((candidate) => candidate.name === name);
    const report = (message: string) => mistakes.push({ path: `rest.resources.${name}`, message });
    if (entity) checkResource(entity, resource, rest, report);
    else report('there is no such entity');
  }
  return mistakes;
}

function checkResource(entity: AnyEntity, resource: RestResource, rest: RestApi, report: Report): void {
  if (!/^(\/([\w.-]+|\{\w+\}))+$/.test(resource.path)) report(`"${resource.path}" must be a path such as "/students"`);
  checkNames(entity, resource, report);
  checkReferences(entity, resource, rest, report);
  for (const name of pathFields(resource.path)) {
    const field = entity.fields[name];
    const isThere = field?.kind === 'reference' && !field.optional && isSendable(rest, entity.name, field);
    if (!isThere) report(`"{${name}}" of the path must be a reference that every row has`);
  }
  if (resource.bulk) checkBulk(entity, resource.bulk, resource, report);
}

function checkNames(entity: AnyEntity, resource: RestResource, report: Report): void {
  const { required, omit = [], rename = {}, secrets = [], naturalKey = [], bulk } = resource;
  const lists = { required, omit, rename: Object.keys(rename), secrets, naturalKey, 'bulk.groupBy': bulk?.groupBy ?? [] };
  for (const [list, names] of Object.entries(lists)) {
    for (const name of names) if (!entity.fields[name]) report(`"${name}" of ${list} is not a field`);
  }
  for (const name of [...required, ...naturalKey]) if (omit.includes(name)) report(`"${name}" is needed, and in omit`);
  for (const name of naturalKey) if (secrets.includes(name)) report(`"${name}" is secret; it cannot be looked up by`);
  const sent = Object.keys(entity.fields).filter((name) => !omit.includes(name));
  const names = [...sent.map((name) => rename[name] ?? snakeCase(name)), ...Object.keys(resource.constants ?? {})];
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  for (const name of new Set(twice)) report(`"${name}" would be sent twice`);
}

/** Records come after those they refer to; what cannot be sent is left out, unless it has to be there. */
function checkReferences(entity: AnyEntity, { required, naturalKey = [] }: RestResource, rest: RestApi, report: Report): void {
  for (const name of new Set([...required, ...naturalKey])) {
    const field = entity.fields[name];
    if (field && !isSendable(rest, entity.name, field)) {
      report(`"${name}" refers to a record that does not exist yet, or is never sent; it cannot be needed`);
    }
  }
}

function checkBulk(entity: AnyEntity, bulk: RestBulk, { omit = [] }: RestResource, report: Report): void {
  if (!/^(\/[\w.-]+)+$/.test(bulk.path)) report(`"${bulk.path}" of bulk must be a path such as "/students/bulk"`);
  const [first] = bulk.groupBy;
  if (entity.fields[first]?.kind !== 'reference') report(`"${first}", the first of bulk.groupBy, must be a reference`);
  for (const name of bulk.groupBy) if (omit.includes(name)) report(`"${name}" of bulk.groupBy is in omit`);
  const { max } = bulk;
  if (max !== undefined && !(Number.isSafeInteger(max) && max > 0)) report('bulk.max must be a whole number above 0');
}
