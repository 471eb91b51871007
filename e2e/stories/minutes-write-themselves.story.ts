// The evening after a meeting: the draft writes itself, a figure is mistyped and found, and what stands is submitted.
import type { Page } from '@playwright/test';
import { quietMembers, quietPerson, test, expect, type Stage } from '../cast.ts';
import { atDesk, expectOnDisk, proseOf, sheet } from '../minutes.ts';
import { attending, type Choice, type QuietMember } from '../quiet-members.ts';

/** The meeting, held on the wire: two briefings, three speeches, a question that is owed an answer, two votes. */
async function held(stage: Stage): Promise<QuietMember> {
  const chair = await quietPerson(stage, 'zhuchi');
  const [first, second, third] = await Promise.all([1, 2, 3].map((n) => quietPerson(stage, `bumen${n}`)));
  const members = await quietMembers(stage, attending(28));
  const eighth = members.find(({ account }) => account === 'weiyuan08');
  if (!first || !second || !third || !eighth) throw new Error('somebody is missing');
  const spoken = async (requestId: string): Promise<void> => {
    await chair.take('GiveFloor', { requestId });
    await chair.take('EndSpeech', {});
  };
  await Promise.all([chair, first, second, third, ...members].map((one) => one.checkIn()));
  await chair.take('OpenMeeting');
  await spoken('p-briefing');
  await chair.take('MoveToStage', { stageId: 'research_note' });
  await spoken('p-research');
  await chair.take('MoveToStage', { stageId: 'keynote' });
  for (const requestId of ['p-01', 'p-02', 'p-03', 'p-04']) await spoken(requestId);
  await first.take('AnswerSpeech', { answerId: 'a-1', requestId: 'p-01', kind: 'adopt', note: '6月底前完成首批图谱修订。' });
  await second.take('AnswerSpeech', { answerId: 'a-2', requestId: 'p-02', kind: 'adopt', note: '与市工商联共同设立联络点。' });
  await chair.take('MoveToStage', { stageId: 'open_floor' });
  await eighth.take('RequestFloor', { requestId: 'q-1', kind: 'openFloorSpeech', topic: '能耗指标何时能明确？', addressedTo: ['bumen3'] });
  await spoken('q-1');
  await third.take('AnswerSpeech', { answerId: 'a-3', requestId: 'q-1', kind: 'writtenReplyLater', dueDate: '2027-06-10' });
  await chair.take('MoveToStage', { stageId: 'voting' });
  for (const [motionId, approve, oppose] of [
    ['m4', 24, 1],
    ['m9', 16, 5],
  ] as const) {
    await chair.take('OpenVoting', { motionIds: [motionId] });
    const choiceAt = (at: number): Choice => (at < approve ? 'approve' : at < approve + oppose ? 'oppose' : 'abstain');
    await Promise.all(members.slice(0, 27).map((one, at) => one.vote(motionId, choiceAt(at))));
    await chair.take('CloseVoting', { motionIds: [motionId] });
    await chair.take('AnnounceResult', { motionIds: [motionId] });
  }
  await chair.take('ConcludeMeeting');
  return chair;
}

const course =
  '会议听取了市工业和信息化局关于全市产业链招商情况的通报和市政协经济委员会关于专题调研情况的说明。张委员等4名委员作重点发言，1名委员自由发言，3个部门现场回应。';
const failed =
  '关于建立跨县区项目流转和利益共享机制的建议（第9条），赞成16票、反对5票、弃权6票、未按1票，未达到应到委员过半数，未获通过，转继续研究。';

const panel = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(name) });
/** Puts the caret behind some words of the text. */
const standBehind = (page: Page, words: string): Promise<void> =>
  sheet(page).evaluate((editor, wanted) => {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at + wanted.length, node, at + wanted.length);
    }
    throw new Error(`${wanted} does not stand in the text`);
  }, words);

/** Types in their place. */
async function mistype(page: Page, words: string, backwards: number, typed: string): Promise<void> {
  await standBehind(page, words);
  for (let n = 0; n < backwards; n += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type(typed);
}

test('minutes write themselves, and a mistyped figure is found', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await held(stage);
  const desk = await atDesk(stage, 'mishu1');
  const checker = await atDesk(stage, 'mishu2');

  await test.step('the desk offers the draft, and one press writes it under its headings', async () => {
    await desk.getByRole('button', { name: '生成初稿', exact: true }).first().click();
    await expect.poll(() => proseOf(desk)).toContain(course);
    await expectOnDisk(desk);
    const prose = await proseOf(desk);
    for (const line of [course, failed]) expect(prose).toContain(line);
    expect(prose.findIndex((line) => line.startsWith('协商情况'))).toBe(prose.indexOf(course) - 1);
    expect(prose.join('\n')).toContain('会议对建议稿9条意见建议中的2条逐条表决，1条获得通过。');
    expect(prose.join('\n')).toContain('市发展和改革委员会对黄委员提出的“能耗指标何时能明确？”，将于2027年6月10日前书面答复。');
    await expect.poll(() => proseOf(checker)).toEqual(prose);
  });

  await test.step('a sentence leads to the speech and the vote it came from', async () => {
    await panel(desk, '初稿').click();
    await expect(desk.getByText('初稿都已写入，与会议记录一致。')).toBeVisible();
    await desk.getByRole('button', { name: failed }).click();
    const record = desk.getByRole('dialog');
    await expect(record).toContainText('应到委员过半数，至少17票赞成');
    await record.getByRole('button', { name: '关闭' }).click();
    await sheet(desk)
      .getByRole('button', { name: /^来自发言/ })
      .first()
      .click();
    await expect(desk.getByRole('tabpanel')).toContainText('市工业和信息化局');
    await expect(desk.getByRole('link', { name: '到会议看发言' })).toBeVisible();
    await standBehind(desk, '关于建立跨县区项目');
    await expect(desk.getByRole('tabpanel')).toContainText('这一句出自 1 项记录');
    await expect(desk.getByRole('tabpanel')).toContainText('第9条（第');
  });

  await test.step('a mistyped figure is counted at the tab, named, shown and mended', async () => {
    await mistype(desk, '赞成16票', 3, '18票');
    await expect(panel(desk, '核对')).toContainText('1');
    await panel(desk, '核对').click();
    await expect(desk.getByText('正文写“赞成18票”，记录为第9条赞成16票（表决记录）。')).toBeVisible();
    expect(await desk.evaluate(() => [...(CSS.highlights.get('minutes-mismatch') ?? [])].map(String))).toEqual(['18']);
    await desk.getByRole('button', { name: '看正文', exact: true }).click();
    await expect.poll(() => desk.evaluate(() => getSelection()?.toString())).toBe('18');
  });

  await test.step('before 提交校核 it is named once more', async () => {
    await desk.getByRole('button', { name: '提交校核', exact: true }).click();
    const dialog = desk.getByRole('dialog');
    await expect(dialog).toContainText('还有 1 处与记录不符');
    await expect(dialog).toContainText('记录为第9条赞成16票');
    await dialog.getByRole('button', { name: '取消' }).click();
    await desk.getByRole('button', { name: '看正文', exact: true }).click();
    await desk.keyboard.type('16');
    await expect(desk.getByText('没有发现与记录不符的地方。')).toBeVisible();
    await expectOnDisk(desk);
  });

  await test.step('a passage that somebody changed is not written over, the difference is shown', async () => {
    await mistype(desk, '3个部门现场回应。', 1, '，现场气氛热烈。');
    await panel(desk, '初稿').click();
    await expect(desk.getByText('已改动', { exact: true })).toBeVisible();
    await expect(desk.getByRole('insertion')).toHaveText(['，现场气氛热烈']);
    await expect(desk.getByRole('button', { name: '更新初稿' })).toBeHidden();
  });

  await test.step('M6: an answer that is put right is renewed in the draft, and what was changed by hand stays', async () => {
    const note = '与市工商联、市侨联共同设立联络点。';
    await chair.take('AnswerSpeech', { answerId: 'a-9', requestId: 'p-02', kind: 'adopt', note, department: 'bumen2' });
    await expect(desk.getByText('记录有更新', { exact: true })).toBeVisible();
    await desk.getByRole('button', { name: '更新初稿', exact: true }).click();
    await expect.poll(async () => (await proseOf(desk)).join('\n')).toContain('表示与市工商联、市侨联共同设立联络点。');
    expect((await proseOf(desk)).join('\n')).toContain('现场气氛热烈。');
    await expectOnDisk(desk);
  });

  await test.step('what is kept with a reason is not named again, until the sentence changes', async () => {
    await mistype(desk, '1名委员自由发言', 8, '2名委员自由发言');
    await panel(desk, '核对').click();
    await desk.getByRole('button', { name: '无误，保留' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: '以现场情况为准' }).click();
    await dialog.getByRole('button', { name: '无误，保留' }).click();
    await expect(desk.getByText('已保留 1 处')).toBeVisible();
    await mistype(desk, '现场气氛热烈', 2, '活跃');
    await expect(desk.getByText(/正文写“2名委员自由发言”，记录为1名委员/)).toBeVisible();
    await mistype(desk, '2名委员自由发言', 8, '1名委员自由发言');
    await expect(desk.getByText('没有发现与记录不符的地方。')).toBeVisible();
    await expectOnDisk(desk);
  });

  await test.step('submitted; the checker is told that all agrees, and passes it', async () => {
    await desk.getByRole('button', { name: '提交校核', exact: true }).click();
    await expect(desk.getByRole('dialog')).toContainText('已与会议记录核对，没有发现不符。');
    await desk.getByRole('dialog').getByRole('button', { name: '提交校核', exact: true }).click();
    await checker.getByRole('button', { name: '校核通过', exact: true }).click();
    await expect(checker.getByRole('dialog')).toContainText('已与会议记录核对，没有发现不符。');
    await checker.getByRole('dialog').getByRole('button', { name: '校核通过', exact: true }).click();
    await expect(sheet(checker)).toHaveAttribute('contenteditable', 'false');
  });
});
