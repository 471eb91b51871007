// The minutes from the first word to the issued Word file: written together while the meeting runs, its facts by themselves, then signed.
import type { Locator, Page } from '@playwright/test';
import { cast, checkIn, expectSpeaking, floorOf, goToStage, press, type Figures } from '../acts.ts';
import { departmentRep, expect, member, moderator, quietMembers, test } from '../cast.ts';
import {
  atDesk,
  expectCaretOf,
  expectFact,
  expectOnDisk,
  expectWritable,
  factsOf,
  openLine,
  proseOf,
  sheet,
  standAt,
  take,
  writeUnder,
} from '../minutes.ts';
import { attending, type Choice, type QuietMember } from '../quiet-members.ts';
import { readWord } from '../word.ts';

/** Two recommendations of the sample case: 赞成-反对-弃权-未按 of the 28 who are here, and what the minutes make of it. */
const outcomes: readonly (readonly [number, Figures, string])[] = [
  [4, [24, 1, 2, 1], '达到应到委员过半数，获得通过'],
  [9, [16, 5, 6, 1], '未达到应到委员过半数，未获通过，转继续研究'],
];
const number = '〔2026〕3号';
/** What the secretaries and the member write at the same time. */
const [course, recommendations, requirements] = [
  '会议强调，要一链一策。',
  '委员们认为，要用好异地商会。',
  '会议要求，年内拿出招商图谱。',
] as const;
const [kept, mended] = ['这一句要留下。', '由市商务局牵头。'] as const;

/** How the others vote when the member in front of us approves. */
async function voteQuietly(quiet: readonly QuietMember[], motionId: string, [approve, oppose, abstain]: Figures): Promise<void> {
  const many = (choice: Choice, n: number): readonly Choice[] => Array<Choice>(n).fill(choice);
  const choices = [...many('approve', approve - 1), ...many('oppose', oppose), ...many('abstain', abstain)];
  const voters = quiet.slice(0, choices.length);
  const answers = await Promise.all(voters.map((one, at) => one.vote(motionId, choices[at] ?? 'abstain')));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(choices.length);
}

const plain = (text: string): string => text.replace(/\s/g, '');

test('minutes are issued', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const phone = await member(stage, 2, { phone: true });
  const department = await departmentRep(stage, 2);
  const drafter = await atDesk(stage, 'mishu1');
  const checker = await atDesk(stage, 'mishu2');
  const quiet = await quietMembers(stage, attending(28, 2));

  await test.step('people check in, and the roll stands in the minutes by itself', async () => {
    await checkIn(phone);
    await press(department, '签到');
    for (const one of quiet) await one.checkIn();
    await press(chair, '开会');
    await expectFact(drafter, '应到委员32人，实到28人，请假3人，缺席1人，符合规定人数。');
  });

  await test.step('a member writes on a phone once permitted', async () => {
    await press(checker, '准许撰写');
    const dialog = checker.getByRole('dialog');
    await dialog.getByRole('button', { name: '李委员 工商联界' }).click();
    await dialog.getByRole('button', { name: '准许撰写', exact: true }).click();
    await phone.getByRole('link', { name: '写纪要' }).click();
    await expectWritable(phone);
  });

  await test.step('three write at once and see each other', async () => {
    await standAt(drafter, '协商情况');
    await standAt(phone, '形成的主要建议');
    await standAt(checker, '有关要求');
    await Promise.all([drafter, phone, checker].map(openLine));
    await Promise.all([drafter.keyboard.type(course), phone.keyboard.type(recommendations), checker.keyboard.type(requirements)]);
    for (const page of [drafter, phone, checker]) {
      await expectText(page, [[course], [recommendations], [], [requirements]]);
      await expectOnDisk(page);
    }
    await expectCaretOf(drafter, '子');
    await expectCaretOf(drafter, '李委员');
    await expectCaretOf(phone, '癸');
  });

  await test.step('a speech stands in the minutes; nobody can delete it or type in it', async () => {
    await goToStage(chair, '重点发言');
    await press(chair, '请下一位发言');
    await expectSpeaking(chair, '张委员');
    await press(chair, '结束发言');
    await expectFact(drafter, /^张委员（经济界）作重点发言：“以链主企业为牵引.*用时.*秒）。$/);
    const facts = await factsOf(drafter);
    await sheet(drafter).focus();
    await drafter.keyboard.press('ControlOrMeta+a');
    await drafter.keyboard.press('Backspace');
    await expect(sheet(checker).getByText(course)).toBeHidden();
    for (const page of [drafter, checker]) expect(await factsOf(page)).toEqual(facts);
    await drafter.keyboard.press('ControlOrMeta+z');
    await expectText(drafter, [[course], [recommendations], [], [requirements]]);
    await sheet(drafter).getByText('作重点发言').click();
    await drafter.keyboard.type('改口');
    await expectOnDisk(drafter);
    for (const page of [drafter, checker]) {
      await expectText(page, [[course], [recommendations], [], [requirements]]);
      expect(await factsOf(page)).toEqual(facts);
    }
  });

  await test.step('P4: undo and redo are of what one has written oneself, whatever others and the server add meanwhile', async () => {
    await writeUnder(checker, '部门回应情况', '这一句要撤销。');
    await expectText(drafter, [[course], [recommendations], ['这一句要撤销。'], [requirements]]);
    await writeUnder(drafter, '有关要求', kept);
    await expectText(checker, [[course], [recommendations], ['这一句要撤销。'], [kept, requirements]]);
    await goToStage(chair, '自由发言');
    await expectFact(checker, /起　自由发言$/);
    const facts = await factsOf(checker);
    const [undone, redone] = [[], ['这一句要撤销。']];
    for (const [button, responses] of [
      [/^撤销/, undone],
      [/^重做/, redone],
      [/^撤销/, undone],
    ] as const) {
      await checker.getByRole('button', { name: button }).click();
      for (const page of [drafter, checker]) await expectText(page, [[course], [recommendations], responses, [kept, requirements]]);
    }
    expect(await factsOf(checker)).toEqual(facts);
  });

  await test.step('a question and its answer', async () => {
    const here = drafter.getByText(/^在线：.*李委员/);
    await expect(here).toBeVisible();
    await phone.getByRole('link', { name: '返回会议' }).click();
    await expect(here).toBeHidden();
    await press(phone, '写明话题再申请');
    const dialog = phone.getByRole('dialog');
    await dialog.getByLabel('发言题目（可不填）').fill('驻点经费由谁承担？');
    await dialog.getByLabel('市商务局').check();
    await dialog.getByRole('button', { name: '提交申请', exact: true }).click();
    // Before the chair has it, the next on the list is the same member's prepared speech.
    await expect(chair.getByText('驻点经费由谁承担？').first()).toBeVisible();
    await press(chair, '请下一位发言');
    await expectSpeaking(phone, '李委员');
    await press(chair, '结束发言');
    await expect(floorOf(phone)).toContainText('现在没有人发言');
    await department.getByLabel('答复说明').fill('列入年度预算，县区配套');
    await press(department, '采纳');
    await expectFact(drafter, /^李委员（工商联界）提出：“驻点经费由谁承担？”市商务局.*答复：列入年度预算，县区配套（采纳）。$/);
  });

  await test.step('votes stand in the minutes with their figures and text', async () => {
    await goToStage(chair, '表决');
    for (const [motion, figures, verdict] of outcomes) {
      const proposed = chair.getByRole('checkbox', { name: /^选择建议/, checked: true });
      for (const box of await proposed.all()) await box.uncheck();
      await chair.getByRole('checkbox', { name: `选择建议${motion}`, exact: true }).check();
      await press(chair, '开始表决');
      await cast(phone, '赞成');
      await voteQuietly(quiet, `m${motion}`, figures);
      await expect(chair.getByText('27 / 28', { exact: true })).toBeVisible();
      await press(chair, '结束表决');
      await press(chair, '公布结果');
      const [approve, oppose, abstain, notPressed] = figures;
      const line = `建议${motion}：赞成${approve}票、反对${oppose}票、弃权${abstain}票、未按${notPressed}票，${verdict}。`;
      for (const page of [drafter, checker]) await expectFact(page, line);
    }
  });

  await test.step('the drafter submits and cannot pass it; the checker sends it back, and then lets it pass', async () => {
    await goToStage(chair, '小结');
    await take(chair, '散会');
    await take(drafter, '提交校核');
    const pass = drafter.getByRole('button', { name: '校核通过', exact: true });
    await expect(pass).toBeDisabled();
    await expect(pass).toHaveAccessibleDescription(/另一位秘书校核/);
    await expect(sheet(drafter)).toHaveAttribute('contenteditable', 'false');
    await take(checker, '退回修改', (dialog) => dialog.getByLabel('理由').fill('请写明牵头单位'));
    await expect(drafter.getByText(/请写明牵头单位/).first()).toBeVisible();
    await expectWritable(drafter);
    await writeUnder(drafter, '部门回应情况', mended);
    await expectOnDisk(drafter);
    await take(drafter, '提交校核');
    await expectText(checker, [[course], [recommendations], [mended], [kept, requirements]]);
    await take(checker, '校核通过');
    await expect(sheet(checker)).toHaveAttribute('contenteditable', 'false');
    await expect(phone.getByText('看纪要')).toBeHidden();
  });

  await test.step('the moderator countersigns and issues', async () => {
    await chair.getByRole('link', { name: '去办纪要' }).click();
    await take(chair, '会签');
    await take(chair, '签发', async (dialog) => {
      await dialog.getByLabel('发文字号').fill(number);
      await dialog.getByLabel('抄送（可不填）').fill('市委办公室，市政府办公室');
    });
    await expect(paper(chair)).toContainText(number);
  });

  await test.step('members and departments read them, and nothing can be written any more', async () => {
    await phone.getByRole('link', { name: '看纪要' }).first().click();
    await department.getByRole('link', { name: '看纪要' }).first().click();
    for (const page of [phone, department, drafter, checker]) {
      await expect(paper(page)).toContainText(number);
      for (const line of [course, recommendations, mended, kept, requirements]) await expect(paper(page)).toContainText(line);
      await expect(sheet(page)).toBeHidden();
    }
    const fingerprints = await Promise.all([chair, phone, department].map((page) => page.getByText(/^[0-9a-f]{64}$/).innerText()));
    expect(new Set(fingerprints).size).toBe(1);
  });

  const text = await readingOf(chair);
  await test.step('a correction stands after the text, which stays as it was', async () => {
    await take(chair, '更正', async (dialog) => {
      await dialog.getByLabel('原文').fill('年内拿出招商图谱');
      await dialog.getByLabel('更正为').fill('第三季度拿出招商图谱');
      await dialog.getByLabel('理由').fill('时限有误');
    });
    for (const page of [chair, department]) await expect(page.getByRole('heading', { name: '更正1' })).toBeVisible();
    expect((await readingOf(chair)).filter((line) => text.includes(line))).toEqual(text);
  });

  await test.step('the Word file says what the screen says', async () => {
    const [download] = await Promise.all([phone.waitForEvent('download'), press(phone, '导出Word')]);
    const word = await readWord(download);
    expect(word.name).toMatch(/\.docx$/);
    const inWord = word.paragraphs.map(plain).filter((line) => line !== '');
    // The screen keeps the fingerprint at its foot, and words corrections in its own way.
    for (const line of text) expect(inWord, line).toContain(line);
    for (const line of ['请假：郑委员、冯委员、褚委员', number]) expect(inWord).toContain(line);
    expect(inWord.some((line) => line.startsWith('出席：张委员、李委员、王委员'))).toBe(true);
    expect(inWord.some((line) => /^列席：.*丁/.test(line))).toBe(true);
    expect(word.lastTable.slice(1).map(([at, , ...figures]) => [at, ...figures])).toEqual(
      outcomes.map(([motion, figures]) => [String(motion), ...figures.map(String), figures[0] > 16 ? '通过' : '未通过']),
    );
    for (const line of ['原文：年内拿出招商图谱', '更正为：第三季度拿出招商图谱', '理由：时限有误']) expect(inWord).toContain(line);
  });
});

const headings = ['协商情况', '形成的主要建议', '部门回应情况', '有关要求'] as const;

/** What stands below each of the four headings, without facts and empty paragraphs. */
const expectText = (page: Page, below: readonly (readonly string[])[]): Promise<void> =>
  expect.poll(async () => (await proseOf(page)).slice(2)).toEqual(headings.flatMap((heading, at) => [heading, ...(below[at] ?? [])]));

/** What the log says of the text, which Word has in a form of its own. */
const atTheFoot = /^(全文指纹|全文的|存证|密钥|第\d+号记录)/;

const paper = (page: Page): Locator => page.getByRole('article');

/** The issued text as the screen has it, paragraph by paragraph, in order; blanks are nothing. */
const readingOf = async (page: Page): Promise<readonly string[]> => {
  const blocks = paper(page).getByRole('paragraph').or(paper(page).getByRole('heading'));
  return (await blocks.allInnerTexts()).map(plain).filter((line) => line !== '' && !atTheFoot.test(line));
};
