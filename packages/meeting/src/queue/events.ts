// Knows the facts of the list, the floor and the answers; not what they change.
import type { AnswerId, PersonId, RequestId, StageId } from '../ids.ts';
import type { Request, Lost, Beneath, Instead, Answer, Rating } from './types.ts';

export type QueueEvent =
  | { readonly type: 'FloorRequested'; readonly payload: { readonly request: Omit<Request, 'askedAt' | 'enteredBy'> } }
  | { readonly type: 'RequestWithdrawn'; readonly payload: { readonly requestId: RequestId } }
  | { readonly type: 'RequestRemoved'; readonly payload: { readonly requestId: RequestId; readonly reason: string } }
  | {
      readonly type: 'RequestMoved';
      readonly payload: {
        readonly requestId: RequestId;
        readonly before: RequestId | null;
        /** All that stand where they are from then on, first to last; in older facts: the list up to the one that was moved. */
        readonly held?: readonly RequestId[];
      };
    }
  | {
      readonly type: 'SpeechHandedIn';
      readonly payload: {
        readonly requestId: RequestId;
        readonly person: PersonId;
        readonly topic: string;
        readonly text: string;
        readonly addressedTo: readonly PersonId[];
        readonly stageId: StageId;
      };
    }
  | { readonly type: 'RequestSkipped'; readonly payload: { readonly requestId: RequestId; readonly behind: readonly RequestId[] } }
  | { readonly type: 'LimitsCut'; readonly payload: { readonly ms: number } }
  | { readonly type: 'WithdrawalBarred'; readonly payload: Readonly<Record<never, never>> }
  | { readonly type: 'WithdrawalAllowed'; readonly payload: Readonly<Record<never, never>> }
  | { readonly type: 'OrderRestored'; readonly payload: Readonly<Record<never, never>> }
  | { readonly type: 'QueueClosed'; readonly payload: Readonly<Record<never, never>> }
  | { readonly type: 'QueueReopened'; readonly payload: Readonly<Record<never, never>> }
  | {
      readonly type: 'FloorGiven';
      readonly payload: {
        readonly requestId: RequestId;
        readonly instead?: Instead;
        /** What it interrupts, and whether that goes on by itself afterwards. */
        readonly over?: { readonly requestId: RequestId; readonly then: Beneath['then'] };
      };
    }
  | { readonly type: 'SpeechPaused'; readonly payload: { readonly requestId: RequestId; readonly lost?: Lost } }
  | { readonly type: 'SpeechResumed'; readonly payload: { readonly requestId: RequestId } }
  | { readonly type: 'SpeechExtended'; readonly payload: { readonly requestId: RequestId; readonly ms: number } }
  | { readonly type: 'OvertimeReached'; readonly payload: { readonly requestId: RequestId } }
  | {
      readonly type: 'SpeechEnded';
      readonly payload: { readonly requestId: RequestId; readonly spokenMs: number; readonly stageId: StageId };
    }
  | { readonly type: 'SpeechAddressed'; readonly payload: { readonly requestId: RequestId; readonly departments: readonly PersonId[] } }
  | { readonly type: 'SpeechAnswered'; readonly payload: { readonly answer: Omit<Answer, 'at' | 'by'> } }
  | {
      readonly type: 'AnswerRated';
      readonly payload: { readonly answerId: AnswerId; readonly person: PersonId; readonly rating: Rating };
    };
