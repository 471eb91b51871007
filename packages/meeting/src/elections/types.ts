// Knows what an election is at each step; not who may take the step.
import type { ByPerson } from '../by-person.ts';
import type { Instant } from '../envelope.ts';
import type { CandidateId, ElectionId, PersonId } from '../ids.ts';
import type { VoteRule } from '../rules.ts';
import type { Closing, Quorum, QuorumOfVote, SecretCounts, SecretTerms, VoidReason } from '../vote/index.ts';

export interface Candidate {
  readonly candidateId: CandidateId;
  readonly name: string;
  /** Unit, post or merits, printed after the name. */
  readonly note?: string | undefined;
  /** Where the candidate stands on the roll. */
  readonly person?: PersonId | undefined;
}

/** E1. What is put: the same words and the same list for everybody, frozen when the election opens. */
export interface ElectionPaper {
  readonly title: string;
  /** 应选名额: how many may be elected, and how many one ballot may mark. */
  readonly seats: number;
  /** In the order they are printed. */
  readonly candidates: readonly Candidate[];
  /** 另选他人: whether a ballot may name other members of the roll. */
  readonly writeIns: 'none' | 'fromRoll';
  /** `plurality`: the first `seats` by votes, however few. */
  readonly rule: VoteRule | 'plurality';
}

export type ElectionTerms = { readonly form: 'named' } | { readonly form: 'paper' } | SecretTerms;
export type ElectionForm = ElectionTerms['form'];

/** Who is marked on a ballot, in the order of the paper, write-ins after them; empty: 弃权. */
export type Marks = readonly CandidateId[];

/** Only of those who have handed in. */
export type Ballots = ByPerson<Marks>;

/** What one officer counted; votes of nobody are left out. */
export interface ElectionCount {
  readonly marked: number;
  readonly blank: number;
  readonly spoilt: number;
  readonly votes: Readonly<Record<CandidateId, number>>;
}

/** 有效且有选择 · 弃权 · 废票 · 未投; the four sum to the roll. */
export interface BallotCount {
  readonly marked: number;
  readonly blank: number;
  readonly spoilt: number;
  readonly notHandedIn: number;
}

/** `tied`: as many votes as another at the last seat, so that neither has it. */
export type Outcome = 'elected' | 'tied' | 'notElected';

export interface ElectionStanding {
  readonly candidateId: CandidateId;
  readonly name: string;
  /** Who it is on the roll. */
  readonly person?: PersonId | undefined;
  readonly votes: number;
  readonly outcome: Outcome;
}

export interface NamedBallot {
  readonly voter: PersonId;
  /** Null: 未投. */
  readonly marks: Marks | null;
  /** An officer entered it for a failed device (代操作). */
  readonly enteredBy?: PersonId;
}

/** What an officer entered for a voter. */
export interface EnteredBallot {
  readonly marks: Marks;
  readonly by: PersonId;
}

/** E8–E10. The outcome of one round. */
export interface ElectionResult {
  readonly round: number;
  readonly form: ElectionForm;
  readonly paper: ElectionPaper;
  /** How many stood on the frozen roll: 发出. */
  readonly roll: number;
  readonly ballots: BallotCount;
  /** The number the threshold was taken of; the marked ballots where there is none. */
  readonly base: number;
  /** The least number of votes that elects. */
  readonly needed: number;
  /** Candidates and write-ins with a vote: most votes first, then as printed. */
  readonly standings: readonly ElectionStanding[];
  readonly quorum: QuorumOfVote;
  /** Elected in rounds before, to which this one adds. */
  readonly seated: readonly Candidate[];
  /** Empty unless the election was by name. */
  readonly votes: readonly NamedBallot[];
  /** Officers whose entered counts agreed; empty where ballots were counted here. */
  readonly countedBy: readonly PersonId[];
  /** Scrutineers who confirmed the count. */
  readonly confirmedBy: readonly PersonId[];
  /** E16. Of a secret one: which vote, 发出 and 收回. */
  readonly secret?: SecretCounts;
  /** Who presided when it was opened. */
  readonly openedBy: PersonId;
  readonly closedAt: Instant;
}

/** A round of which nothing was counted. */
export interface VoidedElection {
  readonly round: number;
  readonly paper: ElectionPaper;
  /** Empty where a rule voided it. */
  readonly reason: string;
  /** E16. Why its ballots could not be counted. */
  readonly rule?: VoidReason;
  readonly at: Instant;
  readonly by: PersonId;
}

/** E12, E13. What a round came to; `announcedAt` only where everybody was told, and then whatever became of later rounds. */
export interface ElectionRound extends ElectionResult {
  readonly announcedAt?: Instant;
}

interface Round {
  /** From 1. */
  readonly round: number;
  /** What earlier rounds came to, oldest first. */
  readonly earlier: readonly ElectionRound[];
  readonly voids: readonly VoidedElection[];
}

interface Opened extends Round {
  readonly phase: 'open';
  readonly paper: ElectionPaper;
  /** 应到 at the opening. */
  readonly eligible: number;
  readonly voterRoll: readonly PersonId[];
  readonly quorum: Quorum;
  readonly seated: readonly Candidate[];
  readonly openedBy: PersonId;
  readonly openedAt: Instant;
  /** When the countdown ends. */
  readonly dueAt: Instant;
  readonly closing: Closing;
  /** With `closing: 'clock'`: how long after the countdown the clock waits for those who reconnect. */
  readonly graceMs: number;
}

export type OpenElection = Opened &
  /** `entered` is the office's and each voter's own. */
  (
    | { readonly form: 'named'; readonly ballots: Ballots; readonly entered: ByPerson<EnteredBallot> }
    /** The latest count of each officer; office only. */
    | { readonly form: 'paper'; readonly counts: Readonly<Record<PersonId, ElectionCount>> }
    | SecretTerms
  );

export interface CountedElection extends Round {
  readonly result: ElectionResult;
  /** E17. 未投（网络中断） of this round, in the order of the roll; office only. */
  readonly unreachable: readonly PersonId[];
}

export type Election =
  | { readonly phase: 'tabled'; readonly paper: ElectionPaper }
  | OpenElection
  | (CountedElection & { readonly phase: 'closed' })
  | (CountedElection & { readonly phase: 'announced'; readonly announcedAt: Instant })
  /** E13. Nothing was counted; it may be opened again. */
  | (Round & { readonly phase: 'voided'; readonly paper: ElectionPaper; readonly seated: readonly Candidate[] });

export type Elections = Readonly<Record<ElectionId, Election>>;
