// Knows every request about a vote; not the answer.
import type { MotionId, PersonId } from '../ids.ts';
import type { Threshold, VoteBase } from '../rules.ts';
import type { Closing, VoteTerms } from './terms.ts';
import type { Choice, NamedVote } from './types.ts';

interface Opening {
  readonly motionIds: readonly MotionId[];
  readonly ms?: number | undefined;
  /** Left out: named. */
  readonly terms?: VoteTerms | undefined;
  /** Left out: the moderator closes. */
  readonly closing?: Closing | undefined;
}

export type OpeningCommand =
  | (Opening & { readonly type: 'OpenVoting' })
  | (Opening & { readonly type: 'RepeatVoting'; readonly reason: string });

export type GivingCommand =
  | {
      readonly type: 'CastVote';
      readonly motionId: MotionId;
      readonly choice: Choice;
      /** The round it was filled in for: a vote kept on a phone never counts in another. */
      readonly round?: number | undefined;
      /** Whose proxy it is cast by. */
      readonly for?: PersonId | undefined;
    }
  | {
      readonly type: 'EnterVote';
      readonly motionId: MotionId;
      readonly voter: PersonId;
      /** `notPressed` takes back what was entered. */
      readonly choice: NamedVote['choice'];
      readonly reason?: string | undefined;
    }
  | {
      readonly type: 'EnterCount';
      readonly motionId: MotionId;
      readonly approve: number;
      readonly oppose: number;
      readonly abstain: number;
      readonly spoilt?: number | undefined;
    };

/** V51. What is meant: the rounds of the motions, one by one, so that what comes late never falls on a later one. */
export interface Meant {
  readonly motionIds: readonly MotionId[];
  readonly rounds?: readonly number[] | undefined;
}

export type ClosingCommand =
  | ({ readonly type: 'CloseVoting' } & Meant)
  | ({ readonly type: 'VoidVoting'; readonly reason: string } & Meant)
  | ({ readonly type: 'AnnounceResult' } & Meant);

export type AcclamationCommand =
  | { readonly type: 'OpenAcclamation'; readonly motionIds: readonly MotionId[]; readonly ms?: number | undefined }
  | { readonly type: 'RaiseObjection'; readonly motionId: MotionId }
  | { readonly type: 'CloseAcclamation'; readonly motionIds: readonly MotionId[] };

export type ScrutinyCommand =
  | { readonly type: 'NameScrutineers'; readonly persons: readonly PersonId[] }
  | ({ readonly type: 'ConfirmCount' } & Meant);

export type ReservationCommand =
  | { readonly type: 'DeclareReservation'; readonly motionId: MotionId; readonly note?: string | undefined }
  | { readonly type: 'WithdrawReservation'; readonly motionId: MotionId };

export type ProxyCommand = { readonly type: 'GrantProxy'; readonly to: PersonId } | { readonly type: 'RevokeProxy' };

export type VoteRuleCommand = {
  readonly type: 'ChangeVoteRule';
  readonly base: VoteBase;
  readonly threshold: Threshold;
  readonly reason: string;
};

export type VoteCommand =
  | OpeningCommand
  | GivingCommand
  | ClosingCommand
  | AcclamationCommand
  | ScrutinyCommand
  | ReservationCommand
  | ProxyCommand
  | VoteRuleCommand;
