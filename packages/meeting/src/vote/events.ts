// Knows every fact of a vote; not what follows from it.
import type { MotionId, PersonId } from '../ids.ts';
import type { VoteRule } from '../rules.ts';
import type { Closing, VoteForm, VoteTerms } from './terms.ts';
import type { VoidReason } from './secret/types.ts';
import type { Choice, Count, NamedVote, Paper, Proxies, Quorum, QuorumOfVote, SecretCounts, Tally, Weights } from './types.ts';

/** What older facts do not say is optional: a named vote, closed by the moderator, judged by its threshold alone, one vote each. */
export interface VotingOpened {
  readonly type: 'VotingOpened';
  readonly payload: {
    readonly motions: readonly {
      readonly motionId: MotionId;
      readonly paper: Paper;
      readonly rule: VoteRule;
      readonly round: number;
    }[];
    readonly voterRoll: readonly PersonId[];
    readonly eligible: number;
    readonly ms: number;
    /** Why a round is repeated. */
    readonly reason?: string;
    readonly terms?: VoteTerms;
    readonly quorum?: Quorum;
    readonly closing?: Closing;
    readonly graceMs?: number;
    readonly weights?: Weights;
    readonly proxies?: Proxies;
  };
}

export interface CountedMotion {
  readonly motionId: MotionId;
  readonly tally: Tally;
  readonly roll: number;
  readonly base: number;
  readonly needed: number;
  readonly passed: boolean;
  readonly votes: readonly NamedVote[];
  /** Left out: named. */
  readonly form?: VoteForm;
  readonly spoilt?: number;
  readonly quorum?: QuorumOfVote;
  readonly countedBy?: readonly PersonId[];
  readonly secret?: SecretCounts;
}

export type VotingEvent =
  | VotingOpened
  | {
      readonly type: 'VoteCast';
      readonly payload: {
        readonly motionId: MotionId;
        readonly voter: PersonId;
        readonly choice: Choice;
        /** Who cast it by the voter's proxy. */
        readonly holder?: PersonId;
      };
    }
  | {
      readonly type: 'VoteEntered';
      readonly payload: {
        readonly motionId: MotionId;
        readonly voter: PersonId;
        readonly choice: NamedVote['choice'];
        readonly reason?: string;
      };
    }
  | { readonly type: 'CountEntered'; readonly payload: { readonly motionId: MotionId } & Count }
  | { readonly type: 'VotingClosed'; readonly payload: { readonly motions: readonly CountedMotion[] } }
  | {
      readonly type: 'VotersUnreachable';
      readonly payload: { readonly motionIds: readonly MotionId[]; readonly persons: readonly PersonId[] };
    }
  | {
      readonly type: 'VotingVoided';
      readonly payload: {
        readonly motionIds: readonly MotionId[];
        /** What the moderator said; empty where a rule voided it. */
        readonly reason: string;
        /** V46. The rule that did, of a secret vote. */
        readonly rule?: VoidReason;
      };
    }
  | { readonly type: 'ResultAnnounced'; readonly payload: { readonly motionIds: readonly MotionId[] } }
  | { readonly type: 'CountConfirmed'; readonly payload: { readonly motionIds: readonly MotionId[] } };

export type AcclamationEvent =
  | {
      readonly type: 'AcclamationOpened';
      readonly payload: {
        readonly motions: readonly { readonly motionId: MotionId; readonly paper: Paper; readonly round: number }[];
        readonly voterRoll: readonly PersonId[];
        readonly ms: number;
      };
    }
  | { readonly type: 'ObjectionRaised'; readonly payload: { readonly motionId: MotionId; readonly objector: PersonId } }
  | { readonly type: 'AcclamationClosed'; readonly payload: { readonly motionIds: readonly MotionId[] } };

export type ScrutineersEvent = { readonly type: 'ScrutineersNamed'; readonly payload: { readonly persons: readonly PersonId[] } };

export type ReservationEvent =
  | {
      readonly type: 'ReservationDeclared';
      readonly payload: { readonly motionId: MotionId; readonly person: PersonId; readonly round: number; readonly note: string };
    }
  | { readonly type: 'ReservationWithdrawn'; readonly payload: { readonly motionId: MotionId; readonly person: PersonId } };

export type ProxyEvent =
  | { readonly type: 'ProxyGranted'; readonly payload: { readonly principal: PersonId; readonly holder: PersonId } }
  | { readonly type: 'ProxyRevoked'; readonly payload: { readonly principal: PersonId } };

export type VoteRuleEvent = { readonly type: 'VoteRuleChanged'; readonly payload: { readonly rule: VoteRule; readonly reason: string } };

/** What changes the motions themselves. */
export type MotionsEvent = VotingEvent | AcclamationEvent;

export type VoteEvent = MotionsEvent | ScrutineersEvent | ReservationEvent | ProxyEvent | VoteRuleEvent;
