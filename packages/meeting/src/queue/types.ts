// Knows what waiting, speaking, having spoken and an answer are; not who may do which.
import type { Instant } from '../envelope.ts';
import type { AnswerId, PersonId, RequestId, StageId } from '../ids.ts';
import type { SpeechKind } from '../rules.ts';

/** A speech fixed before the meeting; waits from the moment its stage is entered. */
export interface PreparedSpeech {
  readonly requestId: RequestId;
  readonly stageId: StageId;
  readonly person: PersonId;
  readonly kind: SpeechKind;
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
  readonly kind: SpeechKind;
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
    }
  | {
      readonly phase: 'paused';
      readonly request: Request;
      readonly from: Instant;
      readonly limitMs: number;
      readonly spokenMs: number;
      readonly pausedAt: Instant;
      readonly overtimeAt: Instant | null;
    };

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

export interface Queue {
  readonly list: 'open' | 'closed';
  readonly waiting: readonly Request[];
  readonly floor: Floor;
  readonly speeches: readonly Speech[];
  readonly answers: readonly Answer[];
}

export type QueueCommand =
  | {
      readonly type: 'RequestFloor';
      readonly requestId: RequestId;
      readonly kind: SpeechKind;
      readonly topic?: string | undefined;
      readonly addressedTo?: readonly PersonId[] | undefined;
      readonly inReplyTo?: RequestId | undefined;
    }
  | {
      readonly type: 'EnterRequest';
      readonly requestId: RequestId;
      readonly person: PersonId;
      readonly kind: SpeechKind;
      readonly topic?: string | undefined;
      readonly addressedTo?: readonly PersonId[] | undefined;
      readonly inReplyTo?: RequestId | undefined;
    }
  | { readonly type: 'WithdrawRequest'; readonly requestId: RequestId }
  | { readonly type: 'RemoveRequest'; readonly requestId: RequestId; readonly reason: string }
  | { readonly type: 'MoveRequest'; readonly requestId: RequestId; readonly before: RequestId | null }
  | { readonly type: 'CloseQueue' }
  | { readonly type: 'ReopenQueue' };

export type FloorCommand =
  | { readonly type: 'GiveFloor'; readonly requestId: RequestId }
  | { readonly type: 'PauseSpeech' }
  | { readonly type: 'ResumeSpeech' }
  | { readonly type: 'ExtendSpeech'; readonly ms: number }
  | { readonly type: 'EndSpeech'; readonly requestId?: RequestId | undefined }
  | { readonly type: 'MarkOvertime'; readonly requestId: RequestId };

export type AnswersCommand =
  | { readonly type: 'AddressSpeech'; readonly requestId: RequestId; readonly departments: readonly PersonId[] }
  | {
      readonly type: 'AnswerSpeech';
      readonly answerId: AnswerId;
      readonly requestId: RequestId;
      readonly kind: AnswerKind;
      readonly note?: string | undefined;
      readonly dueDate?: string | undefined;
      /** Only from the office, for a department whose device failed (代操作). */
      readonly department?: PersonId | undefined;
    };

export type QueueEvent =
  | { readonly type: 'FloorRequested'; readonly payload: { readonly request: Omit<Request, 'askedAt' | 'enteredBy'> } }
  | { readonly type: 'RequestWithdrawn'; readonly payload: { readonly requestId: RequestId } }
  | { readonly type: 'RequestRemoved'; readonly payload: { readonly requestId: RequestId; readonly reason: string } }
  | { readonly type: 'RequestMoved'; readonly payload: { readonly requestId: RequestId; readonly before: RequestId | null } }
  | { readonly type: 'QueueClosed'; readonly payload: Readonly<Record<never, never>> }
  | { readonly type: 'QueueReopened'; readonly payload: Readonly<Record<never, never>> }
  | { readonly type: 'FloorGiven'; readonly payload: { readonly requestId: RequestId } }
  | { readonly type: 'SpeechPaused'; readonly payload: { readonly requestId: RequestId } }
  | { readonly type: 'SpeechResumed'; readonly payload: { readonly requestId: RequestId } }
  | { readonly type: 'SpeechExtended'; readonly payload: { readonly requestId: RequestId; readonly ms: number } }
  | { readonly type: 'OvertimeReached'; readonly payload: { readonly requestId: RequestId } }
  | {
      readonly type: 'SpeechEnded';
      readonly payload: { readonly requestId: RequestId; readonly spokenMs: number; readonly stageId: StageId };
    }
  | { readonly type: 'SpeechAddressed'; readonly payload: { readonly requestId: RequestId; readonly departments: readonly PersonId[] } }
  | { readonly type: 'SpeechAnswered'; readonly payload: { readonly answer: Omit<Answer, 'at' | 'by'> } };
