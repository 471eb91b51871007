// Each form of a vote as minutes tell it: the fact, the draft, what the check finds and what must not be forgotten.
import { describe, expect, test } from 'vitest';
import { checkRecordOf, checkText, forgottenIn } from './check/index.ts';
import { draftOf } from './draft/index.ts';
import { passageText } from './draft/passage.ts';
import { factId } from './fact-id.ts';
import { manuscriptOf } from './manuscript.ts';
import { particularsOf } from './particulars.ts';
import { voidedRoundsOf } from './sources.ts';
import { everyForm, put, weighed } from './testing/forms.ts';
import { committee, heldAfter } from './testing/sample.ts';
import { wordingOf } from './wording.ts';

const meeting = heldAfter(...everyForm);
const record = checkRecordOf(meeting, committee);
const worded = (id: string) => wordingOf(meeting, factId(id), committee.zone)?.lines;
const drafted = Object.fromEntries(draftOf(meeting, committee).map((passage) => [passage.id, passageText(passage)]));
const told = (text: string): readonly string[] => (record ? checkText(text, record).map(({ says }) => says) : ['no record']);

describe('the fact of a vote', () => {
  test.each([
    ['m1.1', '建议1：赞成25票、反对1票、弃权2票、未按0票，达到应到委员过半数，获得通过。'],
    ['m2.1', '建议2：以按键（不公开逐人）方式表决，赞成27票、反对0票、弃权0票、未按1票，达到应到委员过半数，获得通过。'],
    ['m3.1', '建议3：以举手方式表决，赞成20票、反对3票、弃权2票、未按3票，达到应到委员过半数，获得通过。'],
    ['m4.1', '建议4：以举手方式表决，赞成19票、反对6票、弃权3票、未按0票，达到应到委员过半数，获得通过。'],
    [
      'm5.1',
      '建议5：以纸质票方式表决，发出表决票28张，收回27张，赞成21票、反对3票、弃权1票、未按3票（其中废票2张），达到应到委员过半数，获得通过。',
    ],
    [
      'm11.1',
      '建议11：以无记名投票方式表决，发出表决票28张，收回27张，赞成10票、反对12票、弃权3票、未按3票（其中废票1张），未达到应到委员过半数，未获通过，转继续研究。',
    ],
    ['m8.1', '建议8：鼓掌通过。'],
    ['m9.2', '建议9：鼓掌通过时有异议，改为按键表决，赞成16票、反对5票、弃权6票、未按1票，未达到应到委员过半数，未获通过，转继续研究。'],
    ['m10.1', '建议10：赞成25票、反对0票、弃权0票、未按3票，未达到法定人数，未获通过，转继续研究。'],
  ])('%s', (id, line) => {
    expect(worded(`vote.${id}`)?.[0]).toBe(line);
  });

  test('V25 names who declared a reservation, with the words where there are some', () => {
    expect(worded('vote.m4.1')?.slice(1)).toEqual([
      '建议整合政府引导资金组建产业链专项基金。明确尽职免责情形。',
      '声明保留：张委员（“基金规模应当先论证”）、李委员。',
    ]);
  });

  test('V21 of a voided round there is none; it is known apart', () => {
    expect(worded('vote.m7.1')).toBeUndefined();
    expect(voidedRoundsOf(meeting, put.voided)).toMatchObject([{ round: 1, end: { reason: '付表决的文本有误' } }]);
  });

  test('its particulars tell form, quorum, papers and counts, with names only where the vote was named', () => {
    const rows = (id: string) =>
      Object.fromEntries(particularsOf(meeting, factId(id), committee.zone)?.rows.map(({ label, value }) => [label, value]) ?? []);
    expect(rows('vote.m5.1')).toMatchObject({
      ...{ 方式: '纸质票表决（两人计票录入）', 法定人数: '17人，开始时28人，结束时28人', 表决票: '发出28张，收回27张，其中废票2张' },
      ...{ 赞成: '21票', 反对: '3票' },
    });
    expect(rows('vote.m3.1')).toMatchObject({ 方式: '举手表决（逐人登记）', 弃权: '2票：委员24、委员25' });
    expect(rows('vote.m4.1')).toMatchObject({ 声明保留: '张委员、李委员' });
  });

  test('V19 whose vote an officer entered stands with it; hands are all entered', () => {
    const entered = (id: string) => particularsOf(meeting, factId(id), committee.zone)?.rows.find(({ label }) => label === '代操作')?.value;
    expect(entered('vote.m1.1')).toBe('委员28设备失灵，由文秘书代为按键');
    expect([entered('vote.m2.1'), entered('vote.m3.1')]).toEqual([undefined, undefined]);
  });

  test('V23 votes that weigh are told as votes', () => {
    const [line] = wordingOf(heldAfter(...weighed), factId('vote.m1.1'), committee.zone)?.lines ?? [];
    expect(line).toBe('建议1：赞成20票、反对9票、弃权0票、未按2票，达到应到委员过半数，获得通过。');
  });
});

describe('N1 the draft', () => {
  test('tells manner, papers and spoilt ones; all approved by key are not named', () => {
    expect(drafted['recommendations.dissent']).toBe(
      '通过的建议中，第1条赞成25票、反对1票、弃权2票；第2条以按键（不公开逐人）方式表决，赞成27票、未按1票；' +
        '第3条以举手方式表决，赞成20票、反对3票、弃权2票、未按3票；第4条以举手方式表决，赞成19票、反对6票、弃权3票；' +
        '第5条以纸质票方式表决，发出表决票28张，收回27张，赞成21票、反对3票、弃权1票、未按3票（其中废票2张）；' +
        '第6条以无记名投票方式表决，发出表决票28张，收回27张，赞成20票、反对4票、弃权2票、未按2票（其中废票1张）；' +
        '第12条以无记名投票方式表决，发出表决票28张，收回28张，赞成28票。',
    );
  });
  test('V16 a vote without its quorum says so; the others are not said to have had it', () => {
    expect(drafted['recommendations.failed.m10']).toBe(
      '关于建立招商项目退出机制的建议（第10条），赞成25票、未按3票，开始时在场28人、结束时在场16人，未达到法定人数（17人），未获通过，转继续研究。',
    );
    expect(drafted['recommendations']).not.toContain('法定人数');
  });
  test('V25 reservations are a list', () => {
    expect(drafted['recommendations.reservations']).toBe(
      '表决后，有委员声明保留：（一）第4条，张委员声明保留，认为“基金规模应当先论证”。（二）第4条，李委员声明保留。',
    );
  });
});

describe('N3 the check', () => {
  test.each([
    ['第5条以纸质票方式表决，发出表决票29张，收回27张。', '第5条发出28张'],
    ['第5条发出表决票28张，收回26张。', '第5条收回27张'],
    ['第5条赞成21票、反对3票，其中废票1张。', '第5条废票2张'],
    ['第4条发出表决票28张。', '第4条没有发出表决票'],
    ['第10条表决达到法定人数。', '第10条表决未达到法定人数'],
    ['第1条表决时未达到法定人数。', '第1条表决达到法定人数'],
    ['委员5对第4条声明保留。', '对第4条没有声明保留'],
    ['张委员对第1条声明保留。', '对第1条没有声明保留'],
    ['委员6声明保留。', '没有声明保留'],
  ])('finds %s', (text, recorded) => {
    expect(told(text).join('')).toContain(recorded);
    expect(told(text)).toHaveLength(1);
  });

  test.each([
    '第5条以纸质票方式表决，发出表决票28张，收回27张，赞成21票（其中废票2张）。',
    '第10条赞成25票，达到应到委员过半数，但未达到法定人数，未获通过。',
    '张委员、李委员对第4条声明保留。',
    '没有委员声明保留。',
    '会议发出通知28份，收回问卷12份。',
    '委员5没有声明保留。',
  ])('leaves alone %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test('N4 a reservation that neither prose nor the fact tells is missed', () => {
    const forgotten = (text: string, ...facts: readonly string[]) =>
      record ? forgottenIn(text, new Set(facts.map(factId)), record).map(({ says }) => says) : [];
    const says = ['张委员', '李委员'].map((name) => `${name}对第4条建议声明保留，正文没有写到（表决记录）。`);
    expect(forgotten('会议结束。')).toEqual(expect.arrayContaining(says));
    expect(forgotten('张委员、李委员对第4条建议声明保留。').filter((one) => one.includes('保留'))).toEqual([]);
    expect(forgotten('会议结束。', 'vote.m4.1').filter((one) => one.includes('保留'))).toEqual([]);
  });
});

test('表决结果一览 holds what else there is to a row, and nothing where there is nothing', () => {
  const rows = manuscriptOf({ type: 'doc', content: [] }, meeting, committee, { number: null, copyTo: '' }).votes;
  const row = (number: number) => rows.find((one) => one.number === number);
  expect(row(5)).toMatchObject({ form: 'paper', spoilt: 2, papers: { issued: 28, returned: 27 } });
  expect(row(4)).toMatchObject({ form: 'showOfHands', reservations: ['张委员', '李委员'] });
  expect(row(10)).toMatchObject({ quorumMissed: true, passed: false });
  expect(Object.keys(row(1) ?? {})).not.toEqual(expect.arrayContaining(['spoilt']));
  expect(row(7)).toBeUndefined();
});
