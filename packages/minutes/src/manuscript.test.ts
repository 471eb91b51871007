// The minutes as they read in the end, against the finished sample of the practice.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { initial } from '@xieshang/meeting';
import { mishu, zhang, type Step } from '@xieshang/meeting/testing';
import { readDocument, type DocumentJson, type NodeJson } from './document-json.ts';
import { manuscriptOf, type Block } from './manuscript.ts';
import { chinese } from './numbering.ts';
import { writeSkeleton } from './skeleton.ts';
import { at, committee, course, heldAfter, samplePlan } from './testing/sample.ts';

const draft = { number: null, copyTo: '' } as const;
const made = (content: readonly NodeJson[], steps: readonly Step[] = course) =>
  manuscriptOf({ type: 'doc', content }, heldAfter(...steps), committee, draft);
const text = (value: string, ...marks: readonly string[]): NodeJson => ({
  type: 'text',
  text: value,
  marks: marks.map((type) => ({ type })),
});
const heading = (level: number, value: string): NodeJson => ({ type: 'heading', attrs: { level }, content: [text(value)] });
const paragraph = (...content: readonly NodeJson[]): NodeJson => ({ type: 'paragraph', content });

/** A block as a line of text. */
const told = (block: Block): string => {
  const runs = 'runs' in block ? block.runs.map((run) => run.text).join('') : '';
  return block.kind === 'heading' ? `${block.number}${runs}` : block.kind === 'fact' ? block.lines.join('\n') : runs;
};

const written = (): DocumentJson => {
  const doc = new Y.Doc();
  writeSkeleton(doc, heldAfter(...course), committee);
  return readDocument(doc);
};

describe('the head', () => {
  test('is that of the sample', () => {
    const { mark, title, issuer, number, copyTo, heldOn, zone } = manuscriptOf(written(), heldAfter(...course), committee, {
      number: '〔2022〕3号',
      copyTo: '市委、市政府办公室',
    });
    expect(mark).toBe('政协明川市委员会双月专题协商座谈会纪要');
    expect(title).toBe('关于“实施产业链精准招商、助推新型工业化强市建设”双月专题协商座谈会的纪要');
    expect(issuer).toBe('政协明川市委员会办公室');
    expect([number, copyTo, heldOn, zone]).toEqual(['〔2022〕3号', '市委、市政府办公室', at('14:05:00'), 'Asia/Shanghai']);
  });

  test.each([
    ['市政协2022年第3次双月专题协商座谈会', '政协明川市委员会双月专题协商座谈会纪要'],
    ['双月专题协商座谈会', '政协明川市委员会双月专题协商座谈会纪要'],
    ['政协明川市委员会第十四届主席会议', '政协明川市委员会第十四届主席会议纪要'],
    ['政协明川市委员会2022年', '政协明川市委员会2022年纪要'],
  ])('of a meeting called %s', (title, mark) => {
    const plan = { ...samplePlan, notice: { ...samplePlan.notice, title } };
    expect(made([], [[mishu, { type: 'ConveneMeeting', plan }]]).mark).toBe(mark);
  });

  test('of a rehearsal says so', () => {
    const plan = { ...samplePlan, notice: { ...samplePlan.notice, kind: 'rehearsal' as const } };
    expect(made([], [[mishu, { type: 'ConveneMeeting', plan }]]).mark).toBe('政协明川市委员会双月专题协商座谈会纪要（演练）');
  });

  test('there is none before the convening', () => {
    expect(() => manuscriptOf({ type: 'doc', content: [] }, initial, committee, draft)).toThrow(TypeError);
  });
});

describe('the body', () => {
  test('words the facts, numbers the headings, leaves out blanks and the names', () => {
    const lines = manuscriptOf(written(), heldAfter(...course), committee, draft).body.map(told);
    expect(lines.slice(0, 5)).toEqual([
      '2022年5月26日下午，市政协召开第3次双月专题协商座谈会，围绕“实施产业链精准招商、助推新型工业化强市建设”协商议政。市政协副主席甲主持会议。',
      '应到委员32人，实到28人（线上参会11人），请假3人，缺席1人，符合规定人数。',
      '现将会议情况纪要如下：',
      '一、协商情况',
      '14:05—14:17　通报：全市产业链招商情况',
    ]);
    expect(lines.filter((line) => /^[一二三四]、/.test(line))).toEqual([
      '一、协商情况',
      '二、形成的主要建议',
      '三、部门回应情况',
      '四、有关要求',
    ]);
    expect(lines).not.toContain('');
    expect(lines.some((line) => line.startsWith('出席'))).toBe(false);
  });

  test('numbers begin anew under every higher heading', () => {
    const levels = [1, 2, 2, 3, 4, 4, 3, 4, 1, 2, 4];
    const numbers = made(levels.map((level) => heading(level, '题'))).body.map((block) => (block.kind === 'heading' ? block.number : ''));
    expect(numbers).toEqual(['一、', '（一）', '（二）', '1.', '（1）', '（2）', '2.', '（1）', '二、', '（一）', '（1）']);
  });

  test('numbers are written as they are spoken', () => {
    expect([1, 10, 11, 20, 21, 99, 100].map(chinese)).toEqual(['一', '十', '十一', '二十', '二十一', '九十九', '100']);
  });

  test('runs keep their marks and breaks, join where they look alike, and hold nothing that cannot be printed', () => {
    const [block] = made([
      paragraph(text('会\u0000议'), text('认为', 'bold', 'link'), text('：', 'bold'), { type: 'hardBreak' }, text('\u000b一')),
    ]).body;
    expect(block).toEqual({ kind: 'paragraph', runs: [{ text: '会议' }, { text: '认为：', bold: true }, { text: '\n一' }] });
  });

  test('lists and tables keep their shape, blank cells too', () => {
    const item = {
      type: 'listItem',
      content: [paragraph(text('一')), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph()] }] }],
    };
    const cell = { type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [paragraph()] };
    const { body } = made([
      { type: 'orderedList', content: [item] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
    ]);
    const empty = { kind: 'paragraph', runs: [] };
    expect(body).toEqual([
      {
        kind: 'list',
        ordered: true,
        items: [
          [
            { kind: 'paragraph', runs: [{ text: '一' }] },
            { kind: 'list', ordered: false, items: [[empty]] },
          ],
        ],
      },
      { kind: 'table', rows: [[{ header: true, colspan: 2, rowspan: 1, blocks: [empty] }]] },
    ]);
  });

  test('facts are worded anew after the record was put right', () => {
    const fact = { type: 'fact', attrs: { fact: 'roll' } };
    const undone: Step = [mishu, { type: 'UndoCheckIn', person: zhang, reason: '误签' }];
    expect(made([fact], [...course, undone]).body.map(told)).toEqual([
      '应到委员32人，实到27人（线上参会11人），请假3人，缺席2人，符合规定人数。',
    ]);
  });
});

describe('the attachments', () => {
  test('name those present, on leave and 列席 by precedence', () => {
    const { present, onLeave, nonVoting } = made([]);
    expect([present.length, ...present.slice(0, 2)]).toEqual([28, '张委员', '李委员']);
    expect(onLeave).toEqual(['委员29', '委员30', '委员31']);
    expect(nonVoting).toEqual(['市工业和信息化局丙', '市商务局丁', '市发展和改革委员会戊']);
  });

  test('give the last round of each motion that has a result', () => {
    expect(made([]).votes).toEqual([
      {
        ...{ number: 9, motionId: 'm9', round: 1, title: '建议9', text: '建议建立跨县区项目流转和利益共享机制。' },
        ...{ approve: 16, oppose: 5, abstain: 6, notPressed: 1, base: 32, passed: false, form: 'named' },
      },
    ]);
  });
});

test('the same document and record always make the same manuscript', () => {
  const [one, other] = [made(written().content), made(written().content)];
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});
