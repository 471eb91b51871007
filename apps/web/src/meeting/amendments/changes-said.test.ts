import { expect, test } from 'vitest';
import { changesSaid } from './changes-said.ts';

test('a change is said in the order of the text, a replacement in one', () => {
  expect(changesSaid('建立机制，防止代替补贴。', '建立机制，明确情形，严禁代替补贴。')).toBe('“防止”改为“明确情形，严禁”');
  expect(changesSaid('联合社会资本组建基金，重点投向项目。', '联合各类社会资本组建基金，投向项目。')).toBe('增加“各类”；删去“重点”');
  expect(changesSaid('相同', '相同')).toBe('');
});
