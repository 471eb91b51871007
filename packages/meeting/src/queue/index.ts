// The queue chapter's one door: who waits for the floor, who has it, what was said and answered.
import type { RecordedEvent } from '../event.ts';
import { evolveAnswers } from './answers.ts';
import { evolveFloor } from './floor.ts';
import { evolveListControl } from './list-control.ts';
import { evolveList } from './list.ts';
import type { QueueEvent } from './events.ts';
import type { Queue } from './types.ts';
import { evolveWritten } from './written.ts';

export * from './types.ts';
export type * from './commands.ts';
export type * from './events.ts';
export { ownRatings, withOwnRatings } from './ratings.ts';
export { decideQueue, enterPrepared } from './list.ts';
export { decideListControl } from './list-control.ts';
export * from './stage-budget.ts';
export { actedFor, clearedFloor, decideFloor, pauseOfSpeech, spokenMs } from './floor.ts';
export * from './on-floor.ts';
export { decideLease, lostMs, leaseOf, leaseTimers, type Lease, type PersonLine } from './lease.ts';
export { decideWritten } from './written.ts';
export * from './speaking-time.ts';
export * from './expected-wait.ts';
export { canBeCalled, setsBefore, suggestedTurn, turnGroups, turnOrder, type Criterion, type Turn, type TurnGroup } from './turn-order.ts';
export * from './up-next.ts';
export * from './why-moved.ts';
export { decideAnswers, latestAnswers, ratingOf, unansweredIn } from './answers.ts';

export const emptyQueue: Queue = {
  list: 'open',
  arranged: 0,
  waiting: [],
  floor: { phase: 'empty' },
  speeches: [],
  answers: [],
  ratings: {},
};

type Recorded = QueueEvent & Pick<RecordedEvent, 'by' | 'at'>;

export function evolveQueue(queue: Queue, event: Recorded): Queue {
  switch (event.type) {
    case 'FloorRequested':
    case 'RequestWithdrawn':
    case 'RequestRemoved':
    case 'RequestMoved':
    case 'OrderRestored':
    case 'QueueClosed':
    case 'QueueReopened':
      return evolveList(queue, event);
    case 'SpeechHandedIn':
      return evolveWritten(queue, event);
    case 'RequestSkipped':
    case 'LimitsCut':
    case 'WithdrawalBarred':
    case 'WithdrawalAllowed':
      return evolveListControl(queue, event);
    case 'FloorGiven':
    case 'SpeechPaused':
    case 'SpeechResumed':
    case 'SpeechExtended':
    case 'OvertimeReached':
    case 'SpeechEnded':
      return evolveFloor(queue, event);
    case 'SpeechAddressed':
    case 'SpeechAnswered':
    case 'AnswerRated':
      return evolveAnswers(queue, event);
  }
}
