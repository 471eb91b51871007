// Knows what a motion is at each step of its vote; not who may take the step.
import type { Instant } from '../envelope.ts';
import type { MotionId, PersonId } from '../ids.ts';
import type { Recommendation } from '../recommendations.ts';
import type { Threshold, VoteBase, VoteRule } from '../rules.ts';
import type { Votes } from './votes.ts';

export const choices = ['approve', 'oppose', 'abstain'] as const;
export type Choice = (typeof choices)[number];

/** What is put, as frozen when voting opens: the text itself, so that nothing can be voted on that was not read. */
export interface Paper extends Omit<Recommendation, 'motionId'> {
  /** X6. Of an amendment: the clause, and how that read; `text` is how it would read, `version` where it starts from. */
  readonly amends?: MotionId;
  readonly original?: string;
}

/** 赞成 · 反对 · 弃权 · 未按; the four sum to the roll. */
export interface Tally {
  readonly approve: number;
  readonly oppose: number;
  readonly abstain: number;
  readonly notPressed: number;
}

export interface NamedVote {
  readonly voter: PersonId;
  /** `notPressed`: on the roll and did not press. */
  readonly choice: Choice | 'notPressed';
}

/** V8, V9. The outcome of one round. */
export type Result =
  | {
      readonly form: 'named';
      readonly paper: Paper;
      readonly rule: VoteRule;
      readonly tally: Tally;
      /** How many stood on the frozen roll. */
      readonly roll: number;
      /** The number the threshold was taken of. */
      readonly base: number;
      /** The least number of 赞成 that passes. */
      readonly needed: number;
      readonly passed: boolean;
      readonly votes: readonly NamedVote[];
      readonly closedAt: Instant;
    }
  | { readonly form: 'acclamation'; readonly paper: Paper; readonly roll: number; readonly passed: true; readonly closedAt: Instant };

export type Motion =
  | {
      readonly phase: 'voting';
      readonly round: number;
      readonly paper: Paper;
      readonly rule: VoteRule;
      /** 应到 and 实到 at the opening. */
      readonly eligible: number;
      readonly voterRoll: readonly PersonId[];
      readonly openedAt: Instant;
      /** When the countdown ends; the moderator, not the clock, closes the voting. */
      readonly dueAt: Instant;
      readonly votes: Votes;
      readonly earlier: readonly Result[];
    }
  | {
      readonly phase: 'objection';
      readonly round: number;
      readonly paper: Paper;
      readonly voterRoll: readonly PersonId[];
      readonly openedAt: Instant;
      /** The clock closes the window then. */
      readonly dueAt: Instant;
      readonly earlier: readonly Result[];
    }
  /** Somebody objected: only a counted vote decides it now. */
  | {
      readonly phase: 'objected';
      readonly round: number;
      readonly paper: Paper;
      readonly objector: PersonId;
      readonly earlier: readonly Result[];
    }
  | { readonly phase: 'closed'; readonly round: number; readonly result: Result; readonly earlier: readonly Result[] }
  | {
      readonly phase: 'announced';
      readonly round: number;
      readonly result: Result;
      readonly announcedAt: Instant;
      readonly earlier: readonly Result[];
    };

export type Motions = Readonly<Record<MotionId, Motion>>;

export type VoteCommand =
  | { readonly type: 'OpenVoting'; readonly motionIds: readonly MotionId[]; readonly ms?: number | undefined }
  | { readonly type: 'CastVote'; readonly motionId: MotionId; readonly choice: Choice }
  | { readonly type: 'CloseVoting'; readonly motionIds: readonly MotionId[] }
  | { readonly type: 'AnnounceResult'; readonly motionIds: readonly MotionId[] }
  | { readonly type: 'RepeatVoting'; readonly motionIds: readonly MotionId[]; readonly reason: string; readonly ms?: number | undefined }
  | { readonly type: 'OpenAcclamation'; readonly motionIds: readonly MotionId[]; readonly ms?: number | undefined }
  | { readonly type: 'RaiseObjection'; readonly motionId: MotionId }
  | { readonly type: 'CloseAcclamation'; readonly motionIds: readonly MotionId[] }
  | { readonly type: 'ChangeVoteRule'; readonly base: VoteBase; readonly threshold: Threshold; readonly reason: string };

export type VoteEvent =
  | {
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
      };
    }
  | { readonly type: 'VoteCast'; readonly payload: { readonly motionId: MotionId; readonly voter: PersonId; readonly choice: Choice } }
  | {
      readonly type: 'VotingClosed';
      readonly payload: {
        readonly motions: readonly {
          readonly motionId: MotionId;
          readonly tally: Tally;
          readonly roll: number;
          readonly base: number;
          readonly needed: number;
          readonly passed: boolean;
          readonly votes: readonly NamedVote[];
        }[];
      };
    }
  | { readonly type: 'ResultAnnounced'; readonly payload: { readonly motionIds: readonly MotionId[] } }
  | {
      readonly type: 'AcclamationOpened';
      readonly payload: {
        readonly motions: readonly { readonly motionId: MotionId; readonly paper: Paper; readonly round: number }[];
        readonly voterRoll: readonly PersonId[];
        readonly ms: number;
      };
    }
  | { readonly type: 'ObjectionRaised'; readonly payload: { readonly motionId: MotionId; readonly objector: PersonId } }
  | { readonly type: 'AcclamationClosed'; readonly payload: { readonly motionIds: readonly MotionId[] } }
  | { readonly type: 'VoteRuleChanged'; readonly payload: { readonly rule: VoteRule; readonly reason: string } };
