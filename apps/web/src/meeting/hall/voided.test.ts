// What a screen says of what came to nothing: until the meeting goes on, and no longer. V12, V21, E13.
import { e1, electionPaper, fold, inSession, li, m1, mishu, openFloor, played, voting, zhuchi, type Step } from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import type { Held } from '../shared/held.ts';
import { voidedSaying } from './voided.ts';

const open: Step = [zhuchi, { type: 'OpenElection', electionId: e1 }];
const voided: readonly Step[] = [
  ...inSession(voting),
  [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper() }],
  open,
  [zhuchi, { type: 'VoidElection', electionId: e1, reason: '名单有误' }],
];
const saidAfter = (...steps: readonly Step[]) => voidedSaying(fold(played(...voided, ...steps)) as Held);

test('E13 it is said at once, with the reason', () =>
  expect(saidAfter()).toMatchObject({ title: '推选召集人 · 选举已作废', text: expect.stringContaining('名单有误') }));
test('V21 a voided vote is said as before', () =>
  expect(
    saidAfter([zhuchi, { type: 'OpenVoting', motionIds: [m1] }], [zhuchi, { type: 'VoidVoting', motionIds: [m1], reason: '文本有误' }]),
  ).toMatchObject({ text: expect.stringContaining('文本有误') }));
test('not when it is put again', () => expect(saidAfter(open)).toBe(null));
test('not when the meeting has gone on', () => expect(saidAfter([zhuchi, { type: 'MoveToStage', stageId: openFloor }])).toBe(null));
test('not when something has been announced since', () =>
  expect(
    saidAfter(
      [zhuchi, { type: 'OpenVoting', motionIds: [m1] }],
      [zhuchi, { type: 'CloseVoting', motionIds: [m1] }],
      [zhuchi, { type: 'AnnounceResult', motionIds: [m1] }],
    ),
  ).toBe(null));

const acclaim: Step = [zhuchi, { type: 'OpenAcclamation', motionIds: [m1] }];
const objection: Step = [li, { type: 'RaiseObjection', motionId: m1 }];
test('V12 an objection is said, and not an older void vote; nobody is named', () =>
  expect(saidAfter(acclaim, objection)).toEqual({ title: '建议 1', text: '有委员提出不同意见，改为计票表决' }));
test('V12 not when the meeting has gone on', () =>
  expect(saidAfter(acclaim, objection, [zhuchi, { type: 'MoveToStage', stageId: openFloor }])).toBe(null));
test('V12 no longer once the counted vote was announced', () =>
  expect(
    saidAfter(
      acclaim,
      objection,
      [zhuchi, { type: 'OpenVoting', motionIds: [m1] }],
      [zhuchi, { type: 'CloseVoting', motionIds: [m1] }],
      [zhuchi, { type: 'AnnounceResult', motionIds: [m1] }],
    ),
  ).toBe(null));
test('V21 a vote declared void after an objection is said instead of it', () =>
  expect(
    saidAfter(
      acclaim,
      objection,
      [zhuchi, { type: 'OpenVoting', motionIds: [m1] }],
      [zhuchi, { type: 'VoidVoting', motionIds: [m1], reason: '文本有误' }],
    ),
  ).toMatchObject({ title: '建议 1 · 本次表决作废' }));
