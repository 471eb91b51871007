// An election in the minutes: its fact, its sentence in the draft, and the check of what was written. E8, E9, E12, N1.
import { candidateId, electionId, type ElectionPaper } from '@xieshang/meeting';
import { mishu, zhuchi, type Step } from '@xieshang/meeting/testing';
import { describe, expect, test } from 'vitest';
import { checkRecordOf, checkText } from './check/index.ts';
import { draftOf } from './draft/index.ts';
import { passageText } from './draft/passage.ts';
import { factId, readFactId } from './fact-id.ts';
import { factsOf } from './facts.ts';
import { particularsOf } from './particulars.ts';
import { at, committee, course, heldAfter, present } from './testing/sample.ts';
import { wordingOf } from './wording.ts';

const e1 = electionId('e1');
const [c1, c2] = [candidateId('c1'), candidateId('c2')];
const paper: ElectionPaper = {
  title: '推选调研组召集人',
  seats: 1,
  candidates: [
    { candidateId: c1, name: '张委员' },
    { candidateId: c2, name: '买买提·艾力', note: '市科学技术局' },
  ],
  writeIns: 'fromRoll',
  rule: { base: 'cast', threshold: { kind: 'moreThan', parts: 1, of: 2 } },
};
const cast = (by: (typeof present)[number], chosen: typeof c1, time: string): Step => [
  by,
  { type: 'CastElection', electionId: e1, chosen: [chosen], writeIns: [] },
  at(time),
];
const electors = present.slice(0, 4);
const round = (ids: readonly (typeof c1)[], time: string): readonly Step[] =>
  electors.flatMap((by, place) => {
    const id = ids[place];
    return id ? [cast(by, id, time)] : [];
  });
/** Two each, then a run-off that decides. */
const held: readonly Step[] = [
  ...course,
  [mishu, { type: 'TableElection', electionId: e1, paper }, at('17:01:00')],
  [zhuchi, { type: 'OpenElection', electionId: e1 }, at('17:02:00')],
  ...round([c1, c1, c2, c2], '17:02:10'),
  [zhuchi, { type: 'CloseElection', electionId: e1 }, at('17:03:00')],
  [zhuchi, { type: 'RepeatElection', electionId: e1, reason: '末位票数相等', candidates: [c1, c2] }, at('17:04:00')],
  ...round([c1, c2, c2, c2], '17:04:10'),
  [zhuchi, { type: 'CloseElection', electionId: e1 }, at('17:05:00')],
];
const meeting = heldAfter(...held);
const sentence = '会议以记名投票方式进行选举（推选调研组召集人），发出选票28张，收回4张，经2轮投票，买买提·艾力当选。';

describe('an election in the minutes', () => {
  test('each round is a fact, told with its figures and who is elected', () => {
    const facts = factsOf(meeting).filter(({ fact }) => readFactId(fact)?.kind === 'election');
    expect(facts).toEqual([1, 2].map((n) => ({ fact: `election.e1.${n}`, section: 'course' })));
    expect(wordingOf(meeting, factId('election.e1.1'), committee.zone)).toMatchObject({
      lines: [
        '推选调研组召集人（第1轮）：以记名投票方式选举，应选1名，得票达到参加表决委员过半数当选。',
        '发出选票28张，收回4张，其中有效4张、弃权0张、废票0张。得票：张委员2票、买买提·艾力2票。',
        '无人当选。',
      ],
      source: expect.stringContaining('来自选举'),
    });
    expect(wordingOf(meeting, factId('election.e1.2'), committee.zone)?.lines.at(-1)).toBe('买买提·艾力当选。');
    expect(particularsOf(meeting, factId('election.e1.2'), committee.zone)).toMatchObject({ what: '选举', place: 'elections' });
    expect(wordingOf(meeting, factId('election.e1.3'), committee.zone)).toBe(null);
  });

  test('E18 whose ballot an officer entered stands with it', () => {
    const [, , , last = mishu] = electors;
    const ballot = { chosen: [c1], writeIns: [] };
    const entered = heldAfter(
      ...course,
      [mishu, { type: 'TableElection', electionId: e1, paper }, at('17:01:00')],
      [zhuchi, { type: 'OpenElection', electionId: e1 }, at('17:02:00')],
      [mishu, { type: 'EnterElection', electionId: e1, voter: last, ballot, reason: '平板故障' }, at('17:02:10')],
      [zhuchi, { type: 'CloseElection', electionId: e1 }, at('17:03:00')],
    );
    const told = (one: typeof meeting) =>
      particularsOf(one, factId('election.e1.1'), committee.zone)?.rows.find(({ label }) => label === '代操作')?.value;
    expect(told(entered)).toBe('委员4设备失灵，由文秘书代为录入选票');
    expect(told(meeting)).toBeUndefined();
  });

  test('the draft says how, among how many ballots, and who was elected', () => {
    const passage = draftOf(meeting, committee).find(({ id }) => id === 'course.election.e1');
    expect(passage && passageText(passage)).toBe(sentence);
    expect(draftOf(heldAfter(...course), committee).some(({ id }) => id.startsWith('course.election'))).toBe(false);
  });

  test('what was written otherwise is found: a name, a figure', () => {
    const record = checkRecordOf(meeting, committee);
    const found = (text: string): string => JSON.stringify(record ? checkText(text, record) : null);
    expect(found(sentence)).toBe('[]');
    expect(found(sentence.replace('买买提·艾力当选', '张委员当选'))).toContain('买买提·艾力');
    expect(found(sentence.replace('收回4张', '收回5张'))).toContain('记录为4');
  });
});
