import { createPlan } from '../../src/plan/index.ts';
import { streamRows } from '../../src/stream/index.ts';
import type { Round } from '../side.ts';
import { intoPipe } from '../sink.ts';
import { domain } from '../workshop.ts';
import type { StreamOptions } from './stream.ts';

/** Characters of a piece, as `streamRows` gives them. */
const PIECE = 2 ** 16;

/** The limit of NDJSON: the same rows, ready-made objects in memory, by `JSON.stringify` into the same pipe. */
export default async function prepare({ request, entity }: StreamOptions): Promise<Round> {
  const rows: unknown[] = [];
  let rest = '';
  for (const piece of streamRows({ plan: createPlan(domain, request), entities: [domain.entity(entity)] })) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) rows.push(JSON.parse(line));
  }
  return async (clock) => {
    await clock(() => intoPipe(pieces(rows)));
    return { rows: rows.length };
  };
}

function* pieces(rows: readonly unknown[]): Iterable<string> {
  let piece = '';
  for (const row of rows) {
    piece += `${JSON.stringify(row)}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
