// Knows the clock, chance and the disk as the parts see them; not where they come from.

/** Epoch ms. */
export type Clock = () => number;
export type Random = (bytes: number) => Uint8Array;

/** Whether a commit gets to the disk now, and if not, why. */
export type Readiness = 'ready' | 'diskIsFull' | 'diskRefuses';
