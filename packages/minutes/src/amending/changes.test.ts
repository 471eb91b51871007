import { expect, test } from 'vitest';
import { changesText } from './changes.ts';

test('a change is said in the order of the text, a replacement in one', () => {
  expect(changesText('建立机制，防止代替补贴。', '建立机制，明确情形，防止代替补贴。')).toBe('增加“明确情形”');
  expect(changesText('建立机制，防止代替补贴。', '建立机制，严禁代替补贴。')).toBe('将“防止”改为“严禁”');
  expect(changesText('联合社会资本组建基金，重点投向项目。', '联合各类社会资本组建基金，投向项目。')).toBe('增加“各类”，删去“重点”');
  expect(changesText('相同', '相同')).toBe('');
});
