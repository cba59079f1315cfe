/**
 * A stream of what `map` makes of another's items; undefined is left out. Not an async generator:
 * its `return()` would wait for the item under way, so that a quiet stream could never be ended.
 */
export function mapStream<Item, Result>(
  source: AsyncIterator<Item>,
  map: (item: Item) => Promise<Result | undefined> | Result | undefined,
): AsyncIterableIterator<Result> {
  const end = async (): Promise<IteratorResult<Result>> => {
    await source.return?.();
    return { done: true, value: undefined };
  };
  return {
    async next() {
      for (;;) {
        const item = await source.next();
        if (item.done) return { done: true, value: undefined };
        const value = await map(item.value);
        if (value !== undefined) return { done: false, value };
      }
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
