// Knows what a motion is at each step of its vote; not who may take the step.
import type { ByPerson } from '../by-person.ts';
import type { Instant } from '../envelope.ts';
import type { MotionId, PersonId, VoteId } from '../ids.ts';
import type { Recommendation } from '../recommendations.ts';
import type { VoteRule } from '../rules.ts';
import type { VoidReason } from './secret/types.ts';
import type { Closing, SecretTerms, VoteForm } from './terms.ts';
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
  /** An officer entered it: a hand counted by name, or for a failed device (代操作). */
  readonly enteredBy?: PersonId;
  /** Who held the voter's proxy. */
  readonly holder?: PersonId;
}

/** V16. Presence when a vote opens, in persons; `needed` is the least that makes a quorum. */
export interface Quorum {
  readonly needed: number;
  readonly present: number;
}

/** V16. The same when it has closed. */
export interface QuorumOfVote {
  readonly needed: number;
  readonly atOpening: number;
  readonly atClosing: number;
  /** Both times. */
  readonly met: boolean;
}

/** Votes a person has, where it is not one. */
export type Weights = Readonly<Record<PersonId, number>>;
/** Who votes for whom: principal → holder. */
export type Proxies = Readonly<Record<PersonId, PersonId>>;

/** V8, V9, V16. The outcome of one round of a counted vote. */
export interface CountedResult {
  readonly form: VoteForm;
  readonly paper: Paper;
  readonly rule: VoteRule;
  readonly tally: Tally;
  /** 废票: part of 未按. */
  readonly spoilt: number;
  /** How many votes stood on the frozen roll: persons, or their weights where those differ. */
  readonly roll: number;
  /** The number the threshold was taken of. */
  readonly base: number;
  /** The least number of 赞成 that passes. */
  readonly needed: number;
  readonly passed: boolean;
  /** Null in the oldest records, which were judged without it. */
  readonly quorum: QuorumOfVote | null;
  /** Empty unless the vote was by name. */
  readonly votes: readonly NamedVote[];
  /** Officers whose entered counts agreed; empty where keys were counted. */
  readonly countedBy: readonly PersonId[];
  /** Scrutineers who confirmed the count. */
  readonly confirmedBy: readonly PersonId[];
  readonly weights: Weights;
  /** V44. Of a secret vote: which, 发出 and 收回; the rest of what is published stands with the secret vote itself. */
  readonly secret?: SecretCounts;
  readonly closedAt: Instant;
}

export interface SecretCounts {
  readonly voteId: VoteId;
  readonly issued: number;
  readonly returned: number;
}

export interface AcclamationResult {
  readonly form: 'acclamation';
  readonly paper: Paper;
  readonly roll: number;
  readonly passed: true;
  readonly closedAt: Instant;
}

export type Result = CountedResult | AcclamationResult;

/** V2, V21. What a round came to; `announcedAt` only where everybody was told, and then whatever became of later rounds. */
export type RoundResult = Result & { readonly announcedAt?: Instant };

interface Round {
  /** From 1, whatever form each had. */
  readonly round: number;
  readonly earlier: readonly RoundResult[];
}

interface Opened extends Round {
  readonly phase: 'voting';
  readonly paper: Paper;
  readonly rule: VoteRule;
  /** 应到 at the opening: persons, or their weights where those differ. */
  readonly eligible: number;
  readonly voterRoll: readonly PersonId[];
  /** Null in the oldest records. */
  readonly quorum: Quorum | null;
  readonly openedAt: Instant;
  /** When the countdown ends. */
  readonly dueAt: Instant;
  readonly closing: Closing;
  /** With `closing: 'clock'`: how long after the countdown the clock waits for those who reconnect. */
  readonly graceMs: number;
  readonly weights: Weights;
  readonly proxies: Proxies;
}

/** What an officer entered for a voter. */
export interface EnteredVote {
  readonly choice: Choice;
  readonly by: PersonId;
}

/** What one officer counted. */
export interface Count {
  readonly approve: number;
  readonly oppose: number;
  readonly abstain: number;
  readonly spoilt: number;
}

/** The latest of each officer. */
export type Counts = Readonly<Record<PersonId, Count>>;

/** A vote that is open, by form: what has been given so far. */
export type OpenVote = Opened &
  (
    | { readonly form: 'named'; readonly votes: Votes; readonly entered: ByPerson<EnteredVote> }
    | { readonly form: 'unnamed'; readonly votes: Votes }
    | { readonly form: 'showOfHands'; readonly counting: 'byName'; readonly entered: ByPerson<EnteredVote> }
    | { readonly form: 'showOfHands'; readonly counting: 'byCount'; readonly counts: Counts }
    | { readonly form: 'paper'; readonly counts: Counts }
    | SecretTerms
  );

/** V45. A secret vote that has ended; two scrutineers' keys are awaited. */
export type SealedMotion = Omit<Opened, 'phase'> &
  SecretTerms & {
    readonly phase: 'sealed';
    /** Had handed in nothing and were not connected at the close; left out where there was nobody. Office only. */
    readonly unreachable?: readonly PersonId[];
  };

export type Motion =
  | OpenVote
  | SealedMotion
  | (Round & {
      readonly phase: 'objection';
      readonly paper: Paper;
      readonly voterRoll: readonly PersonId[];
      readonly openedAt: Instant;
      /** The clock closes the window then. */
      readonly dueAt: Instant;
    })
  /** Somebody objected: only a counted vote decides it now. */
  | (Round & { readonly phase: 'objected'; readonly paper: Paper; readonly objector: PersonId })
  | (Decided & { readonly phase: 'closed' })
  | (Decided & { readonly phase: 'announced'; readonly announcedAt: Instant })
  /** V21. Nothing was counted; it may be put again. */
  | (Round & { readonly phase: 'voided'; readonly paper: Paper; readonly reason: string; readonly rule: VoidReason | null });

export interface Decided extends Round {
  readonly result: Result;
  readonly voterRoll: readonly PersonId[];
  /** 未按（网络中断）: had not answered and were not connected at the close. Office only. */
  readonly unreachable: readonly PersonId[];
}

export type Motions = Readonly<Record<MotionId, Motion>>;
