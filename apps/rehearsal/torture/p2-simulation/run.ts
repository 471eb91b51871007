// Runs one seed of the simulation to its end and says which promise was not kept, if any.
import { quiet } from '@xieshang/room/testing';
import { chanceFrom } from './chance.ts';
import { oneStep } from './deeds.ts';
import { simulatedDisk, type Disk } from './disk.ts';
import { noCounts, type Counts, type Scene } from './scene.ts';
import type { Recounted } from './recount.ts';
import { judge } from './verdict.ts';
import type { Fault } from './watch.ts';
import { startOf, wishesOf } from './wishes.ts';
import { openWorld } from './world.ts';

export interface Run {
  readonly seed: number;
  /** How many steps were taken: fewer than asked for when a promise was broken on the way. */
  readonly steps: number;
  readonly counts: Counts;
  readonly disk: Disk['counts'];
  readonly acks: number;
  readonly facts: number;
  /** Null when a promise was broken on the way. */
  readonly recounted: Recounted | null;
  readonly faults: readonly Fault[];
}

/** The n-th write fails, for n from 1 to this: every seed the next n. */
const nthWrites = 100;
const wishesPerRun = 600;

/** `say` hears every step, in words. */
export async function runSeed(seed: number, steps: number, say?: (sentence: string) => void): Promise<Run> {
  const chance = chanceFrom(seed);
  const world = await openWorld(simulatedDisk(chance), startOf(seed));
  world.disk.failAt(1 + (seed % nthWrites));
  const wishes = wishesOf(seed, wishesPerRun);
  const scene: Scene = { world, chance, counts: noCounts(), wishes, wish: 0, step: 0 };
  while (scene.step < steps && world.faults.length === 0) {
    scene.step += 1;
    const done = await oneStep(scene);
    await quiet();
    say?.(`#${scene.step} ${done}`);
  }
  let recounted: Recounted | null = null;
  if (world.faults.length === 0) {
    await world.heal();
    recounted = judge(world);
  }
  const { disk, told, faults } = world;
  return {
    seed,
    steps: scene.step,
    counts: scene.counts,
    disk: disk.counts,
    acks: told.acks,
    facts: disk.events().length,
    recounted,
    faults,
  };
}
