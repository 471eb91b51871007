// Knows every request about an election; not the answer.
import type { CandidateId, ElectionId, PersonId } from '../ids.ts';
import type { Closing } from '../vote/index.ts';
import type { ElectionPaper, ElectionTerms } from './types.ts';

export type PreparingCommand =
  | { readonly type: 'TableElection'; readonly electionId: ElectionId; readonly paper: ElectionPaper }
  | { readonly type: 'ReviseElection'; readonly electionId: ElectionId; readonly paper: ElectionPaper; readonly reason: string }
  | { readonly type: 'WithdrawElection'; readonly electionId: ElectionId; readonly reason: string };

interface Opening {
  readonly electionId: ElectionId;
  readonly ms?: number | undefined;
  /** Left out: named. */
  readonly terms?: ElectionTerms | undefined;
  /** Left out: the moderator closes. */
  readonly closing?: Closing | undefined;
}

export type ElectionOpeningCommand =
  | (Opening & { readonly type: 'OpenElection' })
  | (Opening & {
      readonly type: 'RepeatElection';
      readonly reason: string;
      /** A run-off among these for the seats still free; left out: the whole election once more. */
      readonly candidates?: readonly CandidateId[] | undefined;
    });

export type BallotCommand =
  | {
      readonly type: 'CastElection';
      readonly electionId: ElectionId;
      readonly chosen: readonly CandidateId[];
      /** 另选他人 */
      readonly writeIns: readonly PersonId[];
      /** The round it was filled in for: a ballot kept on a phone never counts in another. */
      readonly round?: number | undefined;
    }
  | {
      readonly type: 'EnterElection';
      readonly electionId: ElectionId;
      readonly voter: PersonId;
      /** Null takes back what was entered. */
      readonly ballot: { readonly chosen: readonly CandidateId[]; readonly writeIns: readonly PersonId[] } | null;
      readonly reason: string;
    }
  | {
      readonly type: 'EnterElectionCount';
      readonly electionId: ElectionId;
      readonly marked: number;
      readonly blank: number;
      readonly spoilt: number;
      readonly votes: readonly { readonly candidateId: CandidateId; readonly votes: number }[];
      readonly writeIns: readonly { readonly person: PersonId; readonly votes: number }[];
    };

/** E19. `round`: the one that is meant, so that what comes late never falls on a later one. */
interface Ending {
  readonly electionId: ElectionId;
  readonly round?: number | undefined;
}

export type ElectionClosingCommand =
  | ({ readonly type: 'CloseElection' } & Ending)
  | ({ readonly type: 'VoidElection'; readonly reason: string } & Ending)
  | ({ readonly type: 'ConfirmElectionCount' } & Ending)
  | ({ readonly type: 'AnnounceElection' } & Ending);

export type ElectionCommand = PreparingCommand | ElectionOpeningCommand | BallotCommand | ElectionClosingCommand;
