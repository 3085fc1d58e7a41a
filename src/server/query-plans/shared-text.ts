import type { ExecutionResult } from 'graphql';
import { Answer, type SharingAnswer } from './answer.ts';

/** How many times more objects must be spared than are written one by one: native JSON.stringify is that much faster. */
const WORTH = 4;

/**
 * Makes the JSON of an answer, and writes what comes up again only once. Undefined where that is not worth it.
 *
 * For a school of a hundred students that fifty students lead to, writing out took a third of the whole time.
 */
export function stringifierOf(answer: SharingAnswer): ((result: ExecutionResult) => string) | undefined {
  let spared = 0;
  const sizes = new Map<Answer, number>();
  for (const [part, times] of answer.repeats) spared += times * sizeOf(part, sizes);
  if (spared < WORTH * answer.objects) return undefined;
  return (result) => {
    const { data, ...rest } = result;
    // Whatever has been added or changed on the way is not to be lost.
    const untouched = data === answer.data && Object.values(rest).every((part) => typeof part === 'function');
    return untouched ? `{"data":${write(data, answer.repeats, new Map())}}` : JSON.stringify(result);
  };
}

/** How many objects a part of an answer has, itself included; inside of scalars nothing is counted. */
function sizeOf(part: unknown, known: Map<Answer, number>): number {
  if (Array.isArray(part)) return part.reduce((sum: number, item) => sum + sizeOf(item, known), 0);
  if (!(part instanceof Answer)) return 0;
  const size = known.get(part) ?? Object.values(part).reduce((sum: number, inner) => sum + sizeOf(inner, known), 1);
  known.set(part, size);
  return size;
}

function write(part: unknown, repeats: ReadonlyMap<Answer, number>, texts: Map<Answer, string>): string {
  if (Array.isArray(part)) return `[${part.map((item) => write(item, repeats, texts)).join(',')}]`;
  // As JSON.stringify does in lists; fields that have no value are null already.
  if (!(part instanceof Answer)) return JSON.stringify(part) ?? 'null';
  if (repeats.has(part)) {
    const text = texts.get(part) ?? JSON.stringify(part);
    texts.set(part, text);
    return text;
  }
  return `{${Object.entries(part)
    .map(([key, value]) => `${JSON.stringify(key)}:${write(value, repeats, texts)}`)
    .join(',')}}`;
}
