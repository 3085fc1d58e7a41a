import type { Condition } from '../../src/store/index.ts';
import { entity } from './rows.ts';

export const book = entity('Book');
const loan = entity('Loan');
export const f = (name: string) => book.fieldNamed(name);
export const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new TypeError('The library lacks something that the tests need.');
  return value;
};
const reference = (name: string) => known(book.references.find((each) => each.name === name));
const inverse = (name: string) => known(book.inverses.find((each) => each.name === name));
const loans = inverse('loans');
export const text = (name: string, match: 'startsWith' | 'endsWith' | 'contains', value: string): Condition => ({
  kind: 'text',
  field: f(name),
  match,
  value,
});
export const compare = (
  name: string,
  operator: 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte',
  value: string | number,
): Condition => ({
  kind: 'compare',
  field: f(name),
  operator,
  value,
});
const fined: Condition = { kind: 'compare', field: loan.fieldNamed('fine'), operator: 'gt', value: 25 };
const out: Condition = { kind: 'null', field: loan.fieldNamed('returnedOn'), is: true };
const member = entity('Member');
const memberOfLoan = known(loan.references.find(({ name }) => name === 'member'));
const like: Condition = { kind: 'text', field: member.fieldNamed('firstName'), match: 'startsWith', value: '50% O' };
const memberHas = (quantifier: 'some' | 'none' | 'every', condition: Condition): Condition => ({
  kind: 'children',
  inverse: known(member.inverses.find(({ from }) => from === loan)),
  quantifier,
  condition,
});

/** Each is compared with what the oracle gives. */
export const conditions: readonly (readonly [string, Condition])[] = [
  ...(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] as const).flatMap((operator) => [
    [`number ${operator}`, compare('pages', operator, 40)] as const,
    [`text ${operator}`, compare('subtitle', operator, 'GARDEN')] as const,
    [`date ${operator}`, compare('publishedOn', operator, '2015-05-01')] as const,
    [`float ${operator}`, compare('weight', operator, 0.5)] as const,
  ]),
  ['boolean', compare('signed', 'eq', 1)],
  ['enumeration', compare('genre', 'eq', 'poetry')],
  ['in', { kind: 'in', field: f('isbn'), values: ['isbn-3', 'ISBN-5', 'nothing'] }],
  ['in numbers', { kind: 'in', field: f('pages'), values: [10, 20] }],
  ['in nothing', { kind: 'in', field: f('pages'), values: [] }],
  ['null', { kind: 'null', field: f('subtitle'), is: true }],
  ['not null', { kind: 'null', field: f('subtitle'), is: false }],
  ...(['startsWith', 'endsWith', 'contains'] as const).flatMap((match) =>
    [
      'garden',
      'É',
      '%',
      '_',
      '50% O',
      "O'N",
      '"',
      '夜',
      '😀',
      'FI',
      '\uffee',
      '\ud7ff',
      '\u{10ffff}',
      '',
      "'; DROP TABLE book; --",
      '\\',
      '*',
    ].map((value) => [`${match} ${JSON.stringify(value)}`, text('title', match, value)] as const),
  ),
  ['startsWith, optional', text('subtitle', 'startsWith', '')],
  ['and', { kind: 'and', conditions: [compare('genre', 'eq', 'novel'), compare('price', 'lt', 25)] }],
  ['and of none', { kind: 'and', conditions: [] }],
  ['or', { kind: 'or', conditions: [compare('genre', 'eq', 'novel'), compare('pages', 'gt', 80)] }],
  ['or of none', { kind: 'or', conditions: [] }],
  ['not: null fulfils it', { kind: 'not', condition: compare('pages', 'eq', 40) }],
  ['not not', { kind: 'not', condition: { kind: 'not', condition: compare('pages', 'gt', 40) } }],
  [
    'not of or',
    { kind: 'not', condition: { kind: 'or', conditions: [compare('pages', 'gt', 40), text('subtitle', 'contains', 'a')] } },
  ],
  ['reference', { kind: 'reference', reference: reference('shelf'), condition: compareShelf('Shelf 2') }],
  ['reference to itself', { kind: 'reference', reference: reference('prequel'), condition: compare('genre', 'eq', 'novel') }],
  [
    'not of an optional reference',
    {
      kind: 'not',
      condition: { kind: 'reference', reference: reference('prequel'), condition: compare('pages', 'gt', 40) },
    },
  ],
  ...(['some', 'none', 'every'] as const).flatMap((quantifier) => [
    [`children ${quantifier}`, { kind: 'children', inverse: loans, quantifier, condition: fined } as const] as const,
    [`children ${quantifier} null`, { kind: 'children', inverse: loans, quantifier, condition: out } as const] as const,
    [
      `children ${quantifier} of itself`,
      { kind: 'children', inverse: inverse('sequels'), quantifier, condition: compare('pages', 'lt', 50) } as const,
    ] as const,
  ]),
];

const fines = (quantifier: 'some' | 'none' | 'every', condition: Condition): Condition => ({
  kind: 'children',
  inverse: loans,
  quantifier,
  condition,
});

const memberLoans = (quantifier: 'some' | 'none' | 'every'): Condition => ({
  kind: 'reference',
  reference: memberOfLoan,
  condition: memberHas(quantifier, fined),
});

/** To-many in to-one in to-many, with every quantifier inside every other. */
export const nestedConditions: readonly (readonly [string, Condition])[] = (['some', 'none', 'every'] as const).flatMap((outer) =>
  (['some', 'none', 'every'] as const).flatMap((inner) => [
    [
      `${outer} sequels with ${inner} loans fined`,
      { kind: 'children', inverse: inverse('sequels'), quantifier: outer, condition: fines(inner, fined) } as const,
    ] as const,
    [
      `${outer} loans of a member with ${inner} loans out or a name like 50% o`,
      fines(outer, {
        kind: 'reference',
        reference: memberOfLoan,
        condition: { kind: 'or', conditions: [memberHas(inner, out), like] },
      }),
    ] as const,
    [
      `not ${outer} loans of which not ${inner}`,
      { kind: 'not', condition: fines(outer, { kind: 'not', condition: memberLoans(inner) }) },
    ] as const,
  ]),
);

function compareShelf(label: string): Condition {
  return { kind: 'compare', field: entity('Shelf').fieldNamed('label'), operator: 'eq', value: label };
}
