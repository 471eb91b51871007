// Knows what was said to which department, and which answer stands; not how it is shown or asked for.
import { latestAnswers, onFloor, type Answer, type PersonId, type Queue, type RequestId } from '@xieshang/meeting';

/** What was said, or is being said, to departments. */
export interface Heard {
  readonly requestId: RequestId;
  readonly person: PersonId;
  readonly topic: string;
  readonly addressedTo: readonly PersonId[];
}

export interface Question {
  readonly speech: Heard;
  readonly department: PersonId;
  /** The answer that stands; none: owed. */
  readonly answer: Answer | undefined;
}

/** What is running comes last, as it was said last. */
export const heardSpeeches = ({ speeches, floor }: Queue): readonly Heard[] => [...speeches, ...onFloor(floor).toReversed()];

/** One for each department a speech is addressed to, in the order they were said. */
export const questionsOf = (queue: Queue): readonly Question[] =>
  heardSpeeches(queue).flatMap((speech) => {
    if (speech.addressedTo.length === 0) return [];
    const answers = latestAnswers(queue, speech.requestId);
    return speech.addressedTo.map((department) => ({ speech, department, answer: answers.find((one) => one.department === department) }));
  });
