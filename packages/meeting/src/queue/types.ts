// Knows what waiting, speaking, having spoken and an answer are; not who may do which.
import type { Instant } from '../envelope.ts';
import type { AnswerId, PersonId, RequestId, StageId } from '../ids.ts';
import type { FloorKind, OrderMatter, SpeechKind } from '../rules.ts';

/** A speech fixed before the meeting; waits from the moment its stage is entered. */
export interface PreparedSpeech {
  readonly requestId: RequestId;
  readonly stageId: StageId;
  readonly person: PersonId;
  readonly kind: FloorKind;
  readonly topic: string;
  /** Departments it is addressed to. */
  readonly addressedTo: readonly PersonId[];
  /** ms, where it differs from the stage and the rules. */
  readonly limitMs?: number;
}

/** An entry of the list (发言名单). */
export interface Request {
  readonly requestId: RequestId;
  readonly person: PersonId;
  readonly kind: FloorKind;
  readonly topic: string;
  readonly addressedTo: readonly PersonId[];
  /** The speech a follow-up or a response belongs to. */
  readonly inReplyTo: RequestId | null;
  readonly limitMs: number;
  readonly askedAt: Instant;
  /** The person, or the moderator or secretary who entered it (代操作). */
  readonly enteredBy: PersonId;
  /** `passedOver`: prepared for a stage that the meeting has left. */
  readonly origin: 'prepared' | 'asked' | 'passedOver';
  /** Q8. Stands where the moderator put it, or before such a one, until the stage changes or the order is restored. */
  readonly held?: 'byHand';
  /** Q12. Who last moved it, as the how-manieth change of the order. */
  readonly moved?: { readonly by: PersonId; readonly nth: number };
  /** Q14. Was skipped: stands behind these while they wait. */
  readonly behind?: readonly RequestId[];
  /** Q15. Was put back: the speech that had begun, whose record stays. */
  readonly again?: RequestId;
  /** Q19. Of a point of order: what it is about; the note is its topic. */
  readonly matter?: OrderMatter;
}

export type Floor =
  | { readonly phase: 'empty' }
  | {
      readonly phase: 'speaking';
      readonly request: Request;
      readonly from: Instant;
      readonly limitMs: number;
      /** ms spoken before `since`. */
      readonly spokenMs: number;
      /** The clock has run since then. */
      readonly since: Instant;
      readonly overtimeAt: Instant | null;
      /** Those that are over; none: the clock has not stood yet. */
      readonly pauses?: readonly Pause[];
      readonly instead?: Instead;
      readonly beneath?: Beneath;
      readonly lease?: 'waived';
    }
  | {
      readonly phase: 'paused';
      readonly request: Request;
      readonly from: Instant;
      readonly limitMs: number;
      readonly spokenMs: number;
      readonly pausedAt: Instant;
      readonly overtimeAt: Instant | null;
      /** Those that are over; none: the clock has not stood yet. */
      readonly pauses?: readonly Pause[];
      readonly instead?: Instead;
      readonly beneath?: Beneath;
      /** F12. Stands because the speaker's line was lost then; it goes on by itself when they are back. */
      readonly lost?: Lost;
      /** F14. The moderator let it run without a line: it stands for none any more. */
      readonly lease?: 'waived';
    };

/** F4, F10, F12. The clock of a speech stood: by hand, while the meeting was adjourned, for what interrupted it, or for a lost line. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
  /** F15. It stood for a lost line. */
  readonly lost?: Lost;
}

/** F12. Since when the one who speaks has had no line. */
export interface Lost {
  readonly since: Instant;
}

/** F10. What was interrupted, its clock standing, and whether it goes on by itself afterwards. */
export interface Beneath {
  readonly floor: Extract<Floor, { phase: 'paused' }>;
  readonly then: 'goesOn' | 'staysPaused';
}

/** A finished speech, as it stands in the record. */
export interface Speech {
  readonly requestId: RequestId;
  readonly person: PersonId;
  readonly kind: SpeechKind;
  readonly topic: string;
  readonly addressedTo: readonly PersonId[];
  readonly inReplyTo: RequestId | null;
  readonly stageId: StageId;
  readonly from: Instant;
  readonly to: Instant;
  readonly spokenMs: number;
  readonly limitMs: number;
  /** F8. When its clock stood, first to last: with `spokenMs` they add up to the time from `from` to `to`. */
  readonly pauses?: readonly Pause[];
  /** Who of the office put it on the list, or handed it in, for its person (代操作). */
  readonly enteredBy?: PersonId;
  /** F9. Given the floor although another one was suggested. */
  readonly instead?: Instead;
  /** Q19. Of a point of order. */
  readonly matter?: OrderMatter;
  /** Q20. Of a written speech. */
  readonly text?: string;
  /** F10. The speech it interrupted. */
  readonly over?: RequestId;
}

/** F9. Whom the order suggested when the moderator chose otherwise, and why, where a reason was given. */
export interface Instead {
  readonly of: PersonId;
  readonly reason?: string;
}

export const answerKinds = ['adopt', 'adoptPartially', 'explain', 'writtenReplyLater'] as const;
/** 采纳 · 部分采纳 · 解释 · 会后书面答复 */
export type AnswerKind = (typeof answerKinds)[number];

/** What a department answered to a speech; a later answer of the same department supersedes, none is erased. */
export interface Answer {
  readonly answerId: AnswerId;
  readonly requestId: RequestId;
  readonly department: PersonId;
  readonly kind: AnswerKind;
  readonly note: string;
  /** `YYYY-MM-DD`; only of a written reply later. */
  readonly dueDate: string | null;
  readonly at: Instant;
  readonly by: PersonId;
}

export const ratings = ['satisfied', 'fair', 'unsatisfied'] as const;
/** 满意 · 基本满意 · 不满意 */
export type Rating = (typeof ratings)[number];

/** A6. What members think of the answers that stand. */
export type Ratings = Readonly<Record<AnswerId, Readonly<Record<PersonId, Rating>>>>;

/** A department that was asked and has not answered. */
export interface Unanswered {
  readonly requestId: RequestId;
  readonly department: PersonId;
}

export interface Queue {
  readonly list: 'open' | 'closed';
  /** How often the order was changed by hand: what a moderator has seen of it. */
  readonly arranged: number;
  /** Q16. The longest a speech may be until the stage changes; none: not cut. */
  readonly cutMs?: number;
  /** Q17. Nobody takes back a request; none: everybody may. */
  readonly withdrawal?: 'barred';
  readonly waiting: readonly Request[];
  readonly floor: Floor;
  readonly speeches: readonly Speech[];
  readonly answers: readonly Answer[];
  readonly ratings: Ratings;
}
