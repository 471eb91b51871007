// Knows how records keyed by id are read; not what they hold.

/** The value under an id, or nothing. Ids come from outside: one like `constructor` must not find what every object inherits. */
export const lookUp = <Key extends string, Value>(record: Readonly<Record<Key, Value>>, key: Key): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The record without what stands under that id: the same one where nothing does. */
export function without<Key extends string, Value>(record: Readonly<Record<Key, Value>>, key: Key): Readonly<Record<Key, Value>> {
  if (!Object.hasOwn(record, key)) return record;
  const kept = Object.entries(record).filter(([id]) => id !== key);
  return Object.fromEntries(kept) as Record<Key, Value>;
}
