import { meetingId, personId, voteId } from '@xieshang/meeting';
import { expect, test, vi } from 'vitest';
import { forgetKeptKeys, forgetKey, holdsKeptKeys, keepKey, keptKey } from './kept-keys.ts';
import { forgetGiven, forgetReceipts, givenBallots, keepGiven, type GivenBallot } from './kept-receipts.ts';
import { storageOfTest } from './testing.ts';

const [demo, other] = [meetingId('demo'), meetingId('other')];
const [li, wang] = [personId('weiyuan02'), personId('weiyuan03')];
const given: GivenBallot = { vote: voteId('v-1'), revision: 1, hash: 'ab', level: 'tag', title: '建议 1', tags: [], receipt: null };
const receipted = { ...given, receipt: { key: 'k', signature: 's' } };
const lasting = storageOfTest('localStorage');
const tab = storageOfTest('sessionStorage');

test('what is not acknowledged outlives the browser; once it is, its receipt lasts as long as the tab', () => {
  keepGiven(demo, li, given);
  expect([lasting.size, tab.size]).toEqual([1, 0]);
  keepGiven(demo, li, receipted);
  expect([lasting.size, tab.size]).toEqual([0, 1]);
  expect(givenBallots(demo, li)).toEqual([receipted]);
});

test('a later ballot lies beside the receipt of the earlier until it is acknowledged, and can be forgotten alone', () => {
  keepGiven(demo, li, receipted);
  keepGiven(demo, li, { ...given, revision: 2 });
  expect(givenBallots(demo, li)).toEqual([{ ...given, revision: 2 }, receipted]);
  forgetGiven(demo, li, given.vote);
  expect(givenBallots(demo, li)).toEqual([receipted]);
});

test('is found by the person and the meeting it is of, and by no other', () => {
  keepGiven(demo, li, given);
  expect([givenBallots(demo, wang), givenBallots(other, li)]).toEqual([[], []]);
});

test('at sign-out nothing of that person is left, and all of another’s', () => {
  keepGiven(demo, li, given);
  keepGiven(other, li, receipted);
  keepGiven(demo, wang, given);
  forgetReceipts(li);
  expect([givenBallots(demo, li), givenBallots(other, li)]).toEqual([[], []]);
  expect(givenBallots(demo, wang)).toEqual([given]);
});

test('what is no receipt is not read as one', () => {
  lasting.set('xieshang.ballot.weiyuan02 demo tags.v-1', '{"id":1}');
  lasting.set('xieshang.ballot.weiyuan02 demo tags.v-2', 'no json');
  expect(givenBallots(demo, li)).toEqual([]);
});

test('a scrutineer’s key is found again, by its own public half only, until it is forgotten', () => {
  expect(keepKey(demo, li, { publicKey: 'p1', privateKey: 's1' })).toBe(true);
  expect([keptKey(demo, li, 'p1'), keptKey(demo, li, 'p2'), keptKey(demo, wang, 'p1'), keptKey(other, li, 'p1')]).toEqual([
    's1',
    null,
    null,
    null,
  ]);
  expect([holdsKeptKeys(li), holdsKeptKeys(wang)]).toEqual([true, false]);
  forgetKey(demo, li, 'p1');
  expect(holdsKeptKeys(li)).toBe(false);
});

test('a browser that keeps nothing says so before a key is offered', () => {
  vi.stubGlobal('localStorage', {
    ...localStorage,
    setItem: () => {
      throw new DOMException('no', 'QuotaExceededError');
    },
  });
  expect(keepKey(demo, li, { publicKey: 'p1', privateKey: 's1' })).toBe(false);
});

test('at sign-out no key is left', () => {
  keepKey(demo, li, { publicKey: 'p1', privateKey: 's1' });
  keepKey(demo, wang, { publicKey: 'p2', privateKey: 's2' });
  forgetKeptKeys(li);
  expect([holdsKeptKeys(li), keptKey(demo, wang, 'p2')]).toEqual([false, 's2']);
});
