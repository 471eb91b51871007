import { meetingId, motionId, personId } from '@xieshang/meeting';
import { expect, test, vi } from 'vitest';
import { forgetKeptWishes, keepWish, keptWish } from './kept-wishes.ts';
import { storageOfTest } from './testing.ts';

const demo = meetingId('demo');
const [li, wang] = [personId('weiyuan02'), personId('weiyuan03')];
const m4 = motionId('m4');
const wish = { version: 3, original: '原文', text: '新文', reason: '' };
const kept = storageOfTest('localStorage');

test('what is being written is found again by its writer only, until it is handed in', () => {
  keepWish(demo, li, m4, wish);
  expect(keptWish(demo, li, m4)).toEqual(wish);
  expect([keptWish(demo, wang, m4), keptWish(demo, li, motionId('m5'))]).toEqual([null, null]);
  keepWish(demo, li, m4, null);
  expect(keptWish(demo, li, m4)).toBeNull();
});

test('at sign-out nothing of that person stays', () => {
  keepWish(demo, li, m4, wish);
  keepWish(demo, wang, m4, wish);
  forgetKeptWishes(li);
  expect([keptWish(demo, li, m4), keptWish(demo, wang, m4)]).toEqual([null, wish]);
});

test('what somebody else wrote there is no wish, and a browser that keeps nothing does no harm', () => {
  kept.set('xieshang.wish.weiyuan02 demo m4', '{"text":1}');
  expect(keptWish(demo, li, m4)).toBeNull();
  vi.stubGlobal('localStorage', undefined);
  keepWish(demo, li, m4, wish);
  expect(keptWish(demo, li, m4)).toBeNull();
});
