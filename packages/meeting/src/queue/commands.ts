// Knows what can be asked of the list, the floor and the answers; not who may ask it.
import type { Instant } from '../envelope.ts';
import type { AnswerId, PersonId, RequestId } from '../ids.ts';
import type { FloorKind, OrderMatter } from '../rules.ts';
import type { AnswerKind, Rating } from './types.ts';

export type QueueCommand =
  | {
      readonly type: 'RequestFloor';
      readonly requestId: RequestId;
      readonly kind: FloorKind;
      /** Of a point of order. */
      readonly matter?: OrderMatter | undefined;
      readonly topic?: string | undefined;
      readonly addressedTo?: readonly PersonId[] | undefined;
      readonly inReplyTo?: RequestId | undefined;
    }
  | {
      readonly type: 'EnterRequest';
      readonly requestId: RequestId;
      readonly person: PersonId;
      readonly kind: FloorKind;
      /** Of a point of order. */
      readonly matter?: OrderMatter | undefined;
      readonly topic?: string | undefined;
      readonly addressedTo?: readonly PersonId[] | undefined;
      readonly inReplyTo?: RequestId | undefined;
    }
  | { readonly type: 'WithdrawRequest'; readonly requestId: RequestId }
  | { readonly type: 'RemoveRequest'; readonly requestId: RequestId; readonly reason: string }
  | {
      readonly type: 'MoveRequest';
      readonly requestId: RequestId;
      readonly before: RequestId | null;
      /** Q12. `arranged` of the list as the sender saw it. */
      readonly seen?: number | undefined;
    }
  | { readonly type: 'RestoreOrder' }
  | { readonly type: 'CloseQueue' }
  | { readonly type: 'ReopenQueue' };

export type ListControlCommand =
  | { readonly type: 'SkipRequest'; readonly requestId: RequestId }
  /** `requestId`: the speech that runs or is over; `as`: the new entry. */
  | { readonly type: 'PutBack'; readonly requestId: RequestId; readonly as: RequestId }
  | { readonly type: 'CutLimits'; readonly ms: number }
  | { readonly type: 'BarWithdrawal' }
  | { readonly type: 'AllowWithdrawal' };

/** `text`: plain, with line breaks. */
export type WrittenCommand =
  | {
      readonly type: 'HandInSpeech';
      readonly requestId: RequestId;
      readonly topic: string;
      readonly text: string;
      readonly addressedTo?: readonly PersonId[] | undefined;
    }
  | {
      readonly type: 'EnterWrittenSpeech';
      readonly requestId: RequestId;
      readonly person: PersonId;
      readonly topic: string;
      readonly text: string;
      readonly addressedTo?: readonly PersonId[] | undefined;
    };

export type FloorCommand =
  /** `reason`: why another one than suggested. */
  | { readonly type: 'GiveFloor'; readonly requestId: RequestId; readonly reason?: string | undefined }
  /** F10. Interrupts what is being said. */
  | { readonly type: 'Interpose'; readonly requestId: RequestId }
  | { readonly type: 'PauseSpeech' }
  | { readonly type: 'ResumeSpeech' }
  | { readonly type: 'ExtendSpeech'; readonly ms: number }
  | { readonly type: 'EndSpeech'; readonly requestId?: RequestId | undefined }
  | { readonly type: 'MarkOvertime'; readonly requestId: RequestId };

/** Sent by the clock. `since`: when the one who speaks lost the line, or the clock began to run without it. */
export type LeaseCommand =
  | { readonly type: 'LoseSpeaker'; readonly requestId: RequestId; readonly since: Instant }
  | { readonly type: 'FindSpeaker'; readonly requestId: RequestId };

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
    }
  | { readonly type: 'RateAnswer'; readonly answerId: AnswerId; readonly rating: Rating };
