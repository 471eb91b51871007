import { decide, evolve, initial, type Command, type Meeting } from '@xieshang/meeting';
import { commandId, personId, motionId } from '@xieshang/meeting';
import { e1, electionPaper, plan } from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import { notesOf, officeOf } from './notes.ts';

const after = (...steps: readonly [string, Command][]): Meeting =>
  steps.reduce<Meeting>((state, [who, body]) => {
    const by = personId(who);
    const decision = decide(state, { ...body, by, at: 1_653_541_200_000, command: commandId('c') });
    return decision.ok
      ? decision.events.reduce<Meeting>((next, event) => evolve(next, { ...event, by, at: 1_653_541_200_000 }), state)
      : state;
  }, initial);

const voting = after(
  ['mishu1', { type: 'ConveneMeeting', plan: plan() }],
  ['zhang', { type: 'CheckIn' }],
  ['li', { type: 'CheckIn' }],
  ['zhuchi', { type: 'OpenMeeting' }],
  ['zhuchi', { type: 'OpenVoting', motionIds: [motionId('m1')] }],
  ['li', { type: 'CastVote', motionId: motionId('m1'), choice: 'oppose' }],
);
const quiet = { screens: [], storageFails: false, busy: false, forked: false };
const connected = { at: 0, seq: 9, state: voting, returned: () => [], persons: ['zhang', 'zhuchi'], ...quiet, remarks: 3, jottings: 4 };

test('everybody hears how many have voted', () => expect(notesOf(connected).all.turnout).toEqual({ m1: 1 }));
test('only the office hears who has not answered', () => {
  const { all, office } = notesOf(connected);
  expect([all.notAnswered, office.notAnswered]).toEqual([undefined, { m1: ['zhang'] }]);
});
test('nobody hears how anyone voted', () => expect(JSON.stringify(notesOf(connected))).not.toContain('oppose'));
test('a failing disk is an alarm for everybody', () => {
  expect(notesOf({ ...connected, storageFails: true }).all.alarms).toEqual(['storageFails']);
  expect(notesOf({ ...connected, storageFails: true, busy: true }).all.alarms).toEqual(['storageFails', 'busy']);
});
test('law 5: only the office hears that a log is not what was seen or signed', () => {
  const { all, office } = notesOf({ ...connected, forked: true, busy: true });
  expect([all.alarms, office.alarms]).toEqual([['busy'], ['busy', 'forked']]);
});
test('moderators and secretaries are the office, members are not', () => {
  expect(['zhuchi', 'mishu1', 'zhang', 'nobody'].map((person) => officeOf(voting).has(person))).toEqual([true, true, false, false]);
});
test('only the office hears how many remarks stand on the minutes', () => {
  const { all, office } = notesOf(connected);
  expect([all.remarks, office.remarks]).toEqual([undefined, 3]);
});

test('L1 only the office hears how often its jottings have changed', () => {
  const { all, office } = notesOf(connected);
  expect([all.jottings, office.jottings]).toEqual([undefined, 4]);
});

test('E18 who has an entered ballot is not waited for in an election', () => {
  const ballot = { chosen: [], writeIns: [] };
  const state = after(
    ['mishu1', { type: 'ConveneMeeting', plan: plan() }],
    ['zhang', { type: 'CheckIn' }],
    ['li', { type: 'CheckIn' }],
    ['zhuchi', { type: 'OpenMeeting' }],
    ['mishu1', { type: 'TableElection', electionId: e1, paper: electionPaper() }],
    ['zhuchi', { type: 'OpenElection', electionId: e1 }],
    ['mishu1', { type: 'EnterElection', electionId: e1, voter: personId('li'), ballot, reason: '平板故障' }],
  );
  const { all, office } = notesOf({ ...connected, state });
  expect([all.turnout, office.notAnswered]).toEqual([{ e1: 1 }, { e1: ['zhang'] }]);
});
