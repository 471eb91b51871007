import { personId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { mentionedIn, typedMention } from './mentions.ts';

const people = [
  { person: personId('a'), name: '陈子' },
  { person: personId('b'), name: '陈子明' },
  { person: personId('c'), name: '文秘书' },
  { person: personId('d'), name: '文秘书' },
];

test('B6 who stands behind an @ is mentioned, once, the longer name before the shorter', () => {
  expect(mentionedIn('请@陈子明 看，＠陈子 也看，@陈子明再看', people)).toEqual(['b', 'a']);
  expect(mentionedIn('陈子明说过；邮箱 x@y.cn', people)).toEqual([]);
});

test('B6 of people with one name the chosen are meant, or all', () => {
  expect(mentionedIn('@文秘书 请核对', people, [personId('d')])).toEqual(['d']);
  expect(mentionedIn('@文秘书 请核对', people)).toEqual(['c', 'd']);
});

test('a name is being typed behind an @ until a blank', () => {
  expect(['请@', '请@陈', '请@陈子明 ', '没有'].map(typedMention)).toEqual(['', '陈', null, null]);
});
