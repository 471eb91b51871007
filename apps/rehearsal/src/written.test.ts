import { expect, test } from 'vitest';
import { isKept, minutesFigures, type Written } from './written.ts';

const clean = { marks: 9, lost: 0, doubled: 0, letters: { typed: 90, missing: 0, surplus: 0 } };
const written = (text: Partial<typeof clean>, contents = 1): Written => ({
  ...{ edits: 30, editToSeen: null, editToDisk: null, refusals: [], reconnects: 0, noReceipt: 0 },
  text: { ...clean, ...text },
  contents,
});

test('nothing lost, nothing doubled, one content', () => expect(isKept(written({}))).toBe(true));

test.each<[string, Written]>([
  ['a mark is lost', written({ lost: 1 })],
  ['a mark is doubled', written({ doubled: 1 })],
  ['a letter is missing', written({ letters: { typed: 90, missing: 1, surplus: 0 } })],
  ['a letter is too many', written({ letters: { typed: 90, missing: 0, surplus: 1 } })],
  ['two replicas differ', written({}, 2)],
])('not when %s', (_name, outcome) => expect(isKept(outcome)).toBe(false));

test('commands and marks that are lost or doubled are told together', () => {
  expect(minutesFigures({ lost: 1, doubled: 2 }, written({ lost: 3, doubled: 4 }), 20)).toMatchObject({ lost: 4, doubled: 6 });
});

test('two contents are no convergence', () => {
  expect(minutesFigures({ lost: 0, doubled: 0 }, written({}, 2), 20).converged).toBe(false);
  expect(minutesFigures({ lost: 0, doubled: 0 }, written({}), 20).converged).toBe(true);
});

test('refusals are counted, and each kind named once', () => {
  const refusals = ['4429 TooMuch', '4429 TooMuch', '4422 InvalidUpdate'];
  expect(minutesFigures({ lost: 0, doubled: 0 }, { ...written({}), refusals }, 20)).toMatchObject({
    refusals: 3,
    minutes: { refused: ['4429 TooMuch', '4422 InvalidUpdate'] },
  });
});
