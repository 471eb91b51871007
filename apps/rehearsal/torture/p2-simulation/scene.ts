// Knows what a simulated step has to work with: the world, chance, people's wishes and the counts. Does nothing itself.
import type { Command, PersonId } from '@xieshang/meeting';
import type { Chance } from './chance.ts';
import type { World } from './world.ts';

export interface Counts {
  asked: number;
  posted: number;
  carried: number;
  reorders: number;
  drops: number;
  dups: number;
  breaks: number;
  partitions: number;
  restarts: number;
  crashes: number;
  crashesAtWrite: number;
  crashesAtCommit: number;
  crashesAtAck: number;
  boots: number;
  clockSteps: number;
}

export const noCounts = (): Counts => ({
  ...{ asked: 0, posted: 0, carried: 0, reorders: 0, drops: 0, dups: 0, breaks: 0, partitions: 0, restarts: 0 },
  ...{ crashes: 0, crashesAtWrite: 0, crashesAtCommit: 0, crashesAtAck: 0, boots: 0, clockSteps: 0 },
});

export interface Scene {
  readonly world: World;
  readonly chance: Chance;
  readonly counts: Counts;
  /** What people will want, in order. */
  readonly wishes: readonly (readonly [PersonId, Command])[];
  wish: number;
  step: number;
}

/** Does it and says what happened in a few words, or null when there was nothing to do. */
export type Deed = (scene: Scene) => string | null | Promise<string | null>;
