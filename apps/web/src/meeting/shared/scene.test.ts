// What the hall says of a vote that was declared void: until the meeting goes on, and no longer.
import { fold, inSession, m1, m2, openFloor, played, voting, zhuchi, type Step } from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import type { Held } from './held.ts';
import { freshVoided } from './scene.ts';

const voided: readonly Step[] = [
  ...inSession(voting),
  [zhuchi, { type: 'OpenVoting', motionIds: [m1] }],
  [zhuchi, { type: 'VoidVoting', motionIds: [m1], reason: '文本有误' }],
];
const freshAfter = (...steps: readonly Step[]) => freshVoided(fold(played(...voided, ...steps)) as Held).map(({ motionId }) => motionId);

test('V21 it is said at once', () => expect(freshAfter()).toEqual([m1]));
test('not when it is put again', () => expect(freshAfter([zhuchi, { type: 'OpenVoting', motionIds: [m1] }])).toEqual([]));
test('not when the meeting has gone on', () => expect(freshAfter([zhuchi, { type: 'MoveToStage', stageId: openFloor }])).toEqual([]));
test('not when something else has been announced since', () =>
  expect(
    freshAfter(
      [zhuchi, { type: 'OpenVoting', motionIds: [m2] }],
      [zhuchi, { type: 'CloseVoting', motionIds: [m2] }],
      [zhuchi, { type: 'AnnounceResult', motionIds: [m2] }],
    ),
  ).toEqual([]));
