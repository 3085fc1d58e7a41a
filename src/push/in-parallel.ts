/**
 * Does `work` for each item, at most `limit` at a time. Items are asked for as there is room. After a failure no more work is begun;
 * what is under way ends, and the first failure is thrown.
 */
export async function inParallel<T>(items: AsyncIterable<T>, limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  let failed = false;
  const worker = async () => {
    while (!failed) {
      const next = await iterator.next();
      if (next.done) return;
      await work(next.value);
    }
  };
  const guarded = async () => {
    try {
      await worker();
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: limit }, guarded));
  await iterator.return?.();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
