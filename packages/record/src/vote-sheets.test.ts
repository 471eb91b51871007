// 表决单 and the lists of votes: each form with all that belongs to it.
import { describe, expect, test } from 'vitest';
import { csvText, listRows, reportSheet, votesSheet } from './index.ts';
import { ballotSheet } from './sheets/ballot.ts';
import { everyForm, weighed } from './testing/meetings.ts';
import type { Sheet } from './sheets/sheet.ts';

type Lines = Readonly<Record<string, string | undefined>>;

/** The lines of each page, by what they are about. */
const pagesOf = (sheet: Sheet): readonly Lines[] =>
  sheet.parts.map(({ blocks }) =>
    Object.fromEntries(
      blocks.flatMap((block) =>
        block.kind === 'table' ? block.rows.map((row) => ('cells' in row ? [row.cells[0] ?? '', row.cells[1] ?? ''] : ['', ''])) : [],
      ),
    ),
  );
const pages = pagesOf(votesSheet(everyForm, null));
/** The second vote, in which one did not press, as if it had been judged by another base. */
function withBase(base: 'cast'): (typeof everyForm)['meeting'] {
  const { meeting } = everyForm;
  const [id, motion] = Object.entries(meeting.motions).find(([one]) => one === 'm2') ?? [];
  if (id === undefined || motion?.phase !== 'closed' || motion.result.form === 'acclamation') throw new Error('it was counted');
  const { rule, tally } = motion.result;
  const result = { ...motion.result, rule: { ...rule, base }, base: tally.approve + tally.oppose + tally.abstain };
  return { ...meeting, motions: { ...meeting.motions, [id]: { ...motion, result } } };
}

const page = (item: string): Lines => pages.find((one) => one['表决事项'] === item) ?? {};

describe('表决单 of each form', () => {
  test('there is a page for every round, also for what was voided', () => {
    expect(pages.map((one) => one['表决事项'])).toEqual([
      ...['建议1', '建议2', '建议3', '建议4', '建议5', '建议6', '建议7', '建议8', '建议9', '建议10', '建议11', '建议12'],
      ...[undefined, undefined],
    ]);
  });

  test('named: who pressed what, whose device failed, who confirmed and when', () => {
    expect(page('建议1')).toMatchObject({
      表决方式: '按键表决（记名）',
      法定人数: '不少于17人；开始时28人，结束时28人，符合',
      计票基数: '应到委员32人，在场可投28人',
      赞成: expect.stringMatching(/^25票：张委员、.*、委员28（代操作）$/),
      代操作: '委员28设备失灵，由文秘书代为按键',
      监票人: '张委员（16:05确认）、李委员（16:06确认）、委员3（未确认）',
      表决结果: '通过',
    });
  });

  test('unnamed and counted hands: figures only, and who counted', () => {
    expect(page('建议2')).toMatchObject({ 表决方式: '按键表决（不公开逐人）', 赞成: '27票', 未按: '1人' });
    expect(page('建议4')).toMatchObject({
      ...{ 表决方式: '举手表决（计数）', 赞成: '19票', 计票录入: '文秘书、武秘书（分别录入，数字一致）' },
      声明保留: '张委员：基金规模应当先论证\n李委员',
    });
    expect(page('建议4')['代操作']).toBeUndefined();
  });

  test('hands by name: the names, without calling it 代操作', () => {
    expect(page('建议3')).toMatchObject({ 表决方式: '举手表决（逐人登记）', 反对: '3票：委员21、委员22、委员23' });
    expect(page('建议3')['代操作']).toBeUndefined();
  });

  test('paper: marked so, given out, returned, spoilt ones', () => {
    expect(page('建议5')).toMatchObject({
      ...{ 表决方式: '纸质票表决（两人计票录入）', 表决票: '发出28张，收回27张', 未按: '3人（其中废票2张）' },
      计票录入: '文秘书、武秘书（分别录入，数字一致）',
    });
  });

  test('secret: given out and returned, how many took part but not who, who kept the key, and that all is destroyed', () => {
    const secret = page('建议6');
    expect(secret).toMatchObject({
      ...{ 表决方式: '无记名投票', 表决票: '发出28张，收回27张', 参加投票: '27人（不记录谁投了什么）' },
      ...{ 保密: '计票密钥由服务器保管；凭标记词逐票核对', 赞成: '20票', 未按: '2人（其中废票1张）' },
      选票销毁: expect.stringMatching(/^选票和密钥已于\d+:\d+销毁$/),
    });
    expect(Object.values(secret).join('')).not.toContain('张委员、');
    expect(page('建议12')).toMatchObject({ 保密: '计票密钥由监票人张委员、李委员、委员3分别保管，任意两人开启；凭票的散列核对' });
  });

  test('R1: every mark beside its tag, in the order of the tags; R0: hashes alone', () => {
    const [byTag, byHash] = votesSheet(everyForm, null).parts.filter(({ title }) => title === '选票核对表');
    const rows = (part: typeof byTag) => part?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])) ?? [];
    const lines = rows(byTag).flatMap((row) => ('cells' in row ? [row.cells.slice(0, 3), row.cells.slice(3)] : []));
    expect(lines.filter(([, item, choice]) => item === '建议6' && choice === '反对')).toHaveLength(4);
    expect(lines.filter(([, item, choice]) => item === '建议11' && choice === '反对')).toHaveLength(12);
    expect(lines[0]?.[0]).toMatch(/^\p{Script=Han}{2} \p{Script=Han}{2} [0-9A-Z]{4} [0-9A-Z]{4}$/u);
    expect(rows(byHash)).toHaveLength(28);
    expect(JSON.stringify([byTag, byHash])).not.toMatch(/委员\d|张委员/);
  });

  test('V21 voided: no figures, the reason, who said so', () => {
    expect(page('建议7')).toMatchObject({ 表决结果: '作废，不计票', 作废理由: '付表决的文本有误', 宣布作废: '市政协副主席甲' });
    expect(page('建议7')['赞成']).toBeUndefined();
  });

  test('V16 votes enough, but too few there at the close', () => {
    expect(page('建议10')).toMatchObject({
      ...{ 法定人数: '不少于17人；开始时28人，结束时16人，不符合', 赞成: expect.stringContaining('25票') },
      表决结果: '未通过（未达到法定人数），转继续研究',
    });
  });

  test('V23, V24 weights and proxies are told with the names', () => {
    const [only] = pagesOf(votesSheet(weighed, null));
    expect(only).toMatchObject({ 计票基数: '应到委员34票，在场可投31票', 未按: expect.stringMatching(/^2票：/) });
    expect(only?.['赞成']).toContain('张委员（3票）');
    expect(only?.['赞成']).toContain('委员32（李委员代投）');
  });

  test('V8 who may vote is never called who took part: with 参加表决 as the base the two numbers differ', () => {
    const byTakingPart = votesSheet({ ...everyForm, meeting: withBase('cast') }, null);
    const second = pagesOf(byTakingPart).find((one) => one['表决事项'] === '建议2');
    expect(second?.['计票基数']).toBe('参加表决委员27人，在场可投28人');
  });

  test('V22 a round names those who watched it, also when others are named later', () => {
    const later = { ...everyForm.meeting, scrutineers: [] };
    expect(pagesOf(votesSheet({ ...everyForm, meeting: later }, null))[0]?.['监票人']).toContain('委员3（未确认）');
  });

  test('after an objection the note names the form', () => {
    expect(page('建议9')['备注']).toBe('鼓掌通过时有异议，改为按键表决（记名）。');
  });
});

describe('lists', () => {
  const [columns = [], ...rows] = listRows(everyForm, 'votes');
  const cell = (number: string, column: string): string | undefined => rows.find(([one]) => one === number)?.[columns.indexOf(column)];

  test('every row has a cell for every column', () => {
    for (const row of [...rows, ...listRows(everyForm, 'named').slice(1)]) expect([columns.length, 9]).toContain(row.length);
  });

  test('one row a motion and round, with form, papers, quorum, reason, people', () => {
    expect(rows.map(([number, , round]) => [number, round])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8]
        .map((n) => [String(n), '1'])
        .concat([
          ['9', '2'],
          ['10', '1'],
          ['11', '1'],
          ['12', '1'],
        ]),
    );
    expect([cell('5', '发出'), cell('5', '收回'), cell('5', '其中废票'), cell('5', '计票录入')]).toEqual([
      '28',
      '27',
      '2',
      '文秘书、武秘书',
    ]);
    expect([cell('10', '结果'), cell('10', '说明'), cell('10', '结束时到会')]).toEqual(['未通过', '未达法定人数', '16']);
    expect([cell('9', '结果'), cell('9', '说明')]).toEqual(['未通过', '未达票数']);
    expect([cell('7', '结果'), cell('7', '说明'), cell('7', '赞成')]).toEqual(['作废', '付表决的文本有误', '']);
    expect([cell('1', '监票确认'), cell('4', '声明保留'), cell('1', '主持人')]).toEqual([
      '张委员、李委员',
      '张委员、李委员',
      '市政协副主席甲',
    ]);
    expect(cell('1', '文本SHA-256')).toMatch(/^[0-9a-f]{64}$/);
    expect([cell('1', '计票基数'), cell('1', '通过条件'), cell('1', '通过所需'), cell('1', '在场可投')]).toEqual([
      '32',
      '应到委员过半数',
      '17',
      '28',
    ]);
    expect([cell('1', '监票人'), cell('7', '监票人')]).toEqual(['张委员、李委员、委员3', '']);
    expect(cell('8', '结果')).toBe('通过');
  });

  test('named votes one by one, and none of a vote that was not by name', () => {
    const named = listRows(everyForm, 'named').slice(1);
    expect(new Set(named.map(([number]) => number))).toEqual(new Set(['1', '3', '9', '10']));
    expect(named.find(([number, , , name]) => number === '1' && name === '委员28')?.slice(5)).toEqual(['赞成', '1', '文秘书', '']);
    expect(
      listRows(weighed, 'named')
        .find(([, , , name]) => name === '委员32')
        ?.slice(5),
    ).toEqual(['赞成', '1', '', '李委员']);
  });

  test('what could run as a formula does not', () => {
    const evil = {
      ...everyForm,
      meeting: {
        ...everyForm.meeting,
        rounds: Object.fromEntries(
          Object.entries(everyForm.meeting.rounds).map(([id, some]) => [
            id,
            some.map((one) => (one.end.as === 'voided' ? { ...one, end: { ...one.end, reason: '=cmd|1' } } : one)),
          ]),
        ),
      },
    };
    expect(csvText(listRows(evil, 'votes'))).toContain(`"'=cmd|1"`);
  });
});

test('协商报告: what failed stands with its reason, votes or quorum', () => {
  const text = JSON.stringify(reportSheet(everyForm));
  expect(text).toContain('未达到应到委员过半数，未获通过，转继续研究');
  expect(text).toContain('未达到法定人数，未获通过，转继续研究');
});

test('V18 a ballot handed in blank is 弃权, on the sheet as on the slips that are printed in the room', () => {
  const said = JSON.stringify(ballotSheet(everyForm).parts[0]);
  expect(said).toContain('不画的为弃权');
  expect(said).not.toContain('未表决');
});

test('表决票: what was voided is on it as it stands now', () => {
  const revised = { ...everyForm.meeting.recommendations };
  const [id] = Object.entries(revised).find(([, { number }]) => number === 7) ?? [];
  const recommendations = Object.fromEntries(
    Object.entries(revised).map(([one, draft]) => [one, one === id ? { ...draft, text: '改过的第七条' } : draft]),
  );
  const sheet = ballotSheet({ ...everyForm, meeting: { ...everyForm.meeting, recommendations } });
  expect(JSON.stringify(sheet.parts[0])).toContain('改过的第七条');
});
