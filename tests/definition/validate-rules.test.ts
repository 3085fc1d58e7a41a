import { expect, test } from 'vitest';
import { type DomainDefinition, mistakesOf } from '../../src/definition/index.ts';
import { library } from '../fixtures/library.ts';

/** Spoilt on purpose: what is said of data has to speak of what exists, and every mistake is named with its path. */

const base = { name: 'aRule', description: 'It holds.', entity: 'Book' };
const chart = { title: 'A chart', description: 'What it shows.', entity: 'Book', groups: 'Genre', values: 'Books' };
const count = { of: 'count' };

function withParts(parts: {
  rules?: object[];
  expectations?: object[];
  charts?: object[];
  figures?: object[];
}): DomainDefinition {
  const { charts = [], figures = [], ...rest } = parts;
  const report = { title: 'Report', figures, sections: [{ title: 'All', charts }] };
  return { ...library, ...rest, report } as unknown as DomainDefinition;
}

test.each([
  ['rules.aRule.entity', { rules: [{ ...base, kind: 'unique', entity: 'Bok', paths: ['isbn'] }] }],
  ['rules.aRule', { rules: [{ ...base, kind: 'unique', paths: ['isbm'] }] }],
  ['rules.aRule', { rules: [{ ...base, kind: 'ordered', paths: ['author.bornOn', 'shelf.nothing'] }] }],
  ['rules.aRule', { rules: [{ ...base, kind: 'holds', reads: ['writer.bornOn'], holds: () => true }] }],
  ['rules.aRule.where', { rules: [{ ...base, kind: 'unique', paths: ['isbn'], where: { colour: ['red'] } }] }],
  ['rules.aRule.description', { rules: [{ ...base, description: ' ', kind: 'unique', paths: ['isbn'] }] }],
  ['rules.A rule', { rules: [{ ...base, name: 'A rule', kind: 'unique', paths: ['isbn'] }] }],
  ['rules.aRule', { rules: [1, 2].map(() => ({ ...base, kind: 'unique', paths: ['isbn'] })) }],
  ['rules.aRule.of', { rules: [{ ...base, kind: 'apart', of: 'title', on: [], from: 'publishedOn', to: 'publishedOn' }] }],
  ['rules.aRule.children', { rules: [{ ...base, kind: 'counted', children: 'pages', atMost: 3 }] }],
  ['rules.aRule.counting', { rules: [{ ...base, kind: 'counted', children: 'loans', counting: { lost: [true] } }] }],
  ['rules.aRule', { rules: [{ ...base, kind: 'counted', children: 'loans', atMost: 'shelf.size' }] }],
  ['rules.aRule.in', { rules: [{ ...base, kind: 'matched', fields: ['shelfId'], in: 'Rack', on: ['id'] }] }],
  ['rules.aRule.on', { rules: [{ ...base, kind: 'matched', fields: ['id'], in: 'Loan', on: ['fine'] }] }],
  ['rules.aRule.on', { rules: [{ ...base, kind: 'matched', fields: ['id', 'title'], in: 'Loan', on: ['bookId'] }] }],
  ['expectations.e.field', { expectations: [{ name: 'e', entity: 'Book', field: 'kind', unit: 'shelfId' }] }],
  ['expectations.e.unit', { expectations: [{ name: 'e', entity: 'Book', field: 'genre', unit: 'genre' }] }],
  ['expectations.e.entity', { expectations: [{ name: 'e', entity: 'Bok', field: 'genre', unit: 'shelfId' }] }],
  ['report.A chart.by', { charts: [{ ...chart, kind: 'bars', by: { path: 'kind' }, measure: count }] }],
  ['report.A chart.by', { charts: [{ ...chart, kind: 'bars', by: { path: 'shelf.library.name' }, measure: count }] }],
  ['report.A chart.by', { charts: [{ ...chart, kind: 'line', by: { path: 'genre', unit: 'week' }, measure: count }] }],
  ['report.A chart', { charts: [{ ...chart, kind: 'bars', by: { path: 'genre' }, measure: { of: 'mean', field: 'title' } }] }],
  ['report.A chart.field', { charts: [{ ...chart, kind: 'histogram', field: 'title', step: 1 }] }],
  ['report.A chart.split', { charts: [{ ...chart, kind: 'stack', by: { path: 'genre' }, split: 'kind' }] }],
  ['report.A chart.reference', { charts: [{ ...chart, kind: 'load', reference: 'title' }] }],
  ['report.Books.per', { figures: [{ title: 'Books', entity: 'Book', measure: count, per: 'Rack' }] }],
])('%s is named: %o', (path, parts) => {
  expect(mistakesOf(withParts(parts)).map((mistake) => mistake.path)).toContain(path);
});

test('what is right has no mistakes', () => {
  const rules = [
    { ...base, kind: 'ordered', paths: ['author.bornOn', 'publishedOn'] },
    { ...base, name: 'other', kind: 'counted', children: 'loans', atMost: 'shelf.capacity' },
  ];
  const charts = [{ ...chart, kind: 'bars', by: { path: 'shelf.label' }, measure: { of: 'mean', field: 'price' } }];
  expect(mistakesOf(withParts({ rules, charts }))).toEqual([]);
});
