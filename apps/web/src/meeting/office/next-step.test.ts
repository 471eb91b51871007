// Which act is the one largest button at each moment of a meeting.
import { pulseId, requestId } from '@xieshang/meeting';
import {
  convened,
  e1,
  electionPaper,
  fold,
  inSession,
  issued,
  li,
  m1,
  m2,
  mishu,
  openFloor,
  played,
  voting,
  wang,
  zhang,
  zhuchi,
  type Step,
} from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import type { Held } from '../shared/held.ts';
import { nextStep } from './next-step.ts';

const after = (...steps: readonly Step[]) => nextStep(fold(played(...steps)) as Held);
const request: Step = [li, { type: 'RequestFloor', requestId: requestId('q1'), kind: 'openFloorSpeech' }];
const give: Step = [zhuchi, { type: 'GiveFloor', requestId: requestId('q1') }];
const vote = (motionIds = [m1]): Step => [zhuchi, { type: 'OpenVoting', motionIds }];
const close = (motionIds = [m1]): Step => [zhuchi, { type: 'CloseVoting', motionIds }];
const announce = (motionIds = [m1]): Step => [zhuchi, { type: 'AnnounceResult', motionIds }];
/** With nobody prepared, so that the list is empty. */
const bare = { prepared: [] };
const atOpenFloor = inSession(openFloor, [zhang, li, wang], bare);
const atVoting = inSession(voting, [zhang, li, wang], bare);

test('before the opening: 开会', () => expect(after(...convened())).toEqual({ step: 'open' }));
test('in a break: 继续开会', () => expect(after(...atOpenFloor, [zhuchi, { type: 'SuspendMeeting' }])).toEqual({ step: 'resume' }));
test('somebody waits: they are called, whoever speaks', () => {
  expect(after(...atOpenFloor, request)).toMatchObject({ step: 'call', turn: { request: { person: li } } });
  const other: Step = [wang, { type: 'RequestFloor', requestId: requestId('q2'), kind: 'openFloorSpeech' }];
  expect(after(...atOpenFloor, request, give, other)).toMatchObject({ step: 'call', turn: { request: { person: wang } } });
});
test('nobody waits and somebody speaks: their speech is ended', () =>
  expect(after(...atOpenFloor, request, give)).toEqual({ step: 'endSpeech' }));
test('F10 who was interrupted comes before whoever waits, unless they may interrupt too', () => {
  const interject: Step = [zhang, { type: 'RequestFloor', requestId: requestId('q2'), kind: 'interjection' }];
  const interpose: Step = [zhuchi, { type: 'Interpose', requestId: requestId('q2') }];
  const other: Step = [wang, { type: 'RequestFloor', requestId: requestId('q3'), kind: 'openFloorSpeech' }];
  const order: Step = [wang, { type: 'RequestFloor', requestId: requestId('q4'), kind: 'pointOfOrder', matter: 'voting' }];
  const interrupted = [...atOpenFloor, request, give, interject, interpose];
  expect(after(...interrupted)).toEqual({ step: 'endSpeech' });
  expect(after(...interrupted, other)).toEqual({ step: 'endSpeech' });
  expect(after(...interrupted, other, order)).toMatchObject({ step: 'call', turn: { request: { kind: 'pointOfOrder' } } });
});
test('nobody waits and nobody speaks: the next stage', () =>
  expect(after(...atOpenFloor)).toMatchObject({ step: 'enterStage', stageId: voting }));
test('a pulse that is open comes before who waits', () => {
  const pulse: Step = [zhuchi, { type: 'OpenPulse', pulseId: pulseId('u1'), motionId: m1, turn: 'before' }];
  expect(after(...atOpenFloor, request, pulse)).toEqual({ step: 'pulse' });
});
test('at the vote: put, close, announce, the next one, and then the end', () => {
  expect(after(...atVoting)).toEqual({ step: 'vote', what: 'toPut' });
  expect(after(...atVoting, vote())).toEqual({ step: 'vote', what: 'running' });
  expect(after(...atVoting, vote(), close())).toEqual({ step: 'vote', what: 'counted' });
  expect(after(...atVoting, vote(), close(), announce())).toEqual({ step: 'vote', what: 'toPut' });
  const both = [m1, m2];
  expect(after(...atVoting, vote(both), close(both), announce(both))).toEqual({ step: 'conclude' });
});
test('at the vote an election that is not held comes after the clauses; open and counted it is the next step wherever', () => {
  const table: Step = [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper() }];
  const both = [m1, m2];
  expect(after(...atVoting, table)).toEqual({ step: 'vote', what: 'toPut' });
  expect(after(...atVoting, table, vote(both), close(both), announce(both))).toEqual({ step: 'election', what: 'toPut' });
  expect(after(...atOpenFloor, table)).toMatchObject({ step: 'enterStage' });
  const open: Step = [zhuchi, { type: 'OpenElection', electionId: e1 }];
  expect(after(...atOpenFloor, table, request, open)).toEqual({ step: 'election', what: 'running' });
  const closed: Step = [zhuchi, { type: 'CloseElection', electionId: e1 }];
  expect(after(...atOpenFloor, table, request, open, closed)).toEqual({ step: 'election', what: 'counted' });
});
test('who was passed over at an earlier stage is called at the next one, and does not hold up the vote', () => {
  expect(after(...inSession(openFloor))).toMatchObject({ step: 'call', turn: { group: 'passedOver' } });
  expect(after(...inSession(voting))).toEqual({ step: 'vote', what: 'toPut' });
});
test('after the end: the minutes', () => {
  expect(after(...atVoting, [zhuchi, { type: 'ConcludeMeeting' }])).toEqual({ step: 'minutes' });
  expect(after(...issued)).toEqual({ step: 'minutes' });
});
