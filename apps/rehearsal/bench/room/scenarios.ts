// Knows the three sizes at which the room is measured, and against whom; not the goals.
import type { Wanted } from './run.ts';

export interface Scenario {
  readonly name: string;
  /** Members on the roll of our meeting; those beyond `m` join late, and make the snapshot as large as it is to be. */
  readonly roll: number;
  readonly wanted: Omit<Wanted, 'harness' | 'target' | 'env' | 'seeded'>;
  readonly targets: readonly {
    readonly name: 'floor' | 'peer' | 'ours';
    readonly server: Wanted['target'];
    readonly env: Record<string, string>;
  }[];
}

/** Nothing stored, one `ws.send` a client: what the goals call the floor. */
const floor = { name: 'floor', server: 'ws', env: { MODE: 'each', PERSIST: 'none' } } as const;
const ours = { name: 'ours', server: 'ours', env: {} } as const;
/** socket.io as it comes; where ballots are durable, one commit each. */
const peer = (persist: 'none' | 'each') => ({ name: 'peer', server: 'sio', env: { VARIANT: 'default', PERSIST: persist } }) as const;

/** The snapshot of `roll` members weighs about that, in kB. */
const snapshotKb = (roll: number): number => Math.round(roll * 0.157);

export function scenarios(quick: boolean): readonly Scenario[] {
  const size = (m: number): number => (quick ? m / 10 : m);
  const rounds = quick ? { fanouts: 30, stormRounds: 1, joinRounds: 1 } : { fanouts: 160, stormRounds: 3, joinRounds: 3 };
  const nobody = { joiners: 0, snapshotKb: 0 };
  const roll = size(1300);
  return [
    {
      name: 'at500',
      roll,
      wanted: { ...rounds, m: size(500), bursts: [1, 4, 8], storms: [], joiners: size(200), snapshotKb: snapshotKb(roll) },
      targets: [floor, peer('none'), ours],
    },
    {
      name: 'at1000',
      roll: size(1000),
      wanted: { ...rounds, ...nobody, m: size(1000), bursts: [1], storms: ['spread'] },
      targets: [floor, peer('each'), ours],
    },
    {
      name: 'at2000',
      roll: size(2000),
      wanted: { ...rounds, ...nobody, m: size(2000), bursts: [1], storms: ['atOnce'] },
      targets: [floor, peer('each'), ours],
    },
  ];
}
