import { expect, test } from 'vitest';
import { personId, type Attendee } from '@xieshang/meeting';
import type { Account } from '../../http/shapes.ts';
import { decodeText, isText } from '../../http/decode-text.ts';
import { judgeRows, readRoll, takeOver } from './roll-rows.ts';
import { moved, sorted } from './order.ts';

const account = (id: string, name: string, more: Partial<Account> = {}): Account => ({
  account: personId(id),
  name,
  role: 'member',
  sector: null,
  unit: null,
  title: null,
  disabled: false,
  ...more,
});
const accounts = [
  account('weiyuan01', '张三', { sector: '经济界', unit: '明川机械厂' }),
  account('weiyuan02', '李四'),
  account('weiyuan03', '李四'),
  account('bumen1', '丙', { role: 'departmentRep', unit: '市工业和信息化局' }),
  account('jiu', '旧人', { disabled: true }),
  account('guanli', '管理', { role: 'admin' }),
];
const judge = (text: string) => judgeRows(readRoll(text), accounts, []);
const problemTypes = (text: string) => judge(text).map(({ problems }) => problems.map(({ type }) => type));

test('a CSV as Excel writes it in China (GBK) reads like one in UTF-8', () => {
  // 姓名,身份\r\n张三,委员\r\n
  const gbk = Uint8Array.from([
    0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc9, 0xed, 0xb7, 0xdd, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xce, 0xaf, 0xd4, 0xb1, 0x0d, 0x0a,
  ]);
  const text = decodeText(gbk);
  expect(text).toBe('姓名,身份\r\n张三,委员\r\n');
  expect(decodeText(new TextEncoder().encode('\ufeff姓名'))).toBe('姓名');
  expect(judge(text)[0]?.attendee).toEqual({
    person: 'weiyuan01',
    name: '张三',
    role: 'member',
    sector: '经济界',
    unit: '明川机械厂',
  });
});

test.each([
  ['least', [0xff, 0xfe, 0x20, 0x5f, 0x09, 0x4e]],
  ['most', [0xfe, 0xff, 0x5f, 0x20, 0x4e, 0x09]],
])('UTF-16 with its mark reads whichever byte comes first: %s significant', (_order, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe('张三');
});

test('a workbook under the name of a CSV is no text; a table is, in UTF-16 too', () => {
  const files = [
    [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00],
    [0xd0, 0xd5, 0xc3, 0xfb],
    [0xff, 0xfe, 0x41, 0x00],
  ];
  expect(files.map((bytes) => isText(Uint8Array.from(bytes)))).toEqual([false, true, true]);
});

test('a control character that nobody sees is a blank, not a name that no server takes', () => {
  expect(readRoll('姓名,座位\n张\u0000三\u0007,A\u001b1')[0]?.typed).toMatchObject({ name: '张 三', seat: 'A 1' });
});

test('a word that every object knows is no role', () => {
  expect(problemTypes('姓名,身份\n张三,constructor')).toEqual([['unknownRole']]);
});

test('a rare character outside GB2312 survives', () => {
  // 镕 (U+9555) is E946 in GBK.
  expect(decodeText(Uint8Array.from([0xe9, 0x46]))).toBe('镕');
});

test('columns go by their heads in any order, also with spaces inside', () => {
  const [row] = readRoll('座位\t姓 名\t备注\t账号\n3排5座\t张三\t带电脑\tweiyuan01');
  expect(row?.typed).toMatchObject({ name: '张三', account: 'weiyuan01', seat: '3排5座' });
});

test('without heads columns go by position', () => {
  const [row] = readRoll('张三\tweiyuan01\t委员\t经济界\t明川机械厂\t厂长\tA1');
  expect(row?.typed).toEqual({
    name: '张三',
    account: 'weiyuan01',
    role: '委员',
    sector: '经济界',
    unit: '明川机械厂',
    title: '厂长',
    seat: 'A1',
    weight: '',
  });
});

test('quoted cells with commas and blank rows are no trouble, an unclosed quote neither', () => {
  expect(readRoll('姓名,职务\n\n张三,"厂长,工程师"\n').map(({ typed, line }) => [line, typed.title])).toEqual([[3, '厂长,工程师']]);
  expect(readRoll('姓名,职务\n张三,"厂长\n丙,局长').map(({ typed }) => typed.name)).toEqual(['张三', '丙']);
});

test('a missing account is found by a name that only one person has', () => {
  const [row] = judge('姓名\n张 三');
  expect([row?.attendee?.person, row?.matchedByName]).toEqual(['weiyuan01', true]);
});

test('two of the same name are offered for choice, and a choice settles it', () => {
  const rows = readRoll('姓名\n李四');
  const [open] = judgeRows(rows, accounts, []);
  expect([open?.attendee, open?.problems[0]?.type, open?.candidates.length]).toEqual([null, 'severalOfThatName', 2]);
  const [settled] = judgeRows(rows, accounts, [], { accounts: new Map([[2, personId('weiyuan03')]]), guests: new Map() });
  expect(settled?.attendee?.person).toBe('weiyuan03');
});

test('somebody without an account can come by the invite link alone', () => {
  const rows = readRoll('姓名,身份,界别\n生人,委员,教育界');
  const [row] = judgeRows(rows, accounts, [], { accounts: new Map(), guests: new Map([[2, personId('g1')]]) });
  expect([row?.attendee, row?.guest]).toEqual([{ person: 'g1', name: '生人', role: 'member', sector: '教育界' }, true]);
});

test('each fault of a row has its name', () => {
  expect(problemTypes('姓名,账号,身份\n张三,nobody,委员')).toEqual([['unknownAccount']]);
  expect(problemTypes('姓名,账号,身份\n张三,weiyuan01,贵宾')).toEqual([['unknownRole']]);
  expect(problemTypes('姓名,账号\n旧人,jiu')).toEqual([['disabledAccount']]);
  expect(problemTypes('姓名,账号,身份\n管理,guanli,委员')).toEqual([['adminAccount']]);
  expect(problemTypes('姓名,账号,身份\n生人,,委员')).toEqual([['noAccountOfThatName']]);
  expect(problemTypes('姓名,账号,座位\n,,A1')).toEqual([['noName', 'roleNeeded']]);
  expect(problemTypes(`姓名,账号,座位\n张三,weiyuan01,${'座'.repeat(21)}`)).toEqual([['tooLong']]);
  expect(problemTypes('姓名,账号\n张三,weiyuan01\n张三,weiyuan01')).toEqual([[], ['sameAsLine']]);
});

test('script in a cell is text like any other', () => {
  const [row] = judge('姓名,账号,职务\n张三,weiyuan01,<script>alert(1)</script>');
  expect(row?.attendee?.title).toBe('<script>alert(1)</script>');
});

test('people already on the roll keep their place and get the new particulars', () => {
  const roll: readonly Attendee[] = [{ person: personId('weiyuan01'), name: '张三', role: 'member' }];
  const rows = judgeRows(readRoll('姓名,账号,座位\n丙,bumen1,\n张三,weiyuan01,A1'), accounts, roll);
  expect(rows.map(({ replaces }) => replaces)).toEqual([false, true]);
  expect(takeOver(roll, rows).map(({ person, seat }) => [person, seat])).toEqual([
    ['weiyuan01', 'A1'],
    ['bumen1', undefined],
  ]);
});

const people = (...names: readonly string[]): readonly Attendee[] =>
  names.map((name, at) => ({ person: personId(`p${at}`), name, role: 'member' }));

test('rosters sort by strokes and by pinyin', () => {
  const roll = people('赵一', '丁二', '王三', '马四');
  expect(sorted(roll, 'strokes').map(({ name }) => name)).toEqual(['丁二', '马四', '王三', '赵一']);
  expect(sorted(roll, 'pinyin').map(({ name }) => name)).toEqual(['丁二', '马四', '王三', '赵一']);
  expect(sorted(people('安一', '丁二'), 'pinyin')[0]?.name).toBe('安一');
  expect(sorted(people('安一', '丁二'), 'strokes')[0]?.name).toBe('丁二');
});

test('moving one leaves the others in their order', () => {
  expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
  expect(moved(['a', 'b'], 0, 2)).toEqual(['a', 'b']);
});

test('votes of a person are a whole number from 1 to 1000; one where nothing is written', () => {
  const head = '姓名\t账号\t身份\t票数';
  const rows = judge(`${head}\n张三\tweiyuan01\t委员\t3\n李四\tweiyuan02\t委员\t`);
  expect(rows.map(({ attendee }) => attendee?.weight)).toEqual([3, undefined]);
  for (const typed of ['0', '-1', '1001', '2.5', '三']) {
    expect(problemTypes(`${head}\n张三\tweiyuan01\t委员\t${typed}`)).toEqual([['badWeight']]);
  }
});
