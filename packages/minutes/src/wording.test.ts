// Facts in official wording, against the sample of the practice. Law 9: they read as the record stands now.
import { describe, expect, test } from 'vitest';
import { answerId, clock } from '@xieshang/meeting';
import { bumen2, li, mishu, zhang, zhuchi, type Step } from '@xieshang/meeting/testing';
import { factsOf } from './facts.ts';
import { factId } from './fact-id.ts';
import { particularsOf } from './particulars.ts';
import { at, ballots, committee, course, gathered, heldAfter, m9, present, requests, stages } from './testing/sample.ts';
import { wordingOf } from './wording.ts';

const worded = (steps: readonly Step[], fact: string) => wordingOf(heldAfter(...steps), factId(fact), committee.zone);

describe('the roll', () => {
  test('reads as it is read out', () => {
    expect(worded(course, 'roll')).toEqual({
      lines: ['应到委员32人，实到28人（线上参会11人），请假3人，缺席1人，符合规定人数。'],
      source: '来自签到',
    });
  });

  test('counts those who left before the end among those who came', () => {
    expect(worded([...course, [mishu, { type: 'MarkLeft', person: zhang }]], 'roll')?.lines[0]).toContain('实到28人');
  });

  test('is corrected with the record', () => {
    const undone: Step = [mishu, { type: 'UndoCheckIn', person: zhang, reason: '误签' }];
    expect(worded([...course, undone], 'roll')?.lines[0]).toBe('应到委员32人，实到27人（线上参会11人），请假3人，缺席2人，符合规定人数。');
  });

  test('calls nobody absent before the meeting', () => {
    expect(worded(gathered, 'roll')?.lines).toEqual(['应到委员32人，已签到28人（线上参会11人），请假3人。']);
  });
});

describe('stages', () => {
  test('are told with from–to in the zone of the committee', () => {
    expect(worded(course, 'stage.briefing.1')).toEqual({
      lines: ['14:05—14:17　通报：全市产业链招商情况'],
      source: '来自议程 14:05–14:17',
    });
  });

  test('follow the zone, not the machine', () => {
    const told = wordingOf(heldAfter(...course), factId('stage.briefing.1'), 'Europe/London');
    expect(told?.lines).toEqual(['07:05—07:17　通报：全市产业链招商情况']);
  });

  test('that go on have no end, and each return is one of its own', () => {
    const back: Step = [zhuchi, { type: 'MoveToStage', stageId: stages.keynote }, at('17:00:00')];
    expect(worded([...course, back], 'stage.keynote.2')?.lines).toEqual(['17:00起　重点发言（第2次）']);
    expect(worded(course, 'stage.keynote.2')).toBeNull();
  });
});

describe('speeches', () => {
  test('name speaker, sector, topic, time and overtime; quotation marks within such are single', () => {
    expect(worded(course, `speech.${requests.keynote}`)).toEqual({
      lines: ['张委员（经济界）作重点发言：“以链主企业为牵引，绘制‘一链一图谱’”（14:25—14:31，用时6分40秒，超时40秒）。'],
      source: '来自发言 14:25–14:31',
    });
  });

  test('of a department name where it comes from', () => {
    expect(worded(course, `speech.${requests.briefing}`)?.lines).toEqual([
      '市工业和信息化局丙通报情况：“全市产业链招商情况”（14:05—14:16，用时11分20秒）。',
    ]);
  });
});

describe('questions and answers', () => {
  test('read as question and answer', () => {
    expect(worded(course, `answers.${requests.follow}`)).toEqual({
      lines: ['李委员（工商联界）追问：驻点经费由谁承担？市商务局丁答复：列入年度预算，县区配套（采纳）。'],
      source: '来自发言 15:41–15:42',
    });
  });

  test('tell the day by which a written reply is owed', () => {
    expect(worded(course, `answers.${requests.energy}`)?.lines).toEqual([
      '张委员（经济界）提出：“能耗指标”；市发展和改革委员会戊答复：会后书面答复，2022年6月10日前。',
    ]);
  });

  test('tell a written reply once, and leave a question its own mark', () => {
    const said: Step = [
      bumen2,
      {
        ...{ type: 'AnswerSpeech', answerId: answerId('a9'), requestId: requests.follow, kind: 'writtenReplyLater' },
        ...{ note: '细节会后书面答复', dueDate: '2022-06-10' },
      },
      at('17:01:00'),
    ];
    expect(worded([...course, said], `answers.${requests.follow}`)?.lines).toEqual([
      '李委员（工商联界）追问：驻点经费由谁承担？市商务局丁答复：细节会后书面答复（2022年6月10日前）。',
    ]);
  });

  test('A5: a later answer of the same department supersedes', () => {
    const later: Step = [
      bumen2,
      { type: 'AnswerSpeech', answerId: answerId('a9'), requestId: requests.follow, kind: 'explain', note: '另行商定。' },
      at('17:01:00'),
    ];
    expect(worded([...course, later], `answers.${requests.follow}`)?.lines).toEqual([
      '李委员（工商联界）追问：驻点经费由谁承担？市商务局丁答复：另行商定（解释说明）。',
    ]);
  });
});

describe('votes', () => {
  test('R9: 16 of 28 present miss more than half of 应到', () => {
    expect(worded(course, 'vote.m9.1')).toEqual({
      lines: [
        '建议9：赞成16票、反对5票、弃权6票、未按1票，未达到应到委员过半数，未获通过，转继续研究。',
        '建议建立跨县区项目流转和利益共享机制。',
      ],
      source: '来自表决 16:59',
    });
  });

  test('name the base and the threshold of their own rule', () => {
    const rule: Step = [
      zhuchi,
      { type: 'ChangeVoteRule', base: 'present', threshold: { kind: 'atLeast', parts: 2, of: 3 }, reason: '主席会议决定' },
      at('17:00:00'),
    ];
    const again: readonly Step[] = [
      [zhuchi, { type: 'RepeatVoting', motionIds: [m9], reason: '设备故障' }, at('17:01:00')],
      ...ballots(m9, 20, 4, 4, at('17:01:10')),
      [zhuchi, { type: 'CloseVoting', motionIds: [m9] }, at('17:02:00')],
    ];
    const steps = [...course, rule, ...again];
    expect(worded(steps, 'vote.m9.2')?.lines[0]).toBe(
      '建议9（第2次表决）：赞成20票、反对4票、弃权4票、未按0票，达到实到委员三分之二以上，获得通过。',
    );
    expect(worded(steps, 'vote.m9.1')?.lines[0]).toMatch(/^建议9（后经重新表决）：赞成16票/);
  });

  const put: Step = [zhuchi, { type: 'OpenAcclamation', motionIds: [m9], ms: 1000 }, at('16:40:00')];
  const before = course.slice(0, course.findIndex(([, { type }]) => type === 'OpenVoting') - 1);

  test('by acclamation are told so', () => {
    const closed: Step = [clock, { type: 'CloseAcclamation', motionIds: [m9] }, at('16:41:00')];
    expect(worded([...before, put, closed], 'vote.m9.1')?.lines[0]).toBe('建议9：鼓掌通过。');
  });

  test('that somebody objected to by acclamation say why they were counted', () => {
    const steps: readonly Step[] = [
      ...before,
      put,
      [li, { type: 'RaiseObjection', motionId: m9 }, at('16:40:01')],
      [zhuchi, { type: 'OpenVoting', motionIds: [m9] }, at('16:42:00')],
      ...ballots(m9, present.length, 0, 0, at('16:42:10')),
      [zhuchi, { type: 'CloseVoting', motionIds: [m9] }, at('16:43:00')],
    ];
    expect(worded(steps, 'vote.m9.1')).toBeNull();
    expect(worded(steps, 'vote.m9.2')?.lines[0]).toMatch(/^建议9：鼓掌通过时有异议，改为按键表决，赞成28票/);
    expect(factsOf(heldAfter(...steps)).map(({ fact }) => fact)).toContain('vote.m9.2');
  });
});

test('names stand in precedence; neither the chair nor staff nor observers are 列席', () => {
  const lines = worded(course, 'names')?.lines ?? [];
  expect(lines[0]).toMatch(/^出席：张委员、李委员、委员3、/);
  expect(lines.slice(1)).toEqual(['请假：委员29、委员30、委员31', '列席：市工业和信息化局丙、市商务局丁、市发展和改革委员会戊']);
});

test('every fact there is has its words; ids that never were have none', () => {
  const meeting = heldAfter(...course);
  for (const { fact } of factsOf(meeting)) expect(wordingOf(meeting, fact, committee.zone)?.lines.length).toBeGreaterThan(0);
  for (const id of ['', 'roll.1', 'speech.__proto__', 'vote.constructor.1', 'vote.m9.2', 'stage.briefing.0', 'speech.none']) {
    expect(wordingOf(meeting, factId(id), committee.zone)).toBeNull();
  }
});

describe('M6 what is put right after the end', () => {
  const over: readonly Step[] = [...course, [zhuchi, { type: 'ConcludeMeeting' }, at('17:10:00')]];
  const undone: Step = [mishu, { type: 'UndoCheckIn', person: zhang, reason: '误签' }, at('17:20:00')];
  const late: Step = [mishu, { type: 'CheckInFor', person: present[27] ?? zhang, reason: '漏签' }, at('17:21:00')];
  const answered: Step = [
    mishu,
    {
      ...{ type: 'AnswerSpeech', answerId: answerId('a9'), requestId: requests.keynote, kind: 'adopt', note: '6月底前完成首批图谱' },
      department: bumen2,
    },
    at('17:22:00'),
  ];

  test('shows in the roll and in the names, and nowhere else', () => {
    const [before, after] = [heldAfter(...over), heldAfter(...over, undone, late)];
    const changed = factsOf(after)
      .map(({ fact }) => fact)
      .filter((fact) => JSON.stringify(wordingOf(before, fact, committee.zone)) !== JSON.stringify(wordingOf(after, fact, committee.zone)));
    expect(changed).toEqual(['roll', 'names']);
    expect(worded([...over, undone], 'roll')?.lines[0]).toContain('实到27人');
    expect(worded([...over, undone], 'names')?.lines[0]).toMatch(/^出席：李委员、/);
  });

  test('a first answer becomes a fact of its own, a later one replaces what the fact says', () => {
    const fact = `answers.${requests.keynote}`;
    expect(worded(over, fact)).toBeNull();
    const steps = [
      ...over,
      [mishu, { type: 'AddressSpeech', requestId: requests.keynote, departments: [bumen2] }, at('17:21:30')] as Step,
      answered,
    ];
    expect(factsOf(heldAfter(...steps)).map((place) => place.fact)).toContain(fact);
    expect(worded(steps, fact)?.lines[0]).toContain('市商务局丁答复：6月底前完成首批图谱（采纳）。');
  });

  test('there are six kinds of facts, and each tells its words and its record', () => {
    const meeting = heldAfter(...over, undone, late);
    const kinds = new Set<string>();
    for (const { fact } of factsOf(meeting)) {
      kinds.add(fact.split('.')[0] ?? '');
      expect(wordingOf(meeting, fact, committee.zone)?.lines.length).toBeGreaterThan(0);
      expect(particularsOf(meeting, fact, committee.zone)?.rows.length).toBeGreaterThan(0);
    }
    expect([...kinds].toSorted()).toEqual(['answers', 'names', 'roll', 'speech', 'stage', 'vote']);
  });
});
