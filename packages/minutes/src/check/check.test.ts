// The fact check against a small meeting: each kind of slip told in one sentence, and loose words left alone. N3.
import { describe, expect, test } from 'vitest';
import { initial, requestId, type MotionId } from '@xieshang/meeting';
import { bumen2, mishu, zhang, zhuchi, type Step } from '@xieshang/meeting/testing';
import { draftOf } from '../draft/index.ts';
import { passageText } from '../draft/passage.ts';
import { factsOf } from '../facts.ts';
import { at, ballots, committee, course, heldAfter } from '../testing/sample.ts';
import { checkRecordOf, checkText, forgottenIn } from './index.ts';
import { numberOf, weekdayOf } from './reading.ts';

const m1 = 'm1' as MotionId;
const voted: readonly Step[] = [
  ...course,
  [zhuchi, { type: 'OpenVoting', motionIds: [m1] }, at('17:00:00')],
  ...ballots(m1, 26, 1, 0, at('17:00:10')),
  [zhuchi, { type: 'CloseVoting', motionIds: [m1] }, at('17:01:00')],
];
const recordAfter = (...steps: readonly Step[]) => {
  const record = checkRecordOf(heldAfter(...steps), committee);
  if (!record) throw new Error('not convened');
  return record;
};
const record = recordAfter(...voted);
const told = (text: string, of = record): readonly string[] => checkText(text, of).map(({ says }) => says);

const x1 = 'x1' as MotionId;
const opening = course.findIndex(([, { type }]) => type === 'OpenVoting');
const withAmendment = recordAfter(
  ...course.slice(0, opening),
  [
    zhang,
    {
      ...{ type: 'ProposeAmendment', amendmentId: x1, motionId: 'm9' as MotionId, version: 1 },
      text: '建议建立跨县区项目流转和利益共享机制，明确尽职免责情形。',
    },
    at('16:55:00'),
  ],
  [zhuchi, { type: 'OpenVoting', motionIds: [x1] }, at('16:56:00')],
  ...ballots(x1, 24, 1, 2, at('16:56:10')),
  [zhuchi, { type: 'CloseVoting', motionIds: [x1] }, at('16:57:00')],
  ...course.slice(opening),
);

describe('N3 amendments', () => {
  test.each([
    '张委员对第9条的修改意见，赞成24票、反对1票、弃权2票、未按1票，达到应到委员过半数，获得通过。',
    '第9条的修改意见获得通过，第9条未获通过。',
    '对建议稿2条意见建议逐条表决。',
    ...withAmendment.draft.map(passageText),
  ])('leaves %s', (text) => {
    expect(told(text, withAmendment)).toEqual([]);
  });
  test('finds a wrong figure and a wrong verdict of an amendment, and of its clause', () => {
    expect(told('第9条的修改意见，赞成16票。', withAmendment)).toEqual(['正文写“赞成16票”，记录为第9条赞成24票（表决记录）。']);
    expect(told('第9条的修改意见未获通过。', withAmendment)).toHaveLength(1);
    expect(told('第9条获得通过。', withAmendment)).toHaveLength(1);
    expect(told('对第9条的修改意见（增加“明确尽职免责情形”），赞成23票、反对1票、弃权2票、未按1票。', withAmendment)).toHaveLength(1);
  });
  test('an amendment that failed is nothing left to be studied', () => {
    expect(forgottenIn('', new Set(), withAmendment).map(({ says }) => says)).toEqual([
      expect.stringContaining('第9条建议未获通过'),
      expect.stringContaining('书面答复'),
    ]);
  });
});

describe('N3 attendance', () => {
  test('a wrong figure is named with what the record says, and where it stands', () => {
    const text = '会议应到委员32人，实到27人（线上参会11人）。';
    expect(checkText(text, record)).toMatchObject([{ kind: 'figure', says: '正文写“实到27人”，记录为28人（签到记录）。', fact: 'roll' }]);
    const [one] = checkText(text, record);
    expect(text.slice(one?.from, one?.to)).toBe('27');
  });

  test.each([
    '应到委员三十一人。',
    '实到２７人。',
    '27名委员出席会议。',
    '到会委员27人。',
    '其中线上参会12人。',
    '12名委员线上参会。',
    '现场参会16人。',
    '请假4人，缺席1人。',
    '2名委员缺席。',
    '会议未达到规定人数。',
  ])('finds %s', (text) => {
    expect(told(text)).toHaveLength(1);
  });

  test.each([
    '应到委员32人，实到28人（线上参会11人），请假3人，缺席1人，符合规定人数。',
    '应到三十二人，实到二十八人。',
    '应到３２人。',
    '实到近30人。',
    '实到20余人。',
    '实到委员20多人。',
    '实到25至30人。',
    '实到25—30人。',
    '开会时实到26人。',
    '列席人员请假2人。',
    '中途请假1人。',
    '实到企业46家。',
    '走访出席活动的群众27人。',
  ])('leaves alone %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test('M6: is held against the record as it stands now', () => {
    const undone: Step = [mishu, { type: 'UndoCheckIn', person: zhang, reason: '误签' }];
    expect(told('实到28人。', recordAfter(...voted, undone))).toEqual(['正文写“实到28人”，记录为27人（签到记录）。']);
  });
});

describe('N3 counts', () => {
  test.each([
    '张委员等2名委员作重点发言。',
    '2名委员自由发言。',
    '3个部门现场回应。',
    '会议对建议稿3条意见建议逐条表决。',
    '2条获得通过。',
    '2条建议未获通过。',
  ])('finds %s', (text) => {
    expect(told(text)).toHaveLength(1);
  });

  test.each([
    '1名委员作重点发言，1名委员自由发言，2个部门现场回应。',
    '会议对建议稿两条意见建议逐条表决，1条获得通过。',
    '共收到意见127条。',
    '10余名委员自由发言。',
    '近10名委员自由发言。',
    '8至10名委员自由发言。',
    '至少5个部门现场回应。',
    '三、五名委员作重点发言。',
    '《条例》第8条获得通过。',
    '修订后的13条重点产业链运行顺畅。',
  ])('leaves alone %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('N3 votes', () => {
  test('of a motion named by its subject', () => {
    expect(told('关于建立跨县区项目流转利益共享机制的建议，赞成17票，未达到应到委员过半数，未获通过。')).toEqual([
      '正文写“赞成17票”，记录为第9条赞成16票（表决记录）。',
    ]);
  });

  test.each([
    ['建议9：赞成16票、反对6票、弃权6票。', '第9条反对5票'],
    ['第1条赞成26票、弃权1票。', '第1条弃权0票'],
    ['第9条建议获得通过。', '未获通过'],
    ['关于建立跨县区项目流转和利益共享机制的建议，赞成16票，达到应到委员过半数。', '未达到应到委员过半数'],
    ['关于建立跨县区项目流转和利益共享机制的建议，未达到实到委员过半数。', '未达到应到委员过半数'],
    ['关于建立跨县区项目流转和利益共享机制的建议（第1条），未获通过。', '第9条'],
    ['经表决，赞成20票、反对5票。', '没有这样的表决结果'],
  ])('finds %s', (text, recorded) => {
    expect(told(text).join('')).toContain(recorded);
  });

  test.each([
    '建议9：赞成16票、反对5票、弃权6票、未按1票，未达到应到委员过半数，未获通过，转继续研究。',
    '赞成16票，未达到应到委员过半数，未获通过，由市政协经济委员会继续调研。',
    '关于建立跨县区项目流转利益共享机制的建议未获通过。',
    '第1条以赞成26票获得通过，第9条未获通过。',
    '市人大常委会通过了《条例》。',
    '关于建立跨县区项目流转和利益共享机制的建议转继续研究，其余1条获得通过。',
  ])('leaves alone %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('N3 names, units, dates', () => {
  test.each([
    ['章委员（经济界）提出，要一链一策。', '张委员'],
    ['张委员（工商联界）追问。', '经济界'],
    ['章委员作重点发言。', '张委员'],
    ['李委员作重点发言。', '李委员没有作重点发言'],
    ['市政协主席甲主持会议。', '市政协副主席甲'],
    ['市政协副主席乙主持会议。', '市政协副主席甲'],
    ['市工业与信息化局表示，抓紧落实。', '市工业和信息化局'],
    ['市商贸局表示，抓紧落实。', '市商务局'],
    ['2022年5月27日下午，市政协召开第3次双月专题协商座谈会。', '2022年5月26日'],
    ['2022年5月26日上午，市政协召开第3次双月专题协商座谈会。', '下午'],
    ['2022年5月26日下午，市政协召开第4次双月专题协商座谈会。', '第3次'],
    ['2022年5月26日（星期五）召开会议。', '星期四'],
    ['于2022年2月30日前完成。', '没有这一天'],
    ['市发展和改革委员会将于2022年6月20日前书面答复。', '2022年6月10日'],
    ['第1条由市工业和信息化局主办，2022年10月30日前完成。', '2022年9月30日'],
    ['见[2022]3号文件。', '〔2022〕3号'],
    ['围绕“实施产业链精准招商、助推新型工业化强县建设”协商议政。', '强市建设'],
  ])('finds %s', (text, recorded) => {
    expect(told(text).join('')).toContain(recorded);
  });

  test.each([
    '张委员（经济界）、李委员（工商联界）提出，要用好商会。',
    '与会委员提出，要一链一策。各委员作了发言。有委员提出“要快”。多名委员作重点发言。',
    '市政协副主席甲主持会议，市政协党组成员、副主席甲主持会议。',
    '省工业和信息化厅、县工业和信息化局、工业和信息化部门要加强联动。',
    '市税务局、市人社局要配合。',
    '市发展改革委表示支持。',
    '2021年5月26日下午，市政协召开主席会议。',
    '二〇二二年五月二十六日下午，市政协召开第三次双月专题协商座谈会。',
    '有关部门于8月31日前书面反馈办理情况。',
    '2022年5月26日（星期四）下午，市政协召开第3次双月专题协商座谈会。',
    '见市政协〔2021〕5号文件。',
    '会议强调“要把产业链做实做强做优”。',
  ])('leaves alone %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('N4 what must not be forgotten', () => {
  const meeting = heldAfter(...voted);
  const facts = new Set(factsOf(meeting).map(({ fact }) => fact));
  const none: ReadonlySet<never> = new Set<never>();

  test('nothing is, where the facts stand in the text', () => {
    expect(forgottenIn('', facts, record)).toEqual([]);
  });

  test('what did not pass, dissent and a promised answer, where neither prose nor facts tell', () => {
    expect(forgottenIn('会议听取了通报。', none, record).map(({ says }) => says)).toEqual([
      '第9条建议未获通过，正文没有写到（表决记录）。',
      '第1条建议有人反对、弃权或者未按，正文没有写到（表决记录）。',
      '市发展和改革委员会答应书面答复张委员“能耗指标”（2022年6月10日前），正文没有写到（答复记录）。',
    ]);
  });

  test('a question that nobody answered, once the meeting is over and until the prose tells it', () => {
    const asked: Step = [zhuchi, { type: 'AddressSpeech', requestId: requestId('p-01'), departments: [bumen2] }, at('17:05:00')];
    const all = new Set(factsOf(heldAfter(...voted, asked)).map(({ fact }) => fact));
    expect(forgottenIn('', all, recordAfter(...voted, asked))).toEqual([]);
    const over: Step = [zhuchi, { type: 'ConcludeMeeting' }, at('17:10:00')];
    const open = recordAfter(...voted, asked, over);
    expect(forgottenIn('', all, open).map(({ says }) => says)).toEqual([
      '张委员“以链主企业为牵引，绘制“一链一图谱””请市商务局回应，会上没有答复，正文没有写到（发言记录）。',
    ]);
    const draft = draftOf(heldAfter(...voted, asked, over), committee)
      .map(passageText)
      .join('\n');
    expect(forgottenIn(draft, all, open)).toEqual([]);
    expect(forgottenIn(draft, none, open)).toEqual([]);
  });

  test('has no record before the convening', () => {
    expect(checkRecordOf(initial, committee)).toBeNull();
  });
});

describe('a finding', () => {
  test('keeps its key while sentence and record stay, and gets another when either changes', () => {
    const keyOf = (text: string, of = record): string => checkText(text, of)[0]?.key ?? '';
    const key = keyOf('会议应到委员31人。');
    expect(keyOf('前言。会议应到委员31人。')).toBe(key);
    expect(keyOf('本次会议应到委员31人。')).not.toBe(key);
    const added: Step = [
      mishu,
      { type: 'AddAttendee', attendee: { person: 'new' as typeof zhang, role: 'member', name: '新来' }, reason: '增补' },
    ];
    expect(keyOf('会议应到委员31人。', recordAfter(...voted, added))).not.toBe(key);
  });
});

describe('reading', () => {
  test.each([
    ['28', 28],
    ['二十八', 28],
    ['十', 10],
    ['十二', 12],
    ['两', 2],
    ['一百零三', 103],
    ['一二', null],
    ['千百', null],
  ] as const)('%s is %s', (text, n) => {
    expect(numberOf(text)).toBe(n);
  });

  test('weekdays follow from the calendar alone', () => {
    for (let day = 1; day <= 28; day++) {
      for (const [year, month] of [
        [2022, 5],
        [2024, 2],
        [2000, 1],
        [2026, 12],
      ] as const) {
        expect(weekdayOf({ year, month, day })).toBe('日一二三四五六'[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]);
      }
    }
  });
});
