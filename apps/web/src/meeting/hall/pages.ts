// Knows how a long list is turned over page by page on a screen nobody touches.

export interface Page<Item> {
  readonly items: readonly Item[];
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** The page to be shown at `now` (ms) when each stands for `everyMs`; pages are of even length. */
export function pageAt<Item>(items: readonly Item[], most: number, now: number, everyMs: number): Page<Item> {
  const of = Math.max(1, Math.ceil(items.length / most));
  const length = Math.ceil(items.length / of);
  const at = Math.floor(now / everyMs) % of;
  return { items: items.slice(at * length, (at + 1) * length), number: at + 1, of };
}
