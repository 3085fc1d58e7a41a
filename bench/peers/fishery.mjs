import { faker } from '@faker-js/faker';
import { Factory } from 'fishery';
import { likenessOf } from '../likeness.ts';

const BUILT_AT_ONCE = 1_000;
/** A field with no more different values than this is picked from a list of them. */
const MOST_LISTED = 60;

/** fishery builds as many objects of each entity as ours makes rows, by a factory each; faker makes their fields. No references. */
export default async function prepare(request) {
  const factories = likenessOf(request).map(({ rows, fields }) => ({ rows, factory: factoryOf(fields) }));
  return (clock) =>
    clock(() => {
      let built = 0;
      for (const { rows, factory } of factories) {
        for (let left = rows; left > 0; left -= BUILT_AT_ONCE) built += factory.buildList(Math.min(left, BUILT_AT_ONCE)).length;
      }
      return { rows: built };
    });
}

/** As one would write it by hand: `Factory.define(() => ({ id: faker.string.uuid(), status: faker.helpers.arrayElement([...]), ... }))`. */
function factoryOf(fields) {
  const body = fields.filter(({ target }) => !target).map((field, index) => `${field.model.name}: ${expressionOf(field, index)}`);
  const lists = fields.filter(({ target }) => !target).map(({ values }) => values);
  return Factory.define(new Function('faker', 'lists', `return () => ({ ${body.join(', ')} })`)(faker, lists));
}

function expressionOf(field, index) {
  const value = presentOf(field, index);
  return field.nulls > 0 ? `faker.helpers.maybe(() => ${value}, { probability: ${1 - field.nulls} }) ?? null` : value;
}

function presentOf({ model: { column, field }, values }, index) {
  if (field.kind === 'key') return 'faker.string.uuid()';
  if (field.kind === 'boolean') return 'faker.datatype.boolean()';
  if (!field.unique && values.length <= MOST_LISTED) return `faker.helpers.arrayElement(lists[${index}])`;
  switch (field.kind) {
    case 'integer':
    case 'money':
      return `faker.number.int({ min: ${Math.min(...values)}, max: ${Math.max(...values)} })`;
    case 'float':
      return `faker.number.float({ min: ${Math.min(...values)}, max: ${Math.max(...values)}, fractionDigits: ${field.digits} })`;
    case 'date':
    case 'datetime':
      return dateBetween(values, field.kind === 'date' ? 10 : 19);
    case 'time':
    case 'json':
    case 'list':
      return `faker.helpers.arrayElement(lists[${index}])`;
    default:
      return textOf(column, index);
  }
}

function dateBetween(values, length) {
  const sorted = values.toSorted();
  const range = `{ from: '${sorted[0]}', to: '${sorted.at(-1)}' }`;
  return `faker.date.between(${range}).toISOString().slice(0, ${length})`;
}

const texts = [
  [/first_name$/, 'faker.person.firstName()'],
  [/last_name$/, 'faker.person.lastName()'],
  [/email$/, 'faker.internet.email()'],
  [/username$/, 'faker.internet.username()'],
  [/phone$/, 'faker.phone.number()'],
  [/address_line1$/, 'faker.location.streetAddress()'],
  [/city$/, 'faker.location.city()'],
  [/postal_code$/, 'faker.location.zipCode()'],
  [/_(id|number)$/, 'faker.string.numeric(8)'],
];

function textOf(column, index) {
  const [, byName] = texts.find(([name]) => name.test(column)) ?? [];
  return byName ?? `faker.helpers.arrayElement(lists[${index}])`;
}
