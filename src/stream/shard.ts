import { StreamError } from './error.ts';

/** One of several parts that follow each other. `number` counts from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** All rows. */
export const WHOLE: Shard = { number: 1, of: 1 };

/** More shards than this are a slip of the finger; numbers of blocks times shards stay exact far beyond. */
export const MOST_SHARDS = 1_000_000;

/** Reads `3/8`: the third of eight. @throws StreamError INVALID_SHARD. */
export function parseShard(text: string): Shard {
  const [, number, of] = /^(\d{1,7})\/(\d{1,7})$/.exec(text.trim()) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  if (number === undefined || !isShard(shard)) throw invalid(text);
  return shard;
}

/** @throws StreamError INVALID_SHARD. */
export function checkShard(shard: Shard): Shard {
  if (!isShard(shard)) throw invalid(`${shard.number}/${shard.of}`);
  return shard;
}

function isShard({ number, of }: Shard): boolean {
  return Number.isInteger(number) && Number.isInteger(of) && number >= 1 && number <= of && of <= MOST_SHARDS;
}

function invalid(given: string): StreamError {
  const message = `"${given}" is no shard: write 3/8 for the third of eight, from 1/8 to 8/8; at most ${MOST_SHARDS.toLocaleString('en-US')}.`;
  return new StreamError('INVALID_SHARD', message, { path: ['shard'], details: { given } });
}
