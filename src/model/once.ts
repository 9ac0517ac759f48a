/** The result for a key: the one that is kept, otherwise a new one, which is kept from now on. */
export function kept<Key, Result>(
  results: { get(key: Key): Result | undefined; set(key: Key, result: Result): unknown },
  key: Key,
  make: () => Result,
): Result {
  const known = results.get(key);
  if (known !== undefined) return known;
  const result = make();
  results.set(key, result);
  return result;
}

/** A function whose result is computed once for each object that it is given. */
export function once<Key extends object, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const made = new WeakMap<Key, Result>();
  return (key) => kept(made, key, () => make(key));
}
