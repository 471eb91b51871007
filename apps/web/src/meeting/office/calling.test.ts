// F10: what a call does to whoever speaks, and that all of it is taken by the meeting.
import { onFloor, requestId, type FloorKind, type PersonId } from '@xieshang/meeting';
import { fold, inSession, li, openFloor, played, wang, zhang, zhuchi, type Step } from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import type { Held } from '../shared/held.ts';
import { callingBodies, callingWill } from './calling.ts';

const ask = (person: PersonId, kind: FloorKind, more: object = {}): Step => [
  person,
  { type: 'RequestFloor', requestId: requestId(person), kind, ...more },
];
const give: Step = [zhuchi, { type: 'GiveFloor', requestId: requestId(li) }];
const interpose: Step = [zhuchi, { type: 'Interpose', requestId: requestId(zhang) }];
/** Li speaks, zhang has interrupted, wang waits for a speech of their own. */
const interrupted = [
  ...inSession(openFloor, [zhang, li, wang], { prepared: [] }),
  ask(li, 'openFloorSpeech'),
  give,
  ask(zhang, 'interjection'),
  interpose,
];
const at = (...steps: readonly Step[]): Held => fold(played(...steps)) as Held;

/** The call of whoever waits alone, made, and who is on the floor then. */
function called(...steps: readonly Step[]) {
  const before = at(...steps);
  const [request] = before.queue.waiting;
  if (!request) throw new Error('nobody waits');
  const bodies = callingBodies(before, request).map((body): Step => [zhuchi, body]);
  return { will: callingWill(before, request), floor: onFloor(at(...steps, ...bodies).queue.floor).map(({ person }) => person) };
}

test('F10 who may not interrupt is called once all that has begun is ended, and all of them are named', () => {
  const { will, floor } = called(...interrupted, ask(wang, 'openFloorSpeech'));
  expect(floor).toEqual([wang]);
  expect(will).toMatch(/张.*、李.*的发言，再请下一位/);
});

test('F10 who may interrupt is called over what is said, and nothing ends', () => {
  const { will, floor } = called(...interrupted, ask(wang, 'pointOfOrder', { matter: 'voting' }));
  expect(floor).toEqual([wang, zhang, li]);
  expect(will).toMatch(/张.*暂停/);
});

test('F1 where nobody speaks, nothing is said of anybody', () => {
  const { will, floor } = called(...inSession(openFloor, [zhang, li, wang], { prepared: [] }), ask(li, 'openFloorSpeech'));
  expect({ will, floor }).toEqual({ will: '', floor: [li] });
});
