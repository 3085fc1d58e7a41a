import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pascalCase } from '../../src/definition/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { testedDomains } from '../support/domains.ts';
import { type Harness, harness } from './harness.ts';

let library: Harness;

beforeEach(async () => {
  library = await harness(libraryModel);
  await library.data('mutation { seedLibrary }');
});

afterEach(() => library.gateway.dispose());

interface Row {
  readonly id: string;
}

const digest = async () => (await library.data<{ dataset: { digest: string } }>('{ dataset { digest } }')).dataset.digest;

describe('an update', () => {
  test('gives the row as it is now, and what is asked after it sees nothing older', async () => {
    const { before } = await library.data<{ before: Row & { record: { fines: string } } }>(
      '{ before: libMember(by: {number: 3}) { id firstName record { fines } loans { nodes { id } } } }',
    );
    const { libMember } = await library.data<{ libMember: { loans: { nodes: Row[] } } }>(
      '{ libMember(by: {number: 3}) { loans(first: 1) { nodes { id } } } }',
    );
    const data = await library.data(
      `mutation ($member: ID!, $loan: ID!) {
        first: updateLibMember(id: $member, set: {firstName: "Uma", phone: "+1 5"}) { id firstName phone record { fines } }
        updateLibLoan(id: $loan, set: {fine: "1000.25"}) { fine member { firstName record { fines loans } } }
        last: updateLibMember(id: $member, set: {phone: null}) { firstName phone loans { totalCount } }
      }`,
      { member: before.id.toUpperCase(), loan: libMember.loans.nodes[0]?.id },
    );
    expect(data).toMatchObject({
      first: { id: before.id, firstName: 'Uma', phone: '+1 5', record: before.record },
      updateLibLoan: { fine: '1000.25', member: { firstName: 'Uma', record: { loans: 5 } } },
      last: { firstName: 'Uma', phone: null, loans: { totalCount: 5 } },
    });
    const after = await library.data<{ libMember: { record: { fines: string } } }>(
      '{ libMember(by: {number: 3}) { firstName record { fines } } }',
    );
    expect(after).toMatchObject({ libMember: { firstName: 'Uma' } });
    expect(Number(after.libMember.record.fines)).toBeGreaterThanOrEqual(1000.25);
  });

  test('with no values, or those that the row has, changes nothing', async () => {
    const { libMember } = await library.data<{ libMember: Row & { email: string } }>(
      '{ libMember(by: {number: 3}) { id email } }',
    );
    const before = await digest();
    const { id, email } = libMember;
    const query = `mutation ($id: ID!, $set: UpdateLibMemberSet!) { updateLibMember(id: $id, set: $set) { id email } }`;
    for (const set of [{}, { email }]) expect(await library.data(query, { id, set })).toEqual({ updateLibMember: { id, email } });
    expect(await digest()).toBe(before);
  });

  test('is made in the dataset of its argument', async () => {
    await library.data('mutation { seedLibrary(dataset: "other") }');
    const { libMember } = await library.data<{ libMember: Row }>('{ libMember(by: {number: 3}) { id } }');
    const query =
      'mutation ($id: ID!) { updateLibMember(id: $id, set: {firstName: "Otto"}, dataset: "other") { firstName library { members { nodes { firstName } } } } }';
    const data = await library.data<{ updateLibMember: { library: { members: { nodes: { firstName: string }[] } } } }>(query, {
      ...libMember,
    });
    expect(data.updateLibMember.library.members.nodes[2]).toEqual({ firstName: 'Otto' });
    const here = await library.data<{ libMember: { firstName: string } }>('{ libMember(by: {number: 3}) { firstName } }');
    expect(here.libMember.firstName).not.toBe('Otto');
  });
});

describe('a removal', () => {
  test('tells what would go, then what has gone, and what is asked after it finds nothing of it', async () => {
    const remove = (dryRun: string) =>
      `mutation { deleteLibMembers(filter: {number: {lte: 2}}${dryRun}) { deleted counts { entity count } } }`;
    const removal = {
      deleted: 2 + 10 + 2,
      counts: [
        { entity: 'LibMember', count: 2 },
        { entity: 'LibLoan', count: 10 },
        { entity: 'LibMemberRecord', count: 2 },
      ],
    };
    const seen = '{ libMembers { totalCount nodes { number } } libLoans { totalCount } libMemberRecords { totalCount } }';
    const before = await library.data<{ libMembers: object }>(seen);
    expect(await library.data(remove(', dryRun: true'))).toMatchObject({ deleteLibMembers: removal });
    expect(await library.data(seen)).toEqual(before);
    expect(await library.data(remove(''))).toMatchObject({ deleteLibMembers: removal });
    expect(await library.data(seen)).toMatchObject({
      libMembers: { totalCount: 10, nodes: Array.from({ length: 10 }, (_, index) => ({ number: index + 3 })) },
      libLoans: { totalCount: 50 },
      libMemberRecords: { totalCount: 10 },
    });
    expect(await library.data(remove(''))).toMatchObject({ deleteLibMembers: { deleted: 0, counts: [] } });
  });

  test('is shown by look-ups and roll-ups of the same request, too', async () => {
    const { libMember } = await library.data<{ libMember: Row & { loans: { nodes: Row[] } } }>(
      '{ libMember(by: {number: 3}) { id loans { nodes { id } } } }',
    );
    const { id, loans } = libMember;
    const data = await library.data(
      `mutation ($id: ID!, $loan: ID!) {
        updateLibMember(id: $id, set: {lastName: "Ode"}) { record { loans } loans { totalCount } }
        deleteLibLoans(filter: {id: {eq: $loan}}) { deleted }
        again: updateLibMember(id: $id, set: {lastName: "Ode"}) { record { loans } loans { totalCount } }
      }`,
      { id, loan: loans.nodes[0]?.id },
    );
    expect(data).toEqual({
      updateLibMember: { record: { loans: 5 }, loans: { totalCount: 5 } },
      deleteLibLoans: { deleted: 1 },
      again: { record: { loans: 4 }, loans: { totalCount: 4 } },
    });
  });

  test('of all takes an empty filter that is written so, also as a variable', async () => {
    expect(await library.data('mutation { deleteLibLoans(filter: {}, dryRun: true) { deleted } }')).toEqual({
      deleteLibLoans: { deleted: 60 },
    });
    const query = 'mutation ($filter: LibLoanFilter!) { deleteLibLoans(filter: $filter, dryRun: true) { deleted } }';
    expect(await library.data(query, { filter: {} })).toEqual({ deleteLibLoans: { deleted: 60 } });
  });

  const unsaid: [string, object, readonly string[]][] = [
    ['{number: $n}', {}, ['number']],
    ['{number: {eq: $i}}', {}, ['number', 'eq']],
    ['{email: {contains: "a"}, number: {eq: $i}}', {}, ['number', 'eq']],
    ['{number: null}', {}, ['number']],
    ['{number: {}}', {}, ['number']],
    ['{number: {isNull: null}}', {}, ['number', 'isNull']],
    ['{number: {notIn: []}}', {}, ['number', 'notIn']],
    ['{name: null}', {}, ['name']],
    ['{and: []}', {}, ['and']],
    ['{or: [{number: {eq: 1}}, {}]}', {}, ['or', '1']],
    ['{and: {number: {gt: $i}}}', {}, ['and', 'number', 'gt']],
    ['{not: {}}', {}, ['not']],
    ['{library: {}}', {}, ['library']],
    ['{loans: {every: {}}}', {}, ['loans', 'every']],
    ['{loans: {some: {fine: {gt: $m}}}}', {}, ['loans', 'some', 'fine', 'gt']],
    ['{number: $n}', { n: {} }, ['number']],
    ['{number: $n}', { n: { eq: null, gt: null } }, ['number', 'gt']],
  ];
  test.each(unsaid)('is refused for a filter with a part that asks nothing: %s', async (filter, variables, part) => {
    const types = { $n: 'IntFilter', $i: 'Int', $m: 'Money' };
    const used = Object.entries(types).filter(([name]) => filter.includes(name));
    const declared = used.length > 0 ? `(${used.map((declaration) => declaration.join(': '))})` : '';
    const query = `mutation ${declared} { deleteLibMembers(filter: ${filter}) { deleted } }`;
    const before = await digest();
    const { errors } = await library.ask(query, variables as Record<string, unknown>);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_FILTER' });
    expect(((errors?.[0]?.extensions.argument ?? []) as unknown[]).map(String)).toEqual(['filter', ...part]);
    expect(await digest()).toBe(before);
  });

  test.each([
    ['{loans: {some: {returnedOn: {eq: null}}}}', 1],
    ['{loans: {some: {}}}', 12],
    ['{loans: {none: {}}}', 0],
    ['{number: {in: []}}', 0],
    ['{or: []}', 0],
  ])('takes what asks for nothing in so many words: %s', async (filter, least) => {
    const { deleteLibMembers } = await library.data<{ deleteLibMembers: { deleted: number } }>(
      `mutation { deleteLibMembers(filter: ${filter}, dryRun: true) { deleted } }`,
    );
    expect(deleteLibMembers.deleted).toBeGreaterThanOrEqual(least);
    if (least === 0) expect(deleteLibMembers.deleted).toBe(0);
  });

  test('is refused with the rows in the way, as types and fields', async () => {
    const { errors } = await library.ask('mutation { deleteLibShelves(filter: {label: {eq: "shelf a"}}) { deleted } }');
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'ROWS_IN_THE_WAY',
      argument: ['filter'],
      details: { rows: [{ entity: 'LibLoan', field: 'bookId', to: 'LibBook', count: expect.any(Number) }] },
    });
  });
});

test.each(testedDomains)('$name: every entity has both, but those that are derived', async ({ domain }) => {
  const served = await harness(domain);
  type Fields = { __schema: { mutationType: { fields: { name: string }[] } } };
  const { __schema } = await served.data<Fields>('{ __schema { mutationType { fields { name } } } }');
  const names = __schema.mutationType.fields.map(({ name }) => name);
  for (const entity of domain.entities) {
    const own = [`update${pascalCase(entity.single)}`, `delete${pascalCase(entity.plural)}`];
    expect(names.filter((name) => own.includes(name))).toEqual('derive' in entity.definition ? [] : own);
  }
  await served.gateway.dispose();
});
