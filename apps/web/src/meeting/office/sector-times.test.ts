import { emptyQueue, personId, requestId, stageId, type Attendee, type Queue, type Roll, type Speech } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { sectorHasSpoken, sectorTimes } from './sector-times.ts';

const member = (id: string, sector: string): Attendee => ({ person: personId(id), name: id, role: 'member', sector });
const roll: Roll = {
  attendees: [member('zhang', '民建'), member('li', '民建界'), member('wang', '经济界')],
  leaves: {},
  present: {},
  left: {},
};
const speech = (person: string, spokenMs: number): Speech => ({
  requestId: requestId(person),
  person: personId(person),
  kind: 'openFloorSpeech',
  topic: '',
  addressedTo: [],
  inReplyTo: null,
  stageId: stageId('s'),
  from: 0,
  to: spokenMs,
  spokenMs,
  limitMs: 1,
});
const queue: Queue = { ...emptyQueue, speeches: [speech('zhang', 2), speech('li', 3)] };

test('a sector written with and without 界 is one sector', () => {
  expect(sectorTimes(roll, queue, 0)).toEqual({ heard: [{ sector: '民建界', ms: 5 }], silent: ['经济界'], totalMs: 5 });
});

test('a sector has been heard however its other members are written', () => {
  const once: Queue = { ...emptyQueue, speeches: [speech('zhang', 2)] };
  expect(sectorHasSpoken(roll, once, '民建界')).toBe(true);
  expect(sectorHasSpoken(roll, once, '经济界')).toBe(false);
});
