// Terms of a meeting: the committee's own first, each once, most used first, found by text and by pinyin initials.
import type { Roll } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import type { Phrase } from '../../../http/shapes.ts';
import { findTerms, termGroups, type TermGroup } from './groups.ts';

const term = (id: string, heading: string, text: string, uses = 0): Phrase => ({
  id,
  kind: 'term',
  heading,
  title: text,
  blocks: [{ level: 0, text }],
  uses,
});
const roll = {
  attendees: [
    { person: 'weiyuan01', name: '张委员', role: 'member', sector: '经济' },
    { person: 'weiyuan02', name: '李委员', role: 'member', sector: '经济' },
    { person: 'bumen1', name: '王局长', role: 'departmentRep', unit: '市工信局' },
    { person: 'mishu1', name: '赵秘书', role: 'secretary', unit: '市政协办公室' },
  ],
} as unknown as Roll;
const usual = [term('usual-1', '会议用语', '会议认为，'), term('usual-2', '会议用语', '会议要求，')];
const read = (groups: readonly TermGroup[]) =>
  Object.fromEntries(groups.map(({ heading, terms }) => [heading, terms.map(({ text }) => text)]));

test('the committee’s own, what all are given, and the roll, by groups', () => {
  const groups = termGroups([term('p-1', '本会用语', '明川市')], usual, roll, '');
  expect(read(groups)).toEqual({
    本会用语: ['明川市'],
    会议用语: ['会议认为，', '会议要求，'],
    委员: ['张委员', '李委员'],
    部门代表: ['王局长'],
    单位: ['市工信局', '市政协办公室'],
    界别: ['经济'],
    主持和秘书: ['赵秘书'],
  });
});

test('what this text uses most stands first; one’s own counts wherever it was used', () => {
  const text = '会议要求，李委员、李委员、张委员。';
  const groups = read(termGroups([term('p-1', '会议用语', '会议明确，', 1), term('p-2', '会议用语', '会议决定，', 5)], usual, roll, text));
  expect(groups['委员']).toEqual(['李委员', '张委员']);
  expect(groups['会议用语']).toEqual(['会议决定，', '会议明确，', '会议要求，', '会议认为，']);
});

test('the same words stand once in a group, as the committee’s own', () => {
  const [group] = termGroups([term('p-1', '会议用语', '会议认为，')], usual, roll, '');
  expect(group?.terms.map(({ text, id }) => [text, id])).toEqual([
    ['会议认为，', 'p-1'],
    ['会议要求，', null],
  ]);
});

test('a term is found by a part of it and by the initials of its pinyin', () => {
  const groups = termGroups([], usual, roll, '');
  expect(read(findTerms(groups, '工信'))).toEqual({ 单位: ['市工信局'] });
  expect(read(findTerms(groups, 'hyyq'))).toEqual({ 会议用语: ['会议要求，'] });
  expect(read(findTerms(groups, 'LWY'))).toEqual({ 委员: ['李委员'] });
  expect(findTerms(groups, 'xyz')).toEqual([]);
  expect(findTerms(groups, ' ')).toEqual(groups);
});
