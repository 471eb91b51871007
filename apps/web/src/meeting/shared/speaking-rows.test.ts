import {
  emptyQueue,
  personId,
  requestId,
  stageId,
  type Attendee,
  type Queue,
  type Roll,
  type Speech,
  type SpeechKind,
} from '@xieshang/meeting';
import { given, inSession } from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import { speakingRows, timesSpoken } from './speaking-rows.ts';

const member = (id: string, sector: string): Attendee => ({ person: personId(id), name: id, role: 'member', sector });
const roll: Roll = {
  attendees: [member('zhang', '民建'), member('li', '民建界'), member('wang', '经济界'), member('wei', '农业界')],
  leaves: {},
  present: {},
  left: {},
};
const speech = (person: string, spokenMs: number, kind: SpeechKind = 'openFloorSpeech'): Speech => ({
  requestId: requestId(`${person}${spokenMs}`),
  person: personId(person),
  kind,
  topic: '',
  addressedTo: [],
  inReplyTo: null,
  stageId: stageId('s'),
  from: 0,
  to: spokenMs,
  spokenMs,
  limitMs: 1,
});
const queue: Queue = { ...emptyQueue, speeches: [speech('zhang', 2000), speech('li', 4000), speech('li', 2000, 'interjection')] };

test('Q11 a 界别 written with and without 界 is one', () => {
  expect(speakingRows(roll, queue, 0).sectors).toEqual([{ id: '民建', name: '民建界', aside: '0 人', ms: 8000, times: 2, share: 1 }]);
});

test('Q11 persons stand longest first, an interjection counts as time and not as a speech', () => {
  const rows = speakingRows(roll, queue, 0).persons.map(({ id, ms, times, share }) => [id, ms, times, share]);
  expect(rows).toEqual([
    ['li', 6000, 1, 0.75],
    ['zhang', 2000, 1, 0.25],
  ]);
  expect(timesSpoken(queue, personId('li'))).toBe(1);
});

test('only 界别 with somebody here are missing', () => {
  const held = given(...inSession()).meeting;
  if (held.phase !== 'inSession') throw new Error('in session');
  const quiet = speakingRows(held.roll, emptyQueue, 0);
  expect([quiet.silent, quiet.totalMs]).toEqual([['民建界', '工商联界'], 0]);
});
