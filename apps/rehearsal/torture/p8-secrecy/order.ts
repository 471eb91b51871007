// Knows how far one order follows another; not what is ordered.

/** Kendall's τ of places in the order of their casting: 1 the same order, −1 the reverse, near 0 none of it. */
export function tau(places: readonly number[]): number {
  let sum = 0;
  for (let late = 1; late < places.length; late += 1)
    for (let early = 0; early < late; early += 1) sum += Math.sign((places[late] ?? 0) - (places[early] ?? 0));
  return places.length < 2 ? 0 : (2 * sum) / (places.length * (places.length - 1));
}

const mean = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0) / Math.max(numbers.length, 1);

export interface Following {
  /** |mean τ| over all votes: near 0 unless the order follows the casting, forwards or backwards. */
  readonly drift: number;
  /** Mean |τ|: chance alone makes it `chance`. */
  readonly spread: number;
}

export const followingOf = (taus: readonly number[]): Following => ({
  drift: Math.abs(mean(taus)),
  spread: mean(taus.map(Math.abs)),
});

/** Mean |τ| of so many in an order that has nothing to do with the other: √(2/π) of its standard deviation. */
export const chanceSpread = (count: number): number => Math.sqrt((2 / Math.PI) * variance(count));

/** Five standard deviations of the mean of τ over so many votes: beyond it is no chance. */
export const beyondChance = (count: number, votes: number): number => 5 * Math.sqrt(variance(count) / votes);

const variance = (count: number): number => (2 * (2 * count + 5)) / (9 * count * (count - 1));
