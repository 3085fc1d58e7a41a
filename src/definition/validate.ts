import type { AnyEntity, DomainDefinition } from './domain.ts';
import { DefinitionError, type DefinitionMistake } from './error.ts';
import type { Field } from './field.ts';
import { namesOf, relationName, snakeCase } from './names.ts';
import { checkConfiguration, volumesOf } from './validate-configuration.ts';
import { checkDomainNames } from './validate-names.ts';
import { checkReport } from './validate-report.ts';
import { mistakesOfRestApi } from './validate-rest-api.ts';
import { checkPromises } from './validate-rules.ts';

type Report = (path: string, message: string) => void;
type Entities = ReadonlyMap<string, AnyEntity>;

/**
 * Checks a domain and names every mistake with its path.
 *
 * @throws DefinitionError with all of them.
 */
export function validateDomain(domain: DomainDefinition): void {
  const mistakes = mistakesOf(domain);
  if (mistakes.length > 0) throw new DefinitionError(`The domain "${domain.name}"`, mistakes);
}

/** Every mistake in a domain; empty when it is sound. */
export function mistakesOf(domain: DomainDefinition): DefinitionMistake[] {
  const mistakes: DefinitionMistake[] = [];
  const report: Report = (path, message) => mistakes.push({ path, message });
  const entities: Entities = new Map(domain.entities.map((entity) => [entity.name, entity]));
  checkDomainNames(domain, report);
  checkConfiguration(domain, report);
  for (const entity of domain.entities) {
    checkFields(entity, entities, report);
    checkRows(entity, entities, domain, report);
    checkStrategy(entity, entities, report);
    checkLookups(entity, entities, report);
    checkPeople(entity, entities, report);
  }
  checkRelationNames(domain, entities, report);
  checkCycles(domain, entities, report);
  checkPromises(domain, entities, report);
  checkReport(domain, entities, report);
  return [...mistakes, ...mistakesOfRestApi(domain)];
}

function checkFields(entity: AnyEntity, entities: Entities, report: Report): void {
  const fields = Object.entries(entity.fields);
  const keys = fields.filter(([, { kind }]) => kind === 'key');
  if (keys.length !== 1) report(`${entity.name}.fields`, `needs exactly one key; there are ${keys.length}`);
  duplicates(fields.map(([name]) => snakeCase(name))).forEach((column) => {
    report(`${entity.name}.fields`, `two fields have the column "${column}"`);
  });
  for (const [name, field] of fields) checkField(`${entity.name}.fields.${name}`, name, field, entities, report);
}

function checkField(path: string, name: string, field: Field, entities: Entities, report: Report): void {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) report(path, 'must be in lowerCamelCase');
  if (!field.description.trim()) report(`${path}.description`, 'is empty');
  if (field.kind === 'enumeration') checkValues(path, field, report);
  if ((field.kind === 'json' || field.kind === 'list') && (field.filter || field.order || field.unique)) {
    report(path, `a ${field.kind} field cannot be filtered, ordered or unique`);
  }
  if (field.kind !== 'reference') return;
  if (!entities.has(field.target)) report(path, `refers to ${unknown(field.target, entities)}`);
  if (relationName(name) === name) report(path, 'a reference must end in "Id", so that its relation has a name of its own');
}

function unknown(name: string, entities: Entities): string {
  return `the unknown entity "${name}"; there are ${[...entities.keys()].join(', ')}`;
}

function checkValues(path: string, field: Field, report: Report): void {
  if (field.values.length === 0) report(`${path}.values`, 'is empty');
  duplicates(field.values).forEach((value) => {
    report(`${path}.values`, `"${value}" occurs twice`);
  });
  for (const value of field.values)
    if (!/^[a-z][a-z0-9_]*$/.test(value)) report(`${path}.values`, `"${value}" must be in lower_snake_case`);
}

function checkRows(entity: AnyEntity, entities: Entities, domain: DomainDefinition, report: Report): void {
  const { branches, by } = entity.rows;
  const volumes = volumesOf(domain);
  for (const { name, arity } of branches) {
    const path = name ? `${entity.name}.rows.${name}` : `${entity.name}.rows`;
    if ('under' in arity && !entities.has(arity.under)) report(path, `hangs under ${unknown(arity.under, entities)}`);
    const volume = arity.kind === 'some' ? arity.volume : arity.kind === 'one' ? undefined : arity.count;
    if (typeof volume === 'string' && volumes && !volumes.includes(volume))
      report(path, `counts the unknown volume "${volume}"; the configuration has ${volumes.join(', ')}`);
  }
  if (hangsInCircle(entity, entities)) report(`${entity.name}.rows`, 'hangs under itself');
  if (branches.length > 1) checkDiscriminator(entity, by, report);
}

function checkDiscriminator(entity: AnyEntity, by: string | undefined, report: Report): void {
  const values = entity.fields[by ?? '']?.values ?? [];
  for (const { name } of entity.rows.branches) {
    if (!values.includes(name)) report(`${entity.name}.rows.${name}`, `"${name}" is not a value of the enumeration "${by}"`);
  }
}

function hangsInCircle(entity: AnyEntity, entities: Entities, seen: readonly string[] = []): boolean {
  if (seen.includes(entity.name)) return true;
  return entity.rows.branches.some(({ arity }) => {
    const owner = 'under' in arity ? entities.get(arity.under) : undefined;
    return owner !== undefined && hangsInCircle(owner, entities, [...seen, entity.name]);
  });
}

const STRATEGIES: readonly string[] = ['values', 'series', 'derive'];

function checkStrategy(entity: AnyEntity, entities: Entities, report: Report): void {
  const strategies = Object.entries(entity).flatMap(([name, how]) => (STRATEGIES.includes(name) && how ? [name] : []));
  if (strategies.length !== 1)
    report(entity.name, `needs exactly one of values, series and derive; it has ${strategies.join(' and ') || 'none'}`);
  if ('values' in entity && entity.values) {
    const made = Object.keys(entity.values);
    for (const [name, field] of Object.entries(entity.fields)) {
      const ofEngine = field.kind === 'key' || field.kind === 'reference';
      if (!ofEngine && !made.includes(name))
        report(`${entity.name}.values.${name}`, `is missing: write \`${name}: (scope, row) => ...\``);
    }
    for (const [name, make] of Object.entries<unknown>(entity.values)) {
      if (!entity.fields[name]) report(`${entity.name}.values.${name}`, 'has no field');
      else if (typeof make !== 'function') report(`${entity.name}.values.${name}`, `must be a function: \`${name}: () => ...\``);
    }
  }
  if ('series' in entity && entity.rows.branches.some(({ arity }) => arity.kind === 'root' || arity.kind === 'one'))
    report(`${entity.name}.rows`, 'of a series are several under one row: use `many` or `some`');
  if ('derive' in entity && entity.derive) {
    for (const name of entity.derive.from) if (!entities.has(name)) report(`${entity.name}.derive.from`, `"${name}" is unknown`);
  }
  if ('values' in entity && entity.values) checkLinks(entity, entities, report);
}

/** A reference needs a link unless its target is a row that this one hangs under, or that hangs under this one. */
function checkLinks(entity: AnyEntity, entities: Entities, report: Report): void {
  const links = Object.keys(entity.links ?? {});
  for (const name of links)
    if (entity.fields[name]?.kind !== 'reference') report(`${entity.name}.links.${name}`, 'is not a reference');
  for (const [name, field] of Object.entries(entity.fields)) {
    const target = entities.get(field.target);
    if (field.kind !== 'reference' || links.includes(name) || !target) continue;
    const beside = target.rows.branches.some(({ arity }) => arity.kind === 'one' && arity.under === entity.name);
    if (!beside && !hangsUnder(entity, target.name, entities)) {
      report(`${entity.name}.links.${name}`, `is missing: ${entity.name} does not hang under ${target.name}`);
    }
  }
}

function hangsUnder(entity: AnyEntity, ancestor: string, entities: Entities, depth = 0): boolean {
  return entity.rows.branches.every(({ arity }) => {
    if (!('under' in arity) || depth > entities.size) return false;
    const owner = entities.get(arity.under);
    return arity.under === ancestor || (owner !== undefined && hangsUnder(owner, ancestor, entities, depth + 1));
  });
}

function checkLookups(entity: AnyEntity, entities: Entities, report: Report): void {
  for (const [name, lookup] of Object.entries(entity.lookups ?? {})) {
    const path = `${entity.name}.lookups.${name}`;
    const via = typeof lookup === 'string' ? undefined : lookup.via;
    const target = via === undefined ? entity : entities.get(entity.fields[via]?.target ?? '');
    const fieldName = typeof lookup === 'string' ? lookup : lookup.field;
    const field = target?.fields[fieldName];
    if (via !== undefined && entity.fields[via]?.kind !== 'reference') report(path, `"${via}" is not a reference`);
    else if (!field) report(path, `there is no field "${fieldName}"`);
    else if (!field.index) report(path, `"${fieldName}" is not indexed; declare it unique`);
  }
}

function checkPeople(entity: AnyEntity, entities: Entities, report: Report): void {
  const { person, joins } = entity;
  if (person && 'via' in person && !entities.get(entity.fields[person.via]?.target ?? '')?.person) {
    report(`${entity.name}.person`, `"${person.via}" does not lead to an entity with a person's name`);
  }
  if (person && 'first' in person) {
    for (const name of [person.first, person.last])
      if (!entity.fields[name]) report(`${entity.name}.person`, `there is no field "${name}"`);
  }
  for (const name of joins ?? [])
    if (entity.fields[name]?.kind !== 'reference') report(`${entity.name}.joins`, `"${name}" is not a reference`);
}

/** What a type shows: its fields, its relations and the relations that others give it; no name may occur twice. */
function checkRelationNames(domain: DomainDefinition, entities: Entities, report: Report): void {
  const names = new Map<string, string[]>(domain.entities.map(({ name, fields }) => [name, Object.keys(fields)]));
  const add = (entity: string, name: string) => names.get(entity)?.push(name);
  for (const entity of domain.entities) {
    const own = namesOf(entity, '');
    for (const [name, field] of Object.entries(entity.fields)) {
      if (field.kind !== 'reference') continue;
      add(entity.name, relationName(name));
      if (field.inverse !== false) add(field.target, field.inverse ?? (field.unique ? own.single : own.local));
    }
    const [left, right] = (entity.joins ?? []).map((name) => entities.get(entity.fields[name]?.target ?? ''));
    if (left && right) {
      add(left.name, namesOf(right, '').local);
      add(right.name, namesOf(left, '').local);
    }
  }
  for (const [entity, list] of names) {
    duplicates(list).forEach((name) => {
      report(`${entity}.${name}`, 'two fields or relations have this name; give a reference an `inverse`');
    });
  }
}

/** Every cycle of references needs an edge that is deferred. */
function checkCycles(domain: DomainDefinition, entities: Entities, report: Report): void {
  const done = new Set<string>();
  const visit = (entity: AnyEntity, path: readonly string[]): void => {
    if (path.includes(entity.name)) {
      const cycle = [...path.slice(path.indexOf(entity.name)), entity.name].join(' -> ');
      report(`${entity.name}.fields`, `the references ${cycle} form a cycle; declare one of them deferred`);
      return;
    }
    if (done.has(entity.name)) return;
    const targets = new Set(
      Object.values(entity.fields).flatMap((field) => (field.kind === 'reference' && !field.deferred ? [field.target] : [])),
    );
    for (const target of targets) {
      const next = entities.get(target);
      if (next && next !== entity) visit(next, [...path, entity.name]);
    }
    done.add(entity.name);
  };
  for (const entity of domain.entities) visit(entity, []);
}

function duplicates(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
