// Knows every fact of an election; not what follows from it.
import type { ElectionId, PersonId } from '../ids.ts';
import type { Closing, Quorum, QuorumOfVote, SecretCounts, VoidReason } from '../vote/index.ts';
import type {
  BallotCount,
  Candidate,
  ElectionCount,
  ElectionForm,
  ElectionPaper,
  ElectionStanding,
  ElectionTerms,
  Marks,
  NamedBallot,
} from './types.ts';

export type PreparingEvent =
  | { readonly type: 'ElectionTabled'; readonly payload: { readonly electionId: ElectionId; readonly paper: ElectionPaper } }
  | {
      readonly type: 'ElectionRevised';
      readonly payload: { readonly electionId: ElectionId; readonly paper: ElectionPaper; readonly reason: string };
    }
  | { readonly type: 'ElectionWithdrawn'; readonly payload: { readonly electionId: ElectionId; readonly reason: string } };

export interface ElectionOpened {
  readonly type: 'ElectionOpened';
  readonly payload: {
    readonly electionId: ElectionId;
    readonly paper: ElectionPaper;
    readonly round: number;
    readonly voterRoll: readonly PersonId[];
    readonly eligible: number;
    readonly quorum: Quorum;
    readonly ms: number;
    /** Why a round is repeated. */
    readonly reason?: string;
    /** Left out: named. */
    readonly terms?: ElectionTerms;
    /** Left out: the moderator closes. */
    readonly closing?: Closing;
    readonly graceMs?: number;
    /** Elected in rounds before, to which this one adds. */
    readonly seated?: readonly Candidate[];
  };
}

export type BallotEvent =
  | {
      readonly type: 'ElectionCast';
      readonly payload: { readonly electionId: ElectionId; readonly voter: PersonId; readonly marks: Marks };
    }
  | {
      readonly type: 'ElectionEntered';
      readonly payload: {
        readonly electionId: ElectionId;
        readonly voter: PersonId;
        /** Null: taken back. */
        readonly marks: Marks | null;
        readonly reason: string;
      };
    }
  | { readonly type: 'ElectionCountEntered'; readonly payload: { readonly electionId: ElectionId } & ElectionCount };

export interface ElectionClosed {
  readonly type: 'ElectionClosed';
  readonly payload: {
    readonly electionId: ElectionId;
    /** Left out: named. */
    readonly form?: ElectionForm;
    readonly roll: number;
    readonly ballots: BallotCount;
    readonly base: number;
    readonly needed: number;
    readonly standings: readonly ElectionStanding[];
    readonly quorum: QuorumOfVote;
    readonly votes: readonly NamedBallot[];
    readonly countedBy?: readonly PersonId[];
    readonly secret?: SecretCounts;
  };
}

export type ElectionEnding =
  | ElectionClosed
  /** E17. Right after the close; office only. */
  | { readonly type: 'ElectorsUnreachable'; readonly payload: { readonly electionId: ElectionId; readonly persons: readonly PersonId[] } }
  | {
      readonly type: 'ElectionVoided';
      readonly payload: { readonly electionId: ElectionId; readonly reason: string; readonly rule?: VoidReason };
    }
  | { readonly type: 'ElectionCountConfirmed'; readonly payload: { readonly electionId: ElectionId } }
  | { readonly type: 'ElectionAnnounced'; readonly payload: { readonly electionId: ElectionId } };

export type ElectionEvent = PreparingEvent | ElectionOpened | BallotEvent | ElectionEnding;
