/** The same items, each asked for while the one before it is being used. */
export async function* ahead<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item> {
  const items = source[Symbol.asyncIterator]();
  let next = items.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = items.next();
      // Looked at when it is its turn; should nobody come to that, it is nobody's concern.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await items.return?.();
  }
}
