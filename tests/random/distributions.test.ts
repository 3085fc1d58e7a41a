import { describe, expect, test } from 'vitest';
import { fold, keyOfSeed, Stream } from '../../src/random/index.ts';

const DRAWS = 40_000;
const stream = (seed = 7) => new Stream().start(keyOfSeed(seed));
const draws = (draw: (random: Stream) => number) => {
  const random = stream();
  return Array.from({ length: DRAWS }, () => draw(random));
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]) => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
};

describe('moments are those of the textbook, within five standard errors', () => {
  const cases: [string, (random: Stream) => number, number, number][] = [
    ['uniform [0, 1)', (r) => r.next(), 1 / 2, Math.sqrt(1 / 12)],
    ['float 2..6', (r) => r.float(2, 6), 4, Math.sqrt(16 / 12)],
    ['integer 1..6', (r) => r.integer(1, 6), 3.5, Math.sqrt(35 / 12)],
    ['chance 0.2', (r) => Number(r.chance(0.2)), 0.2, 0.4],
    ['normal 10, 3', (r) => r.normal(10, 3), 10, 3],
    ['truncated normal 0, 1 in 2..3', (r) => r.truncatedNormal(0, 1, 2, 3), 2.3158, 0.2482],
    ['truncated normal 0, 1 in -1..1', (r) => r.truncatedNormal(0, 1, -1, 1), 0, 0.5396],
    ['truncated normal 0, 1 in -4..4', (r) => r.truncatedNormal(0, 1, -4, 4), 0, 0.9989],
    ['beta 2, 5', (r) => r.beta(2, 5), 2 / 7, Math.sqrt(10 / (49 * 8))],
    ['beta 0.5, 0.5', (r) => r.beta(0.5, 0.5), 1 / 2, Math.sqrt(1 / 8)],
  ];
  test.each(cases)('%s', (_, draw, expectedMean, expectedDeviation) => {
    const values = draws(draw);
    const error = expectedDeviation / Math.sqrt(DRAWS);
    expect(Math.abs(mean(values) - expectedMean)).toBeLessThan(5 * error);
    expect(Math.abs(deviation(values) / expectedDeviation - 1)).toBeLessThan(0.03);
  });
});

test.each([0.8, 1, 1.5])('zipf ranks are as likely as their power says (exponent %d)', (exponent) => {
  const counts = new Array<number>(6).fill(0);
  for (const rank of draws((r) => r.zipf(6, exponent))) counts[rank] = (counts[rank] ?? 0) + 1;
  const total = counts.reduce((sum, _, rank) => sum + (rank + 1) ** -exponent, 0);
  counts.forEach((count, rank) => {
    expect(Math.abs(count / DRAWS - (rank + 1) ** -exponent / total)).toBeLessThan(0.015);
  });
});

test('weighted keys are as likely as their weights, and a weight of 0 is never drawn', () => {
  const random = stream();
  const counts = { a: 0, b: 0, c: 0 };
  for (let i = 0; i < DRAWS; i++) counts[random.weighted({ a: 3, b: 0, c: 1 })]++;
  expect(counts.b).toBe(0);
  expect(Math.abs(counts.a / DRAWS - 0.75)).toBeLessThan(0.015);
});

test('an index stays, or moves to a new one, as the count grows; all are equally likely', () => {
  const counts = new Array<number>(10).fill(0);
  for (let row = 0; row < 5_000; row++) {
    const at = (count: number) => new Stream().start(fold(keyOfSeed(1), row)).index(count);
    let before = at(1);
    for (let count = 2; count <= 10; count++) {
      const after = at(count);
      expect(after === before || after === count - 1).toBe(true);
      before = after;
    }
    counts[before] = (counts[before] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(110);
});

test('streams of neighbouring keys are unrelated', () => {
  const first = (row: number) => new Stream().start(fold(keyOfSeed(42), row)).next();
  const values = Array.from({ length: DRAWS }, (_, row) => first(row));
  const centred = values.map((value) => value - 0.5);
  const lagged = mean(centred.slice(1).map((value, row) => value * (centred[row] ?? 0))) * 12;
  expect(Math.abs(lagged)).toBeLessThan(5 / Math.sqrt(DRAWS));
});

test('what follows a draw does not depend on its parameters', () => {
  const after = (draw: (random: Stream) => unknown) => {
    const random = stream();
    draw(random);
    return random.next();
  };
  expect(after((r) => r.index(1))).toBe(after((r) => r.index(1_000)));
  expect(after((r) => r.zipf(3, 1))).toBe(after((r) => r.zipf(1_000, 1)));
  expect(after((r) => r.beta(1, 1))).toBe(after((r) => r.beta(30, 2)));
  expect(after((r) => r.truncatedNormal(0, 1, -9, 9))).toBe(after((r) => r.truncatedNormal(0, 1, 4, 5)));
});

test.each([
  ['integer', (r: Stream) => r.integer(3, 2)],
  ['pick', (r: Stream) => r.pick([])],
  ['weighted', (r: Stream) => r.weighted({ a: 0 })],
  ['beta', (r: Stream) => r.beta(0, 1)],
  ['zipf', (r: Stream) => r.zipf(0, 1)],
  ['index', (r: Stream) => r.index(0)],
  ['truncatedNormal', (r: Stream) => r.truncatedNormal(0, 1, 2, 1)],
])('%s refuses parameters that make no sense', (_, draw) => {
  expect(() => draw(stream())).toThrow(RangeError);
});
