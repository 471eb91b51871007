// Knows what "to that place" means for a list whose entries are known by name; nothing of the screen.

/** The entry that `moved` will stand before when it goes to `place` (from 0) among `ids`; null: at the end. */
export function entryBefore<Id extends string>(ids: readonly Id[], moved: Id, place: number): Id | null {
  const others = ids.filter((id) => id !== moved);
  return others[Math.max(place, 0)] ?? null;
}

/** The list as it will stand; as it is when `moved` is not on it. */
export function reordered<Id extends string>(ids: readonly Id[], moved: Id, before: Id | null): readonly Id[] {
  if (!ids.includes(moved)) return ids;
  const others = ids.filter((id) => id !== moved);
  const place = before === null ? others.length : others.indexOf(before);
  return place < 0 ? [...others, moved] : [...others.slice(0, place), moved, ...others.slice(place)];
}
