// Knows the speeches put to one department, where each stands and whether it is answered; not how they are shown.
import { latestAnswers, type Answer, type PersonId, type Queue, type RequestId } from '@xieshang/meeting';

export interface Asked {
  readonly requestId: RequestId;
  readonly person: PersonId;
  readonly topic: string;
  readonly state: 'running' | 'finished' | 'waiting';
  /** The department's answer that stands; none: owed. */
  readonly answer: Answer | undefined;
}

/** Running first, then what is still owed, oldest first, then what is answered, then those who wait to speak. */
export function askedOf(queue: Queue, department: PersonId): readonly Asked[] {
  const { floor } = queue;
  const toUs = <
    Entry extends {
      readonly requestId: RequestId;
      readonly person: PersonId;
      readonly topic: string;
      readonly addressedTo: readonly PersonId[];
    },
  >(
    entries: readonly Entry[],
    state: Asked['state'],
  ): readonly Asked[] =>
    entries
      .filter(({ addressedTo }) => addressedTo.includes(department))
      .map(({ requestId, person, topic }) => {
        const answer = latestAnswers(queue, requestId).find((one) => one.department === department);
        return { requestId, person, topic, state, answer };
      });
  const finished = toUs(queue.speeches, 'finished');
  return [
    ...toUs(floor.phase === 'empty' ? [] : [floor.request], 'running'),
    ...finished.filter(({ answer }) => !answer),
    ...finished.filter(({ answer }) => answer),
    ...toUs(queue.waiting, 'waiting'),
  ];
}

/** What has been said and waits for an answer. */
export const isOwed = ({ state, answer }: Asked): boolean => state !== 'waiting' && !answer;
