// Knows the speeches put to one department, where each stands and whether it is answered; not how they are shown.
import type { Answer, PersonId, Queue, RequestId } from '@xieshang/meeting';
import { questionsOf } from '../shared/questions.ts';

export interface Asked {
  readonly requestId: RequestId;
  readonly person: PersonId;
  readonly topic: string;
  /** The other departments it is put to as well. */
  readonly besides: readonly PersonId[];
  readonly state: 'running' | 'finished' | 'waiting';
  /** The department's answer that stands; none: owed. */
  readonly answer: Answer | undefined;
}

/** Running first, then what is still owed, oldest first, then what is answered, then those who wait to speak. */
export function askedOf(queue: Queue, department: PersonId): readonly Asked[] {
  const { floor, waiting } = queue;
  const besides = (all: readonly PersonId[]): readonly PersonId[] => all.filter((one) => one !== department);
  const running = floor.phase === 'empty' ? null : floor.request.requestId;
  const heard = questionsOf(queue)
    .filter((question) => question.department === department)
    .map(({ speech: { requestId, person, topic, addressedTo }, answer }): Asked => {
      const state = requestId === running ? 'running' : 'finished';
      return { requestId, person, topic, besides: besides(addressedTo), state, answer };
    });
  const finished = heard.filter(({ state }) => state === 'finished');
  return [
    ...heard.filter(({ state }) => state === 'running'),
    ...finished.filter(({ answer }) => !answer),
    ...finished.filter(({ answer }) => answer),
    ...waiting
      .filter(({ addressedTo }) => addressedTo.includes(department))
      .map(({ requestId, person, topic, addressedTo }): Asked => ({
        requestId,
        person,
        topic,
        besides: besides(addressedTo),
        state: 'waiting',
        answer: undefined,
      })),
  ];
}

/** What has been said and waits for an answer. */
export const isOwed = ({ state, answer }: Asked): boolean => state !== 'waiting' && !answer;
