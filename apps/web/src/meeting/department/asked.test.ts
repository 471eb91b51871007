import { answerId, emptyQueue, personId, requestId, stageId, type Queue, type Request, type Speech } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { askedOf, isOwed } from './asked.ts';

const [li, us, others] = [personId('li'), personId('us'), personId('others')];
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
const waiting = (id: string): Request => ({
  requestId: requestId(id),
  person: li,
  kind: 'openFloorSpeech',
  topic: '',
  addressedTo: [us],
  inReplyTo: null,
  limitMs: 1,
  askedAt: 0,
  enteredBy: li,
  origin: 'asked',
});
const queue: Queue = {
  ...emptyQueue,
  speeches: [speech('answered', [us]), speech('foreign', [others]), speech('owed', [us, others])],
  waiting: [waiting('later')],
  floor: { phase: 'speaking', request: waiting('now'), from: 0, limitMs: 1, spokenMs: 0, since: 0, overtimeAt: null },
  answers: [
    { answerId: answerId('1'), requestId: requestId('answered'), department: us, kind: 'adopt', note: '', dueDate: null, at: 0, by: us },
  ],
};

test('A1 a department sees what is put to it, the running speech and what it owes first', () => {
  expect(askedOf(queue, us).map(({ requestId: id }) => id)).toEqual(['now', 'owed', 'answered', 'later']);
});

test('A1 an answer is owed once the speech is being given, until one is recorded', () => {
  expect(
    askedOf(queue, us)
      .filter(isOwed)
      .map(({ requestId: id }) => id),
  ).toEqual(['now', 'owed']);
});

test('A1 it is told which other departments are asked the same', () => {
  expect(askedOf(queue, us).map(({ besides }) => besides)).toEqual([[], [others], [], []]);
});
