// The door of the ballots: keys, counts and receipts of secret votes. A choice is known here, in memory, for as long as a count takes.
import {
  clock as timekeeper,
  isUndestroyed,
  secretVoteOf,
  type Command,
  type Meeting,
  type MeetingId,
  type SecretVote,
  type VoteId,
} from '@xieshang/meeting';
import { ballotHash, publicKeyOf, receiptStatement } from '@xieshang/protocol/sealed';
import type { Answer } from '@xieshang/protocol';
import type { Ballots } from '../ports.ts';
import { countBallots, returnedOf, type Opener } from './count.ts';
import { keyFiles, type KeyOf } from './key-files.ts';
import { opener } from './opening.ts';
import { sealedVoteOf } from './sealed-vote.ts';

export interface BallotsDeps {
  /** Outside the database and every backup. */
  readonly folder: string;
  /** The server's own key. */
  readonly signer: { readonly publicKey: string; sign(text: string): string };
  /** Why nobody's choice could be kept secret on its way here; null when it can. */
  readonly secrecyFails: 'plainHttp' | null;
}

/** The same, and what is done with it at start. */
export interface OpenBallots extends Ballots {
  /** V46, V48. Keys of votes that never opened go; votes whose key is gone are declared void. */
  sweep(rooms: SweptRooms): Promise<void>;
}

export interface SweptRooms {
  state(meeting: MeetingId): Promise<Meeting | null>;
  /** Those in which a vote may be open or ballots may be left. */
  meetings(): Promise<readonly MeetingId[]>;
  submit(meeting: MeetingId, body: Command, sender: { readonly by: string; readonly command: string }): Promise<Answer>;
}

export function openBallots({ folder, signer, secrecyFails }: BallotsDeps): OpenBallots {
  const files = keyFiles(folder);
  /** Private keys of scrutineers, by vote; never written anywhere. */
  const handedIn = new Map<VoteId, Set<string>>();

  const keysOf = ({ meeting, vote }: KeyOf, { keys }: SecretVote): readonly string[] => {
    if (keys.custody === 'scrutineers') return [...(handedIn.get(vote) ?? [])];
    const own = files.find({ meeting, vote });
    return own === null ? [] : [own];
  };

  /** Null: the keys are not here, or not enough of them. */
  const openerOf = (meeting: MeetingId, vote: SecretVote): Opener | null => {
    const sealed = sealedVoteOf(vote);
    return sealed && opener(sealed, keysOf({ meeting, vote: vote.voteId }, vote));
  };

  return {
    secrecyFails,
    hashOf: ballotHash,
    receipt: (accepted) => ({ key: signer.publicKey, signature: signer.sign(receiptStatement(accepted)) }),
    makeKey: (meeting, vote) => files.make({ meeting, vote }),
    count: (meeting, vote, ballots) => {
      const open = openerOf(meeting, vote);
      if (open) return { as: 'counted', count: countBallots(vote, ballots, open) };
      return vote.keys.custody === 'server' ? { as: 'keyLost' } : { as: 'returned', ...returnedOf(ballots) };
    },
    handIn: (_meeting, { voteId, keys }, person, privateKey) => {
      const holder = keys.custody === 'scrutineers' ? keys.holders.find((one) => one.person === person) : undefined;
      if (!holder || publicKeyOf(privateKey) !== holder.publicKey) return 'wrong';
      handedIn.set(voteId, (handedIn.get(voteId) ?? new Set()).add(privateKey));
      return 'fits';
    },
    destroyKeys: async (meeting, vote) => {
      handedIn.delete(vote);
      files.destroy({ meeting, vote });
    },
    sweep: async ({ state, meetings, submit }) => {
      for (const key of files.all()) {
        const meeting = await state(key.meeting);
        const vote = meeting && secretVoteOf(meeting, key.vote);
        if (!vote || !(vote.phase === 'open' || isUndestroyed(vote))) files.destroy(key);
      }
      for (const meeting of await meetings()) {
        const known = await state(meeting);
        if (known?.phase !== 'inSession') continue;
        for (const vote of Object.values(known.secretVotes)) {
          const isLost = vote.phase === 'open' && vote.keys.custody === 'server' && !openerOf(meeting, vote);
          if (!isLost) continue;
          const { voteId } = vote;
          await submit(meeting, { type: 'VoidLostBallots', voteId }, { by: timekeeper, command: `clock.lostBallots.${voteId}` });
        }
      }
    },
  };
}
