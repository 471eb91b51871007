import { jottingId, meetingId, personId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { forgetJotting, forgetKeptJottings, holdsKeptJottings, keepJotting, keptJottings } from './kept-jottings.ts';
import { storageOfTest } from './testing.ts';

const demo = meetingId('demo');
const [zhuchi, mishu] = [personId('zhuchi'), personId('mishu1')];
const line = (id: string, at: number) => ({ id: jottingId(id), at, text: '请补数字', about: { stageId: null, requestId: null } });
const kept = storageOfTest('localStorage');

test('what is not on disk yet is found again by its writer only, oldest first, until it is', () => {
  for (const one of [line('j2', 20), line('j1', 10)]) keepJotting(demo, zhuchi, one);
  expect(keptJottings(demo, zhuchi).map(({ id }) => id)).toEqual(['j1', 'j2']);
  expect([keptJottings(demo, mishu), keptJottings(meetingId('other'), zhuchi)]).toEqual([[], []]);
  forgetJotting(demo, zhuchi, jottingId('j1'));
  expect(keptJottings(demo, zhuchi).map(({ id }) => id)).toEqual(['j2']);
});

test('at sign-out nothing of that person stays', () => {
  keepJotting(demo, zhuchi, line('j1', 10));
  keepJotting(demo, mishu, line('j2', 20));
  expect([holdsKeptJottings(zhuchi), holdsKeptJottings('weiyuan01')]).toEqual([true, false]);
  forgetKeptJottings(zhuchi);
  expect(holdsKeptJottings(zhuchi)).toBe(false);
  expect([keptJottings(demo, zhuchi), keptJottings(demo, mishu).length]).toEqual([[], 1]);
});

test('what somebody else wrote there is no jotting', () => {
  kept.set('xieshang.jotting.zhuchi demo j1', '{"id":1}');
  kept.set('xieshang.jotting.zhuchi demo j2', 'no json');
  expect(keptJottings(demo, zhuchi)).toEqual([]);
});
