import type { AnyEntity, DomainDefinition } from './domain.ts';
import { camelCase, namesOf } from './names.ts';

type Report = (path: string, message: string) => void;

/** Names every mistake in the names of a domain: those that cannot be, and those that mean something else already. */
export function checkDomainNames(domain: DomainDefinition, report: Report): void {
  const { name, title, prefix, entities } = domain;
  if (!/^[a-z][a-z0-9-]*$/.test(name)) report('name', `"${name}" must be lower case, such as "school"`);
  if (!/^[A-Z][A-Za-z0-9]*$/.test(title)) report('title', `"${title}" must be in UpperCamelCase, such as "Shop"`);
  if (!/^([A-Z][A-Za-z0-9]*)?$/.test(prefix)) report('prefix', `"${prefix}" must be in UpperCamelCase, such as "Shop", or empty`);
  if (entities.length === 0) report('entities', 'is empty');
  duplicates(entities.map((entity) => entity.name)).forEach((twice) => {
    report(`entities.${twice}`, 'is declared twice');
  });
  duplicates(entities.map((entity) => namesOf(entity, prefix).plural)).forEach((plural) => {
    report(`entities.${plural}`, 'two entities have this plural; give one of them another, by `plural`');
  });
  for (const entity of entities) checkEntityNames(entity, report);
}

function checkEntityNames(entity: AnyEntity, report: Report): void {
  const { name, fields } = entity;
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) report(name, 'must be in UpperCamelCase, such as "OrderItem"');
  if (!entity.description.trim()) report(`${name}.description`, 'is empty');
  const plural = namesOf(entity, '').local;
  if (!/^[a-z][A-Za-z0-9]*$/.test(plural))
    report(`${name}.plural`, `"${plural}" must be in lowerCamelCase, such as "orderItems"`);
  if (plural === camelCase(name)) report(`${name}.plural`, 'must differ from the singular');
  for (const [field, { filter }] of Object.entries(fields)) {
    if (field in Object.prototype)
      report(`${name}.fields.${field}`, 'is what every object in JavaScript has; choose another name');
    const taken = FILTERS.get(field) ?? (field === 'name' && entity.person ? "finds rows by a person's name" : undefined);
    if (filter && taken)
      report(`${name}.fields.${field}`, `cannot be filtered by: "${field}" ${taken} in filters; choose another name`);
  }
  if (entity.lookups && Object.hasOwn(entity.lookups, 'id'))
    report(`${name}.lookups.id`, 'is the look-up by key, which every entity has');
}

/** What these mean in every filter. */
const FILTERS = new Map([
  ['and', 'joins conditions'],
  ['or', 'joins conditions'],
  ['not', 'denies a condition'],
]);

function duplicates(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
