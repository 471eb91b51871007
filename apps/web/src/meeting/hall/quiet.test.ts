// What a screen shows while nobody speaks or votes: who is awaited, and by what the next vote will be decided. K7.
import { fold, inSession, keynote, li, mishu, openFloor, played, voting, zhang, zhuchi, type Step } from '@xieshang/meeting/testing';
import { requestId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import type { Held } from '../shared/held.ts';
import { awaitedNow, voteAhead } from './quiet.ts';

const at = (stage: Parameters<typeof inSession>[0], ...steps: readonly Step[]): Held => fold(played(...inSession(stage), ...steps)) as Held;
const awaited = (meeting: Held): readonly string[] => awaitedNow(meeting, meeting.queue.waiting).map(({ person }) => person);

test('K7 everybody on the list is awaited where there are speeches', () => expect(awaited(at(keynote))).toEqual([zhang, li]));
test('K7 also who asked at an earlier stage', () =>
  expect(awaited(at(keynote, [zhuchi, { type: 'MoveToStage', stageId: openFloor }]))).toEqual([zhang, li]));
test('K7 who has stayed on the list from an earlier stage is not awaited at the votes', () => expect(awaited(at(voting))).toEqual([]));
test('K7 a point of order of this very stage is awaited', () =>
  expect(awaited(at(voting, [li, { type: 'RequestFloor', requestId: requestId('o1'), kind: 'pointOfOrder', matter: 'voting' }]))).toEqual([
    li,
  ]));
test('K7 so is whoever the office has entered since', () =>
  expect(awaited(at(voting, [mishu, { type: 'EnterRequest', requestId: requestId('n1'), person: li, kind: 'openFloorSpeech' }]))).toEqual([
    li,
  ]));

test('K7 before a vote one reads what it would be decided by now', () => {
  const meeting = at(voting);
  const members = meeting.roll.attendees.filter(({ role }) => role === 'member').length;
  const ahead = voteAhead(meeting);
  expect(ahead).toMatchObject({ rule: meeting.rules.vote, eligible: members });
  expect(ahead?.mayVote).toBe(ahead?.quorum.present);
});
test('K7 not at other stages', () => expect(voteAhead(at(openFloor))).toBe(null));
