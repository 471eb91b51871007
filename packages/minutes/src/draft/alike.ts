// Knows how alike two texts are, by their pairs of neighbouring characters; not what they are about.

function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (let place = 0; place < text.length - 1; place++) {
    const pair = text.slice(place, place + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** 0 for nothing in common, 1 for the same pairs. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [ones, others] = [pairsOf(one), pairsOf(other)];
  let shared = 0;
  for (const [pair, count] of ones) shared += Math.min(count, others.get(pair) ?? 0);
  const all = Math.max(one.length - 1, 0) + Math.max(other.length - 1, 0);
  return all === 0 ? 0 : (2 * shared) / all;
}

/** How much of one the other holds, 0–1: also when much was written beside it. */
export function share(one: string, other: string): number {
  const [ones, others] = [pairsOf(one), pairsOf(other)];
  let shared = 0;
  for (const [pair, count] of ones) shared += Math.min(count, others.get(pair) ?? 0);
  return one.length < 2 ? 0 : shared / (one.length - 1);
}

/** The least number of characters put in, taken out or replaced that turns one into the other; `most + 1` when it is more than `most`. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const change = (before[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      const value = Math.min(change, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1);
      now.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = now;
  }
  return before[other.length] ?? most + 1;
}
