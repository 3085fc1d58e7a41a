import { expect, test } from 'vitest';
import { threefry } from '../../src/random/index.ts';

/** Known answers of threefry2x32 with 20 rounds, from the Random123 distribution: key, counter, result. */
const answers = [
  [0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6b200159, 0x99ba4efe],
  [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
  [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
] as const;

test.each(answers)('threefry(%#) gives the published answer', (key0, key1, counter0, counter1, first, second) => {
  const out = new Int32Array(2);
  threefry(key0, key1, counter0, counter1, out);
  expect([...new Uint32Array(out.buffer)]).toEqual([first, second]);
});
