import { answerId, emptyQueue, personId, requestId, stageId, type Queue, type Speech } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { questionsOf } from './questions.ts';

const [li, commerce, planning] = [personId('li'), personId('commerce'), personId('planning')];
const speech = (id: string, addressedTo: Speech['addressedTo']): Speech => ({
  requestId: requestId(id),
  person: li,
  kind: 'openFloorSpeech',
  topic: '',
  addressedTo,
  inReplyTo: null,
  stageId: stageId('s'),
  from: 0,
  to: 1,
  spokenMs: 1,
  limitMs: 1,
});
const answered = (id: string, request: string, kind: 'adopt' | 'explain') => ({
  answerId: answerId(id),
  requestId: requestId(request),
  department: commerce,
  kind,
  note: '',
  dueDate: null,
  at: 0,
  by: commerce,
});

test('A5 each department of a speech owes its own answer, and its latest one stands', () => {
  const queue: Queue = {
    ...emptyQueue,
    speeches: [speech('a', [commerce, planning]), speech('b', [])],
    answers: [answered('1', 'a', 'explain'), answered('2', 'a', 'adopt')],
  };
  expect(questionsOf(queue).map(({ department, answer }) => [department, answer?.kind])).toEqual([
    [commerce, 'adopt'],
    [planning, undefined],
  ]);
});
