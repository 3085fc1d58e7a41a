import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntityModel, FieldModel } from '../../src/definition/index.ts';
import { testedDomains } from '../support/domains.ts';
import { type Harness, harness } from './harness.ts';
import { compare, fold } from './oracle.ts';

type Value = string | number | boolean | null;
type Row = Readonly<Record<string, Value>>;
/** An operator with what it is given, and what it then means for a value. */
type Case = readonly [operator: string, given: unknown, holds: (value: Value) => boolean];

/** For every field that can be filtered, of every entity: each operator means what it says for values that rows have. */
describe.each(testedDomains.map(({ name, domain }) => [name, domain] as const))('%s', (_name, domain) => {
  let gateway: Harness;

  beforeAll(async () => {
    gateway = await harness(domain);
    await gateway.data(`mutation { seed${domain.definition.title}(preset: SMALL) }`);
  });

  afterAll(() => gateway.gateway.dispose());

  test.each(domain.entities.map((entity) => [entity.typeName, entity] as const))('%s', async (_type, entity) => {
    const fields = entity.fields.filter(({ field }) => field.filter);
    const rows = await list(gateway, entity, undefined, fields.map(({ name }) => name).join(' '));
    expect(rows.length).toBeGreaterThan(0);
    for (const field of fields) {
      for (const [operator, given, holds] of casesOf(field, rows)) {
        const filter = { [field.name]: { [operator]: given } };
        const expected = rows.filter((row) => holds(row[field.name] ?? null)).map(({ id }) => id);
        const found = (await list(gateway, entity, filter, '')).map(({ id }) => id);
        expect(found, JSON.stringify(filter)).toEqual(expected);
      }
    }
  });
});

async function list(gateway: Harness, entity: EntityModel, filter: unknown, fields: string): Promise<readonly Row[]> {
  const { list: page } = await gateway.data<{ list: { nodes: Row[] } }>(
    `query ($filter: ${entity.typeName}Filter) { list: ${entity.plural}(first: 1000, filter: $filter) { nodes { id ${fields} } } }`,
    { filter },
  );
  return page.nodes;
}

/** The operators of a field's kind, with values that rows have. */
function casesOf(model: FieldModel, rows: readonly Row[]): readonly Case[] {
  const values = [...new Set(rows.map((row) => row[model.name] ?? null))].filter((value) => value !== null);
  const samples = [values.at(0), values.at(values.length / 2), values.at(-1)].filter((value) => value !== undefined);
  return [
    ['isNull', true, (value) => value === null],
    ['isNull', false, (value) => value !== null],
    ['in', samples, (value) => value !== null && samples.some((sample) => same(model, value, sample))],
    ['notIn', samples, (value) => value === null || !samples.some((sample) => same(model, value, sample))],
    ...samples.flatMap((sample): readonly Case[] => [
      ['eq', sample, (value) => value !== null && same(model, value, sample)],
      ['ne', sample, (value) => value === null || !same(model, value, sample)],
      ...(ordered.includes(model.field.kind) ? orderCases(model, sample) : []),
      ...(model.field.kind === 'string' ? textCases(String(sample)) : []),
    ]),
  ];
}

const ordered: readonly string[] = ['integer', 'float', 'money', 'date', 'time', 'datetime'];

function same(model: FieldModel, a: Value, b: Value): boolean {
  return compare(comparable(model, a), comparable(model, b)) === 0;
}

/** Money is shown as text. */
function comparable({ field }: FieldModel, value: Value): string | number {
  return typeof value === 'number' || field.kind === 'money' ? Number(value) : String(value);
}

function orderCases(model: FieldModel, sample: Value): readonly Case[] {
  const is = (accept: (order: number) => boolean) => (value: Value) =>
    value !== null && accept(compare(comparable(model, value), comparable(model, sample)));
  return [
    ['gt', sample, is((order) => order > 0)],
    ['gte', sample, is((order) => order >= 0)],
    ['lt', sample, is((order) => order < 0)],
    ['lte', sample, is((order) => order <= 0)],
  ];
}

function textCases(sample: string): readonly Case[] {
  const characters = [...sample];
  const part = (from: number, to: number) => characters.slice(from, to).join('').toUpperCase();
  const is = (accept: (text: string, part: string) => boolean, given: string) => (value: Value) =>
    value !== null && accept(fold(String(value)), fold(given));
  const [head, tail, inside] = [part(0, 2), part(-2, characters.length), part(1, 3)];
  return [
    ['eq', sample.toUpperCase(), is((text, given) => text === given, sample.toUpperCase())],
    ['startsWith', head, is((text, given) => text.startsWith(given), head)],
    ['endsWith', tail, is((text, given) => text.endsWith(given), tail)],
    ['contains', inside, is((text, given) => text.includes(given), inside)],
  ];
}
