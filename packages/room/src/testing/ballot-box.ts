// A ballot box whose ballots are sealed with nothing: what is in one can be read off it. For tests of what becomes of ballots; never shipped.
import {
  secretTermsOf,
  type Choice,
  type Command,
  type SealedMarks,
  type SealedOutcome,
  type SecretVote,
  type VoteId,
} from '@xieshang/meeting';
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
  /** A process that died: the keys scrutineers have handed in were in its memory only. */
  forget(): void;
}

type Mark = readonly [item: string, mark: Choice];

/** A mark on one item, as the box reads it. */
export const plainBallot = (item: string, mark: Choice, salt = 0): string => plainMarks([[item, mark]], salt);

/** Marks on several, or on none. */
export const plainMarks = (marks: readonly Mark[], salt: number): string => [...marks.flat(), salt].join(' ');

/** What the server would stamp before the turn. */
export const stampsFor = (body: Command): Pick<Sender, 'ballotKey'> => (secretTermsOf(body)?.custody === 'server' ? { ballotKey } : {});

/** With scrutineers' keys it counts once two have handed in theirs. */
export function openBox(): OpenBox {
  const gone = new Set<VoteId>();
  const handedIn = new Set<string>();
  let [counts, clinging] = [0, 0];
  const isOpenable = ({ voteId, keys }: SecretVote): boolean =>
    keys.custody === 'server' || keys.holders.filter(({ person }) => handedIn.has(`${voteId} ${person}`)).length > 1;
  return {
    box: {
      hashOf: digestOf,
      receipt: ({ hash }) => ({ key: 'key', signature: `signed ${hash}` }),
      count: (_meeting, vote, ballots): SealedOutcome => {
        counts += 1;
        if (gone.has(vote.voteId)) return { as: 'keyLost' };
        const participants = ballots.map(({ voter }) => voter).toSorted();
        const hashes = ballots.map(({ hash }) => hash).toSorted();
        if (!isOpenable(vote)) return { as: 'returned', returned: ballots.length, participants, hashes };
        return { as: 'counted', count: approvedBy(vote, participants, { hashes, ...countOf(vote, ballots) }) };
      },
      handIn: (_meeting, { voteId }, person) => {
        handedIn.add(`${voteId} ${person}`);
        return 'fits';
      },
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
    forget: () => handedIn.clear(),
  };
}

function countOf(vote: SecretVote, ballots: readonly KeptBallot[]) {
  const valid = ballots.flatMap(({ ciphertext }) => {
    const marks = marksOn(ciphertext, vote);
    return marks ? [marks] : [];
  });
  const count = (item: string, choice: Choice): number => valid.flat().filter(([on, mark]) => on === item && mark === choice).length;
  const tallies: Readonly<Record<string, SealedMarks>> = Object.fromEntries(
    vote.paper.items.map((item) => [
      item,
      { approve: count(item, 'approve'), oppose: count(item, 'oppose'), abstain: count(item, 'abstain') },
    ]),
  );
  return { tallies, spoilt: ballots.length - valid.length, blank: valid.filter(({ length }) => length === 0).length };
}

/** Null: 废票. */
function marksOn(ciphertext: string, { paper: { items, marks, most } }: SecretVote): readonly Mark[] | null {
  const words = ciphertext.split(' ').slice(0, -1);
  const read = words.flatMap((item, place): Mark[] => {
    const mark = marks.find((one) => one === words[place + 1]);
    return place % 2 === 0 && mark && items.includes(item) ? [[item, mark]] : [];
  });
  const whole = read.length * 2 === words.length && new Set(read.map(([item]) => item)).size === read.length && read.length <= most;
  return whole ? read : null;
}
