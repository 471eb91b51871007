// 发言摘编: how each kind of speech stands in it, whose digest comes first, and that one is at most 500 characters (M11).
import { digestOf, mishu, zhang, zhuchi, type Step } from '@xieshang/meeting/testing';
import { kinds, sample } from '@xieshang/minutes/testing';
import type { RequestId } from '@xieshang/meeting';
import { describe, expect, test } from 'vitest';
import { speechesSheet, type Digests } from './sheets/speeches.ts';
import type { SheetBlock } from './sheets/sheet.ts';

const { at, committee, heldAfter, requests } = sample;
const { everyKind, said } = kinds;

/** What stands below the heading that holds the name, up to the next heading. */
function below(name: RegExp, steps: readonly Step[], digests: Digests = new Map()): readonly string[] {
  const sheet = speechesSheet({ meeting: heldAfter(...steps), committee, convenedAt: null }, digests);
  const blocks = sheet.parts.flatMap((part) => part.blocks);
  const from = blocks.findIndex((block) => block.kind === 'heading' && name.test(block.text));
  const rest = blocks.slice(from + 1);
  const to = rest.findIndex(({ kind }) => kind === 'heading');
  return rest.slice(0, to < 0 ? undefined : to).map(lineOf);
}
const lineOf = (block: SheetBlock): string => (block.kind === 'text' ? `${block.label ?? ''}${block.text}` : '');

describe('each kind', () => {
  test.each([
    [
      'as the stage has it: not said again',
      /委员3/,
      ['题目：=园区“九通一平”', '时间：16:01—16:06，用时3分40秒，超时40秒', '市商务局丁答复：条件成熟的先行（部分采纳）。'],
    ],
    ['an interjection', /委员5/, ['题目：补充一个数字', '类别：插话', '时间：16:03—16:03，用时30秒']],
    ['entered by the office', /委员4/, ['题目：人才引育', '时间：16:07—16:08，用时1分0秒', '代操作：由文秘书代为登记']],
    [
      'written, handed in by the office',
      /委员30/,
      ['题目：县域招商', '类别：书面发言', '提交时间：16:09', '代操作：由文秘书代为提交', '书面发言：建议统筹县域招商。\n一是统一目录。'],
    ],
    ['a response', /市商务局丁$/, ['题目：回应园区配套', '类别：部门回应', '时间：16:06—16:07，用时40秒']],
  ])('%s', (_name, who, lines) => {
    expect(below(who, everyKind)).toEqual(lines);
  });

  test('Q19 of a point of order what it is about', () => {
    const lines = speechesSheet({ meeting: heldAfter(...everyKind), committee, convenedAt: null }, new Map()).parts.flatMap((part) =>
      part.blocks.map(lineOf),
    );
    expect(lines).toContain('类别：程序性发言（发言时间）');
  });
});

describe('M11 the digest', () => {
  const inMinutes = (id: RequestId, ...text: readonly string[]): Digests => new Map([[id, text]]);
  const concluded: readonly Step[] = [...sample.course, [zhuchi, { type: 'ConcludeMeeting' }, at('17:10:00')]];
  const asking: readonly Step[] = [
    ...concluded,
    [mishu, { type: 'AskSpeakers', digests: [digestOf(requests.keynote, '摘要甲')] }, at('17:20:00')],
  ];
  const digest = (steps: readonly Step[], digests?: Digests) => below(/张委员/, steps, digests).slice(2);

  test('is what the minutes say below the speech until the speaker was asked, then what was asked', () => {
    const written = inMinutes(requests.keynote, '纪要甲', '纪要乙');
    expect(digest(concluded, written)).toEqual(['摘要：纪要甲', '纪要乙']);
    expect(digest(asking, written)).toEqual(['摘要（待本人确认）：摘要甲']);
  });

  test('says whether the speaker confirmed it or wants a change', () => {
    const { hash } = digestOf(requests.keynote, '摘要甲');
    const confirm: Step = [zhang, { type: 'ConfirmSpeechDigest', requestId: requests.keynote, hash }, at('17:30:00')];
    const contest: Step = [zhang, { type: 'ContestSpeechDigest', requestId: requests.keynote, hash, wish: '改' }, at('17:30:00')];
    expect(digest([...asking, confirm])).toEqual(['摘要（本人已确认）：摘要甲']);
    expect(digest([...asking, contest])).toEqual(['摘要（本人要求修改）：摘要甲']);
  });

  test('of more than 500 characters is not cut, but said to be too long', () => {
    expect(digest(concluded, inMinutes(requests.keynote, '长'.repeat(500)))[0]).toMatch(/^摘要：长/);
    expect(digest(concluded, inMinutes(requests.keynote, '长'.repeat(499), '二'))[0]).toMatch(/^摘要（超过500字，请压缩）：长/);
  });

  test('of a written speech stands for its text', () => {
    const lines = below(/委员30/, everyKind, inMinutes(said.written, '统筹县域招商'));
    expect(lines.at(-1)).toBe('摘要：统筹县域招商');
    expect(lines.join()).not.toContain('统一目录');
  });
});
