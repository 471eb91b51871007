// Runs one seed of the simulation to its end and says which promise was not kept, if any.
import type { Command, CommandType } from '@xieshang/meeting';
import { anyAsk, askOf, m1, m2 } from '@xieshang/meeting/testing';
import { plainBallot, quiet } from '@xieshang/room/testing';
import fc from 'fast-check';
import { chanceFrom } from './chance.ts';
import { oneStep } from './deeds.ts';
import { simulatedDisk, type Disk } from './disk.ts';
import { noCounts, type Counts, type Scene } from './scene.ts';
import { judge } from './verdict.ts';
import type { Fault } from './watch.ts';
import { openWorld, starts, type Start } from './world.ts';

export interface Run {
  readonly seed: number;
  /** How many steps were taken: fewer than asked for when a promise was broken on the way. */
  readonly steps: number;
  readonly counts: Counts;
  readonly disk: Disk['counts'];
  readonly acks: number;
  readonly facts: number;
  readonly faults: readonly Fault[];
}

/** The n-th write fails, for n from 1 to this: every seed the next n. */
const nthWrites = 100;
const wishesPerRun = 600;

/** Every fourth seed begins with weights, every fourth with proxies and a paper vote. */
const startOf = (seed: number): Start | undefined => starts[[1, 0, 2, 0][seed % 4] ?? 0];

/** What brings a vote to its end, of whatever form: wished for more often than chance would. */
const votes: readonly CommandType[] = [
  'OpenVoting',
  'CastVote',
  'EnterVote',
  'EnterCount',
  'CastSealedBallot',
  'CastSealedBallot',
  'CloseVoting',
];
const anyWish = fc.oneof({ weight: 2, arbitrary: anyAsk }, { weight: 1, arbitrary: fc.constantFrom(...votes).chain(askOf) });

/** People agree more often than chance would: no two ballots are alike, and what is on one can be read off it. */
function agreeing(body: Command, place: number): Command {
  switch (body.type) {
    case 'CastSealedBallot':
      return {
        ...body,
        ciphertext: plainBallot([m1, m2, 'm3', 'toString'][place % 4] ?? m1, place % 3 === 0 ? 'oppose' : 'approve', place),
      };
    case 'CastVote':
      return place % 3 === 0 ? body : { ...body, choice: 'approve' };
    case 'EnterCount':
      return { ...body, approve: 2, oppose: 0, abstain: 0, spoilt: place % 3 === 0 ? 1 : 0 };
    default:
      return body;
  }
}

/** `say` hears every step, in words. */
export async function runSeed(seed: number, steps: number, say?: (sentence: string) => void): Promise<Run> {
  const chance = chanceFrom(seed);
  const world = await openWorld(simulatedDisk(chance), startOf(seed));
  world.disk.failAt(1 + (seed % nthWrites));
  const wishes = fc.sample(anyWish, { seed, numRuns: wishesPerRun }).map(([by, body], place) => [by, agreeing(body, place)] as const);
  const scene: Scene = { world, chance, counts: noCounts(), wishes, wish: 0, step: 0 };
  while (scene.step < steps && world.faults.length === 0) {
    scene.step += 1;
    const done = await oneStep(scene);
    await quiet();
    say?.(`#${scene.step} ${done}`);
  }
  if (world.faults.length === 0) {
    await world.heal();
    judge(world);
  }
  const { disk, told, faults } = world;
  return { seed, steps: scene.step, counts: scene.counts, disk: disk.counts, acks: told.acks, facts: disk.events().length, faults };
}
