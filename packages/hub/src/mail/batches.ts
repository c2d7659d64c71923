/** Writes items together: what comes while a batch is written makes the next one. A batch fails or succeeds whole. */
export function createBatches<Item>(
  write: (items: readonly Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  let turn: Promise<void> = Promise.resolve();
  let next: { readonly items: Item[]; readonly written: Promise<void> } | undefined;
  return (item) => {
    if (!next) {
      const items: Item[] = [];
      const written = turn
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return write(items);
        });
      turn = written;
      next = { items, written };
    }
    next.items.push(item);
    return next.written;
  };
}
