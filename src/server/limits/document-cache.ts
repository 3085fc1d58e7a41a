import { LRUCache } from 'lru-cache';

/**
 * How many characters of documents are kept parsed, in all. Parsed they take about 30 times as much, so this is some 60 MB; by
 * their number alone, 1,024 documents of 10,000 tokens would be a gigabyte.
 */
const MAX_CHARACTERS = 2 * 1024 * 1024;

/** Keeps what was made of documents, by their text. Forgets what has not been used for longest. */
export function documentCache<T extends object>(): LRUCache<string, T> {
  return new LRUCache({ max: 1_024, maxSize: MAX_CHARACTERS, sizeCalculation: (_value, text) => text.length + 1 });
}
