// The paper of an election: 选票, 选举结果报告单, the list. E1, E8, E9, E14.
import { candidateId, clock, electionId, voteId, type Command } from '@xieshang/meeting';
import { mishu, zhuchi, type Step } from '@xieshang/meeting/testing';
import { sample } from '@xieshang/minutes/testing';
import { describe, expect, test } from 'vitest';
import { csvText, electionsSheet, listRows, missingFor, sheetDocx, slipsSheet } from './index.ts';
import { bare } from './testing/meetings.ts';
import type { Source } from './sheets/occasion.ts';

const { at, committee, course, heldAfter } = sample;
const e1 = electionId('e1');
const [c1, c2] = [candidateId('c1'), candidateId('c2')];
const table: Command = {
  type: 'TableElection',
  electionId: e1,
  paper: {
    title: '=评选“十大标兵”',
    seats: 1,
    candidates: [
      { candidateId: c1, name: '赵委员' },
      { candidateId: c2, name: '买买提·艾力', note: '市科学技术局' },
    ],
    writeIns: 'fromRoll',
    rule: { base: 'eligible', threshold: { kind: 'moreThan', parts: 1, of: 2 } },
  },
};
const count: Command = {
  type: 'EnterElectionCount',
  electionId: e1,
  marked: 24,
  blank: 2,
  spoilt: 1,
  votes: [
    { candidateId: c1, votes: 4 },
    { candidateId: c2, votes: 20 },
  ],
  writeIns: [],
};
const steps: readonly Step[] = [
  ...course,
  [mishu, table, at('17:01:00')],
  [zhuchi, { type: 'OpenElection', electionId: e1, terms: { form: 'paper' } }, at('17:02:00')],
  [mishu, count, at('17:03:00')],
  [zhuchi, count, at('17:03:10')],
  [zhuchi, { type: 'CloseElection', electionId: e1 }, at('17:04:00')],
];
const held: Source = { meeting: heldAfter(...steps), committee, convenedAt: at('09:00:00') };

test('选票: the list with a place for a sign, and as many lines for others as there are seats', () => {
  const [slip] = slipsSheet(held).parts;
  const table = slip?.blocks.find((block) => block.kind === 'table');
  expect(table?.kind === 'table' && table.rows.map((row) => ('cells' in row ? row.cells.slice(0, 2) : []))).toEqual([
    ['1', '赵委员'],
    ['2', '买买提·艾力'],
    ['另选', ''],
  ]);
  expect(JSON.stringify(slip)).toContain('最多选1人，多选的为废票；一人不选的为弃权');
});

test('E17 选举结果报告单 names who was out of reach at the end of the last round, and has no such line otherwise', () => {
  const reached = JSON.stringify(electionsSheet(held));
  expect(reached).not.toContain('网络中断');
  const { meeting } = held;
  const [voter] = meeting.roll.attendees.filter(({ role }) => role === 'member');
  const election = meeting.elections[e1];
  if (!voter || election?.phase !== 'closed') throw new Error('it has been held, with members on the roll');
  const missed = { ...meeting, elections: { ...meeting.elections, [e1]: { ...election, unreachable: [voter.person] } } };
  expect(JSON.stringify(electionsSheet({ ...held, meeting: missed }))).toContain(`未投的委员中，${voter.name}在结束时网络中断`);
});

test('E18 选举结果报告单 says whose ballot was entered and by whom, and has no such line otherwise', () => {
  const [voter] = sample.present;
  if (!voter) throw new Error('somebody is there');
  const enter: Command = { type: 'EnterElection', electionId: e1, voter, ballot: { chosen: [c1], writeIns: [] }, reason: '平板故障' };
  const pageAfter = (...given: readonly Step[]): string => {
    const named: readonly Step[] = [
      ...course,
      [mishu, table, at('17:01:00')],
      [zhuchi, { type: 'OpenElection', electionId: e1 }, at('17:02:00')],
      ...given,
      [zhuchi, { type: 'CloseElection', electionId: e1 }, at('17:04:00')],
    ];
    return JSON.stringify(electionsSheet({ ...held, meeting: heldAfter(...named) }));
  };
  expect(pageAfter([mishu, enter, at('17:03:00')])).toMatch(/设备失灵，由文秘书代为录入选票/);
  expect(pageAfter([voter, { type: 'CastElection', electionId: e1, chosen: [c1], writeIns: [] }, at('17:03:00')])).not.toContain('代操作');
});

test('选举结果报告单: manner, condition, ballots, who is elected, who counted, places to sign', async () => {
  const sheet = electionsSheet(held);
  const said = JSON.stringify(sheet);
  for (const words of [
    '纸质选票',
    '得票达到应到委员过半数（应到委员32，不少于17票）',
    '发出28张，收回27张；有效24张，弃权2张，废票1张，未投1张',
    '买买提·艾力当选。',
    '分别录入，数字一致',
    '监票人',
  ])
    expect(said).toContain(words);
  expect((await sheetDocx(sheet)).byteLength).toBeGreaterThan(2000);
});

describe('E16 a secret election', () => {
  const vote = voteId('v-chosen');
  const terms = { form: 'secret', voteId: vote, receipt: 'hash', custody: 'server', change: 'untilClose' } as const;
  const secret: Source = {
    ...held,
    meeting: heldAfter(
      ...course,
      [mishu, table, at('17:01:00')],
      [zhuchi, { type: 'OpenElection', electionId: e1, terms }, at('17:02:00')],
      [zhuchi, { type: 'CloseElection', electionId: e1 }, at('17:04:00')],
      [clock, { type: 'DestroyBallots', voteId: vote }, at('17:05:00')],
    ),
  };
  const byTag = (): Source => {
    const counted = secret.meeting.secretVotes[vote];
    if (counted?.phase !== 'counted') throw new Error('it has been counted');
    const list = [
      { item: c2, mark: 'approve', tag: 'a'.repeat(16) },
      { item: 'weiyuan01', mark: 'approve', tag: 'b'.repeat(16) },
    ] as const;
    const count = { ...counted.count, list };
    return { ...secret, meeting: { ...secret.meeting, secretVotes: { [vote]: { ...counted, receipt: 'tag', count } } } };
  };

  test('says who kept the key, how many took part, and that the ballots are destroyed', () => {
    const said = JSON.stringify(electionsSheet(secret));
    for (const words of ['28人（不记录谁投了什么）', '计票密钥由服务器保管；凭票的散列核对', '选票和密钥已于17:05销毁'])
      expect(said).toContain(words);
    expect(JSON.stringify(electionsSheet(held))).not.toMatch(/保密|销毁|核对表/);
  });
  test('has the list by which voters find their ballots: hashes alone, or each mark beside its tag and the person’s name', () => {
    const lists = (source: Source) => electionsSheet(source).parts.filter(({ title }) => title === '选票核对表');
    const rowsOf = (source: Source) =>
      lists(source).flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === 'table' ? one.rows : [])));
    expect(rowsOf(secret)).toHaveLength(28);
    expect(JSON.stringify(lists(secret))).not.toContain('买买提');
    const tagged = JSON.stringify(lists(byTag()));
    expect(tagged).toContain('"买买提·艾力","赞成"');
    expect(tagged).toContain('所选');
    expect(tagged).toContain('弃权票和废票不列');
  });
});

test('E12 a run-off tells its own outcome first, then who is elected in all', () => {
  const election = held.meeting.elections[e1];
  if (election?.phase !== 'closed') throw new Error('it has been held');
  const standings = election.result.standings.map((one) => ({ ...one, outcome: 'notElected' as const }));
  const result = { ...election.result, round: 2, standings, seated: [{ candidateId: candidateId('c0'), name: '钱委员' }] };
  const meeting = { ...held.meeting, elections: { [e1]: { ...election, round: 2, result } } };
  const said = JSON.stringify(electionsSheet({ ...held, meeting }));
  expect(said).toContain('本轮无人当选。');
  expect(said).toContain('连同此前，共当选1人：钱委员。');
});

test('E13 a voided round has its page and its row, with the reason and who said so, also when nothing was counted', () => {
  const voided: Source = {
    ...held,
    meeting: heldAfter(...steps.slice(0, -3), [zhuchi, { type: 'VoidElection', electionId: e1, reason: '名单有误' }, at('17:04:00')]),
  };
  expect(missingFor(voided.meeting, 'elections')).toBeNull();
  const said = JSON.stringify(electionsSheet(voided).parts);
  for (const words of ['作废，不计票', '名单有误', '市政协副主席甲', '17:04']) expect(said).toContain(words);
  const [columns = [], row = []] = listRows(voided, 'elections');
  expect([row.length, row[columns.indexOf('结果')], row[columns.indexOf('得票')]]).toEqual([columns.length, '作废：名单有误', '']);
});

test('the list has a row for each nominee, safe in a spreadsheet; what is missing is told', () => {
  const rows = listRows(held, 'elections');
  expect(rows.slice(1).map((row) => row.slice(4, 7))).toEqual([
    ['买买提·艾力', '20', '当选'],
    ['赵委员', '4', '未当选'],
  ]);
  expect(csvText(rows)).toContain(`"'=评选`);
  expect([missingFor(bare.meeting, 'slips'), missingFor(bare.meeting, 'elections')]).toEqual(['noElections', 'noElectionResults']);
  expect([missingFor(held.meeting, 'slips'), missingFor(held.meeting, 'elections')]).toEqual([null, null]);
});
