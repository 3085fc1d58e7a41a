import { expect, test } from 'vitest';
import { Recent } from '../../src/plan/index.ts';

test('keeps what was asked for last, at least as many as it is told to and at most twice as many', () => {
  const recent = new Recent<number, string>(10);
  for (let key = 0; key < 1_000; key++) recent.set(key, `${key}`);
  const kept = Array.from({ length: 1_000 }, (_, key) => key).filter((key) => recent.get(key) !== undefined);
  expect(kept.slice(-10)).toEqual([990, 991, 992, 993, 994, 995, 996, 997, 998, 999]);
  expect(kept.length).toBeLessThanOrEqual(20);
});

test('keeps what is asked for again and again', () => {
  const recent = new Recent<string, string>(10);
  recent.set('often', 'here');
  for (let key = 0; key < 1_000; key++) {
    recent.set(`${key}`, 'once');
    expect(recent.get('often')).toBe('here');
  }
});
