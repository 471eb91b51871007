// A ballot box whose ballots are sealed with nothing: what is in one can be read off it. For tests of what becomes of ballots; never shipped.
import { secretTermsOf, type Choice, type Command, type SealedMarks, type SealedOutcome, type VoteId } from '@xieshang/meeting';
import { approvedBy, ballotKey } from '@xieshang/meeting/testing';
import { digestOf } from '@xieshang/protocol';
import type { Sender } from '../host.ts';
import type { BallotBox, KeptBallot } from '../ports.ts';

export interface OpenBox {
  readonly box: BallotBox;
  /** Votes whose keys have been destroyed. */
  readonly gone: ReadonlySet<VoteId>;
  /** How often ballots were counted. */
  readonly counts: () => number;
  /** The next so many times keys are not destroyed but an error is thrown. */
  clings(times: number): void;
}

/** A mark on one item, as the box reads it. */
export const plainBallot = (item: string, mark: Choice, salt = 0): string => `${item} ${mark} ${salt}`;

/** What the server would stamp before the turn. */
export const stampsFor = (body: Command): Pick<Sender, 'ballotKey'> => (secretTermsOf(body)?.custody === 'server' ? { ballotKey } : {});

export function openBox(): OpenBox {
  const gone = new Set<VoteId>();
  let [counts, clinging] = [0, 0];
  return {
    box: {
      hashOf: digestOf,
      receipt: ({ hash }) => ({ key: 'key', signature: `signed ${hash}` }),
      count: (_meeting, vote, ballots): SealedOutcome => {
        counts += 1;
        if (gone.has(vote.voteId)) return { as: 'keyLost' };
        const participants = ballots.map(({ voter }) => voter).toSorted();
        const hashes = ballots.map(({ hash }) => hash).toSorted();
        return { as: 'counted', count: approvedBy(vote, participants, { hashes, tallies: talliesOf(vote.paper.items, ballots) }) };
      },
      handIn: () => 'fits',
      destroyKeys: async (_meeting, vote) => {
        if (clinging > 0) {
          clinging -= 1;
          throw new Error('the key is still there');
        }
        gone.add(vote);
      },
    },
    gone,
    counts: () => counts,
    clings: (times) => void (clinging = times),
  };
}

function talliesOf(items: readonly string[], ballots: readonly KeptBallot[]): Readonly<Record<string, SealedMarks>> {
  const marks = ballots.map(({ ciphertext }) => ciphertext.split(' '));
  const count = (item: string, choice: Choice): number => marks.filter(([on, mark]) => on === item && mark === choice).length;
  return Object.fromEntries(
    items.map((item) => [item, { approve: count(item, 'approve'), oppose: count(item, 'oppose'), abstain: count(item, 'abstain') }]),
  );
}
