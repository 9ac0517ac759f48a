/** Groups items by a key, in the order of first occurrence. */
export const groupedBy = <Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, [Item, ...Item[]]> =>
  // No group is empty.
  Map.groupBy(items, keyOf) as Map<Key, [Item, ...Item[]]>;
