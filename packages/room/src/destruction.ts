// Knows in which order the ballots of a secret vote and the key that opens them are destroyed (V48), and that it is tried until it is done; not when.
import type { MeetingId, VoteId } from '@xieshang/meeting';
import type { EventLog, Surroundings } from './ports.ts';

export interface Destruction {
  /** Calls `gone` when key and ballots are; does nothing while the same is under way. */
  of(vote: VoteId, gone: () => void): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** `again`: it failed, and is to be asked for once more. */
export function openDestruction(
  meeting: MeetingId,
  log: Pick<EventLog, 'destroyBallots'>,
  world: Pick<Surroundings, 'ballotBox' | 'report'>,
  again: () => void,
): Destruction {
  const underWay = new Map<VoteId, Promise<void>>();

  /** First the key, then what it would open; only then it is said that both are gone. */
  const destroy = async (vote: VoteId, gone: () => void): Promise<void> => {
    try {
      await world.ballotBox?.destroyKeys(meeting, vote);
      await log.destroyBallots(meeting, vote);
      underWay.delete(vote);
      gone();
    } catch (error) {
      underWay.delete(vote);
      world.report({ kind: 'notDestroyed', meeting, error });
      again();
    }
  };

  return {
    of: (vote, gone) => {
      if (!underWay.has(vote)) underWay.set(vote, destroy(vote, gone));
    },
    settled: async () => void (await Promise.all(underWay.values())),
  };
}
