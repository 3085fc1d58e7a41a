import { describe, expect, test } from 'vitest';
import { UuidCodec } from '../../src/random/index.ts';

const largest = 2 ** 24 - 1;
const addresses: Readonly<Record<number, readonly (readonly number[])[]>> = {
  1: [[0], [1], [largest]],
  2: [
    [0, 0],
    [0, 1],
    [1, 0],
    [largest, largest],
  ],
  3: [
    [0, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
    [1, 0, 0],
    [479, 199, 179],
    [largest, largest, largest],
  ],
  4: [
    [0, 0, 0, 0],
    [0, 0, 0, 1],
    [5, 4, 3, 2],
    [262143, 262143, 262143, 262143],
  ],
  6: [
    [0, 0, 0, 0, 0, 0],
    [1, 2, 3, 4, 5, 4095],
  ],
};

describe.each(Object.entries(addresses))('%s levels', (levels, list) => {
  const codecs = Array.from({ length: 200 }, (_, seed) => new UuidCodec(seed, 'Thing', Number(levels)));

  test('gives the address back, for every seed', () => {
    for (const codec of codecs) for (const address of list) expect(codec.decode(codec.encode(address))).toEqual(address);
  });

  test('ascends in the order of addresses', () => {
    for (const codec of codecs) {
      const keys = list.map((address) => codec.encode(address));
      expect(keys.toSorted()).toEqual(keys);
    }
  });

  test('is a UUID of version 8', () => {
    for (const codec of codecs) {
      for (const address of list)
        expect(codec.encode(address)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});

test('another seed, or another entity, is a stranger', () => {
  const key = new UuidCodec(42, 'Student', 2).encode([0, 17]);
  expect(new UuidCodec(42, 'Student', 2).decode(key)).toEqual([0, 17]);
  for (let seed = 43; seed < 1_043; seed++) expect(new UuidCodec(seed, 'Student', 2).decode(key)).toBeUndefined();
  expect(new UuidCodec(42, 'Teacher', 2).decode(key)).toBeUndefined();
});

test.each([
  '',
  'nonsense',
  '00000000-0000-0000-0000-000000000000',
  '018f3c5e-7c3a-7000-8000-000000000000',
  'FB83FAAD-6603-872C-BE43-CC612DB462FA',
])('does not recognise %j', (text) => {
  expect(new UuidCodec(42, 'Student', 2).decode(text)).toBeUndefined();
});

test('a changed digit is noticed', () => {
  const codec = new UuidCodec(42, 'Attendance', 3);
  const key = codec.encode([3, 5, 7]);
  for (let at = 0; at < key.length; at++) {
    if ('-8'.includes(key.charAt(at)) || at === 19) continue;
    const changed = key.slice(0, at) + (key.charAt(at) === 'f' ? '0' : 'f') + key.slice(at + 1);
    if (changed !== key) expect(codec.decode(changed)).toBeUndefined();
  }
});

test('siblings lie within their range, and nobody else does', () => {
  const codec = new UuidCodec(7, 'Attendance', 3);
  const { from, to } = codec.range([1, 2], 256, 511);
  const within = (address: number[]) => codec.encode(address) >= from && codec.encode(address) <= to;
  expect(
    [
      [1, 2, 256],
      [1, 2, 300],
      [1, 2, 511],
    ].every(within),
  ).toBe(true);
  expect(
    [
      [1, 2, 255],
      [1, 2, 512],
      [1, 1, 300],
      [1, 3, 300],
      [0, 2, 300],
    ].some(within),
  ).toBe(false);
});

test.each([[[0, largest + 1]], [[-1, 0]], [[0]], [[0, 0, 0]]])('refuses the address %j', (address) => {
  expect(() => new UuidCodec(42, 'Student', 2).encode(address)).toThrow(RangeError);
});

describe('keys of siblings', () => {
  const codec = new UuidCodec(42, 'Attendance', 3);
  const lasts = Array.from({ length: 300 }, (_, index) => index * 7);

  test('are those of each alone, however many there are', () => {
    expect(codec.siblings([3, 5], lasts)).toEqual(lasts.map((last) => codec.encode([3, 5, last])));
    expect(codec.siblings([3, 5], [])).toEqual([]);
  });

  test('are not disturbed by parts that were refused', () => {
    expect(() => codec.siblings([3, 5], [1, largest + 1])).toThrow(RangeError);
    expect(codec.siblings([3, 5], [2])).toEqual([codec.encode([3, 5, 2])]);
  });
});
