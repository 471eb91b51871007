// What search finds of a meeting's speeches: every kind in the words of the minutes, open to everybody on the roll.
import { kinds, sample } from '@xieshang/minutes/testing';
import { expect, test } from 'vitest';
import { extractsOf } from './extracts.ts';

test('speeches of every kind are found by their words, with what kind they are', () => {
  const extracts = extractsOf(sample.heldAfter(...kinds.everyKind), null, sample.committee.zone);
  const found = (id: string) => extracts.filter(({ kind, ref }) => kind === 'speech' && ref === id);
  const { aside, order, written } = kinds.said;
  expect([aside, order, written].map((id) => found(id)[0]?.text.replace(/：.*$/, ''))).toEqual([
    '委员5（科协界）插话',
    '李委员（工商联界）就发言时间作程序性发言',
    '委员30（科协界）作书面发言',
  ]);
  expect([aside, order, written].flatMap((id) => found(id).map(({ circle }) => circle))).toEqual(['public', 'public', 'public']);
});
