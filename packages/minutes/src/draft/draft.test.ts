// The draft in official wording, against the sample of the practice, and the same whatever machine makes it. N1.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { clock, initial, requestId, type MotionId } from '@xieshang/meeting';
import { bumen2, fold, mishu, zhang, zhuchi, type Step } from '@xieshang/meeting/testing';
import * as Y from 'yjs';
import { factsOf } from '../facts.ts';
import { readFactId } from '../fact-id.ts';
import { writeSkeleton } from '../skeleton.ts';
import { fragmentOf } from '../blocks.ts';
import { anyHeld, anyHeldEvents } from '../testing/held.ts';
import { at, ballots, committee, course, gathered, heldAfter, m9, present } from '../testing/sample.ts';
import { draftOf } from './index.ts';
import { openingsOf } from './opening.ts';
import { passageText, sentenceAt, sentenceText } from './passage.ts';
import { standingOf, type TextBlock } from './standing.ts';

const drafted = (steps: readonly Step[] = course): Readonly<Record<string, string>> =>
  Object.fromEntries(draftOf(heldAfter(...steps), committee).map((passage) => [passage.id, passageText(passage)]));

const m1 = 'm1' as MotionId;
/** The first is passed with one against, before the ninth fails. */
const bothVoted: readonly Step[] = [
  ...course,
  [zhuchi, { type: 'OpenVoting', motionIds: [m1] }, at('17:00:00')],
  ...ballots(m1, 26, 1, 0, at('17:00:10')),
  [zhuchi, { type: 'CloseVoting', motionIds: [m1] }, at('17:01:00')],
];

const x1 = 'x1' as MotionId;
const wished = '建议建立跨县区项目流转和利益共享机制，明确尽职免责情形。';
const opening = course.findIndex(([, { type }]) => type === 'OpenVoting');
/** A member amends the ninth before it is put. */
const amended = (fate: readonly Step[]): readonly Step[] => [
  ...course.slice(0, opening),
  [zhang, { type: 'ProposeAmendment', amendmentId: x1, motionId: m9, version: 1, text: wished }, at('16:55:00')],
  ...fate,
  ...course.slice(opening),
];

describe('N1 the draft', () => {
  test('opens with the 导语 of the skeleton', () => {
    expect(drafted()['opening']).toBe(
      '2022年5月26日下午，市政协召开第3次双月专题协商座谈会，围绕“实施产业链精准招商、助推新型工业化强市建设”协商议政。市政协副主席甲主持会议。',
    );
  });

  test('tells what was heard, who spoke and how many answered', () => {
    expect(drafted()['course']).toBe(
      '会议听取了市工业和信息化局关于全市产业链招商情况的通报。张委员作重点发言，1名委员自由发言，2个部门现场回应。',
    );
  });

  test('R9: what did not pass is told with its figures, its base and what becomes of it', () => {
    expect(drafted()['recommendations.failed.m9']).toBe(
      '关于建立跨县区项目流转和利益共享机制的建议（第9条），赞成16票、反对5票、弃权6票、未按1票，未达到应到委员过半数，未获通过，转继续研究。',
    );
  });

  test('counts what was voted on, and names dissent from what passed', () => {
    expect(drafted(bothVoted)['recommendations']).toBe(
      '会议对建议稿2条意见建议逐条表决，1条获得通过。各项表决开始和结束时，到会委员均不少于17人，达到法定人数。会议建议：（一）建议1。',
    );
    expect(drafted(bothVoted)['recommendations.dissent']).toBe('通过的建议中，第1条赞成26票、反对1票、未按1票。');
    expect(drafted()['recommendations']).toBe(
      '会议对建议稿2条意见建议中的1条逐条表决，均未获通过。各项表决开始和结束时，到会委员均不少于17人，达到法定人数。',
    );
  });

  test('tells the answers by unit and kind, a promised one with its day', () => {
    expect(drafted()['responses']).toBe(
      '市商务局采纳李委员的意见建议，表示列入年度预算，县区配套。市发展和改革委员会对张委员提出的“能耗指标”，将于2022年6月10日前书面答复。',
    );
  });

  test('tells who does what by when, and what was not answered', () => {
    expect(drafted(bothVoted)['requirements.tasks']).toBe(
      '会议要求，有关部门对通过的建议明确责任人和完成时限：第1条由市工业和信息化局主办、市商务局会办，2022年9月30日前完成。',
    );
    const unanswered: Step = [zhuchi, { type: 'AddressSpeech', requestId: requestId('p-01'), departments: [bumen2] }, at('17:05:00')];
    expect(drafted([...bothVoted, unanswered])['requirements.questions']).toBeUndefined();
    const over: Step = [zhuchi, { type: 'ConcludeMeeting' }, at('17:10:00')];
    expect(drafted([...bothVoted, unanswered, over])['requirements.questions']).toBe(
      '张委员提出的“以链主企业为牵引，绘制‘一链一图谱’”会上未及答复，由市商务局会后答复。',
    );
  });

  test('R4: an amendment that was merged is told with who proposed it and what it changed', () => {
    const said = drafted(
      amended([[mishu, { type: 'MergeAmendments', motionId: m9, amendmentIds: [x1], version: 1, text: wished, reason: '采纳' }]]),
    );
    expect(said['recommendations.amendments']).toBe('会议采纳张委员的修改意见，对建议稿第9条作了修改：增加“明确尽职免责情形”。');
    const other = drafted(
      amended([[mishu, { type: 'MergeAmendments', motionId: m9, amendmentIds: [x1], version: 1, text: `${wished}。`, reason: '采纳' }]]),
    );
    expect(other['recommendations.amendments']).toBe('会议采纳张委员的修改意见，对建议稿第9条作了修改。');
  });

  test('R4: one that was voted on is told with its figures, and is no recommendation', () => {
    const vote = (approve: number): readonly Step[] => [
      [zhuchi, { type: 'OpenVoting', motionIds: [x1] }, at('16:56:00')],
      ...ballots(x1, approve, 1, 2, at('16:56:10')),
      [zhuchi, { type: 'CloseVoting', motionIds: [x1] }, at('16:57:00')],
    ];
    expect(drafted(amended(vote(24)))['recommendations.amendments']).toBe(
      '张委员对第9条的修改意见（增加“明确尽职免责情形”），赞成24票、反对1票、弃权2票、未按1票，达到应到委员过半数，获得通过，已写入建议稿。',
    );
    const lost = drafted(amended(vote(9)));
    expect(lost['recommendations.amendments']).toContain('未达到应到委员过半数，未获通过，文字未作修改。');
    expect(lost['recommendations']).toMatch(/^会议对建议稿2条意见建议中的1条逐条表决，均未获通过。/);
    expect(Object.keys(lost).filter((id) => id.startsWith('recommendations.failed'))).toEqual(['recommendations.failed.m9']);
    expect(drafted()['recommendations.amendments']).toBeUndefined();
  });

  test('R9: an acclamation is told as one', () => {
    const before = course.slice(0, course.findIndex(([, { type }]) => type === 'OpenVoting') - 1);
    const acclaimed: readonly Step[] = [
      ...before,
      [zhuchi, { type: 'OpenAcclamation', motionIds: [m9], ms: 1000 }, at('16:40:00')],
      [clock, { type: 'CloseAcclamation', motionIds: [m9] }, at('16:41:00')],
    ];
    expect(drafted(acclaimed)['recommendations']).toBe(
      '会议对建议稿2条意见建议中的1条逐条表决，1条获得通过。会议建议：（一）建立跨县区项目流转和利益共享机制。',
    );
  });

  test('of a meeting that has only gathered is the 导语 alone, and of none nothing', () => {
    expect(Object.keys(drafted(gathered))).toEqual(['opening']);
    expect(draftOf(initial, committee)).toEqual([]);
  });

  test('M6: is another once the record is put right', () => {
    const undone: Step = [mishu, { type: 'UndoCheckIn', person: zhang, reason: '误签' }];
    expect(drafted([...course, undone])['course']).toBe(drafted()['course']);
    const chair: Step = [
      mishu,
      { type: 'AddAttendee', attendee: { person: 'z2' as typeof zhang, role: 'moderator', name: '乙', title: '市政协主席' }, reason: '换' },
    ];
    const handed: Step = [zhuchi, { type: 'HandOverChair', to: 'z2' as typeof zhang }];
    expect(drafted([...course, chair, handed])['opening']).toContain('市政协主席乙主持会议。');
  });

  test('every sentence names facts that there are, and every place of a passage lies in one of its sentences', () => {
    fc.assert(
      fc.property(anyHeld, (meeting) => {
        const facts = new Set(factsOf(meeting).map(({ fact }) => fact));
        for (const passage of draftOf(meeting, committee)) {
          const text = passageText(passage);
          expect(text).toMatch(/。$/);
          expect(text).not.toMatch(/undefined|null|，，|、、|。。|；；|（）|，。|、。/);
          for (const { sources } of passage.sentences) {
            expect(sources.length).toBeGreaterThan(0);
            for (const fact of sources) expect([readFactId(fact) !== null, facts.has(fact)]).toEqual([true, true]);
          }
          let from = 0;
          for (const sentence of passage.sentences) {
            expect(sentenceAt(passage, from)).toBe(sentence);
            from += sentenceText(sentence).length;
          }
        }
      }),
    );
  });
});

test('N2 a 导语 written before the opening is known again, whoever is in the chair since', () => {
  const before = passageText(draftOf(heldAfter(...gathered), committee)[0] ?? { id: '', section: 'opening', sentences: [] });
  const opened = heldAfter(...course);
  expect(openingsOf(opened, committee)).toContain(before);
  expect(openingsOf({ ...opened, openedAt: opened.notice.startsAt + 86_400_000 } as typeof opened, committee)).toContain(before);
  expect(openingsOf(initial, committee)).toEqual([]);
});

describe('N1 replay', () => {
  const machine = (globalThis as unknown as { readonly process: { readonly env: Record<string, string | undefined> } }).process.env;
  const zone = machine['TZ'];
  afterEach(() => {
    if (zone === undefined) delete machine['TZ'];
    else machine['TZ'] = zone;
  });

  const byteForByte = (events: Parameters<typeof fold>[0]): string => {
    const meeting = fold(JSON.parse(JSON.stringify(events)) as typeof events);
    const doc = new Y.Doc();
    doc.clientID = 1;
    writeSkeleton(doc, meeting, committee);
    return `${fragmentOf(doc).toJSON()}\n${JSON.stringify(draftOf(meeting, committee))}`;
  };

  test('gives the same skeleton and draft byte for byte, in whatever zone the machine stands', () => {
    fc.assert(
      fc.property(anyHeldEvents, (events) => {
        const told = ['UTC', 'America/New_York', 'Pacific/Kiritimati'].map((here) => {
          machine['TZ'] = here;
          return byteForByte(events);
        });
        expect(new Set(told).size).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  test('follows the zone of the committee, not of the machine', () => {
    const meeting = heldAfter(...course);
    const london = draftOf(meeting, { ...committee, zone: 'Europe/London' })[0];
    expect(london && passageText(london)).toContain('2022年5月26日上午');
  });
});

describe('N2 the draft against the text', () => {
  const passages = draftOf(heldAfter(...bothVoted), committee);
  const textOf = (id: string): string => passages.filter((one) => one.id === id).map(passageText)[0] ?? '';
  const block = (section: TextBlock['section'], text: string): TextBlock => ({ section, text });
  const states = (blocks: readonly TextBlock[], before: readonly (readonly [string, readonly string[]])[] = []) =>
    Object.fromEntries(
      standingOf(passages, blocks, new Map(before)).map((one) => [one.state === 'void' ? one.id : one.passage.id, one.state]),
    );

  test('is absent from an empty text', () => {
    expect(new Set(Object.values(states([])))).toEqual(new Set(['absent']));
  });

  test('is current where it stands word for word', () => {
    expect(states([block('course', textOf('course'))])['course']).toBe('current');
  });

  test('is outdated only where it was drafted earlier and nobody has touched it', () => {
    const old = textOf('course').replace('1名委员自由发言', '2名委员自由发言');
    expect(states([block('course', old)], [['course', [old]]])['course']).toBe('outdated');
    expect(states([block('course', old)])['course']).toBe('changed');
    expect(states([block('course', `${old}好。`)], [['course', [old]]])['course']).toBe('changed');
  });

  test('what was drafted and taken out is removed, not absent', () => {
    expect(states([], [['course', [textOf('course')]]])['course']).toBe('removed');
  });

  test('what the record no longer yields is void only while untouched', () => {
    const gone = '关于某某的建议（第8条），赞成3票，未获通过，转继续研究。';
    const before = [['recommendations.failed.m8', [gone]]] as const;
    expect(states([block('recommendations', gone)], before)['recommendations.failed.m8']).toBe('void');
    expect(states([block('recommendations', `${gone}另。`)], before)['recommendations.failed.m8']).toBeUndefined();
  });

  test('what people wrote themselves is never taken for a draft', () => {
    expect(states([block('course', '会议指出，要一链一策，逐链列明断点、堵点和目标企业清单。')])['course']).toBe('absent');
    expect(present.length).toBe(28);
  });
});
