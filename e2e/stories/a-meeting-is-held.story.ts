// The main story: from check-in to announced results, everybody in a browser of their own.
import type { Page } from '@playwright/test';
import {
  cast,
  checkIn,
  expectInHall,
  expectResult,
  expectSpeaking,
  floorOf,
  goToStage,
  press,
  speechClock,
  type Figures,
} from '../acts.ts';
import { departmentRep, expect, hall, member, moderator, quietMembers, secretary, test } from '../cast.ts';
import { attending, type Choice, type QuietMember } from '../quiet-members.ts';

/** The sample case: 赞成-反对-弃权-未按 of the nine recommendations, 28 present of 32. */
const outcomes: readonly Figures[] = [
  [28, 0, 0, 0],
  [27, 0, 1, 0],
  [28, 0, 0, 0],
  [24, 1, 2, 1],
  [26, 1, 1, 0],
  [27, 0, 0, 1],
  [28, 0, 0, 0],
  [25, 0, 2, 1],
  [16, 5, 6, 1],
];

const keynotes = [...'张李王赵陈刘杨黄周吴孙马'].map((surname) => `${surname}委员`);

/** How the members without a page vote when the two in front of us approve. */
function choicesOf([approve, oppose, abstain]: Figures): readonly Choice[] {
  const many = (choice: Choice, n: number): readonly Choice[] => Array<Choice>(n).fill(choice);
  return [...many('approve', approve - 2), ...many('oppose', oppose), ...many('abstain', abstain)];
}

async function voteQuietly(members: readonly QuietMember[], motionId: string, choices: readonly Choice[]): Promise<void> {
  const votes = members.flatMap((one, at) => {
    const choice = choices[at];
    return choice ? [one.vote(motionId, choice)] : [];
  });
  const answers = await Promise.all(votes);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(choices.length);
}

test('a meeting is held', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const office = await secretary(stage);
  const phone = await member(stage, 2, { phone: true });
  const desk = await member(stage, 8);
  const department = await departmentRep(stage, 3);
  const screen = await hall(stage);
  const quiet = await quietMembers(stage, attending(28, 2, 8));

  await test.step('people check in and the meeting is opened', async () => {
    await checkIn(phone);
    await checkIn(desk);
    await press(department, '签到');
    for (const one of quiet) await one.checkIn();
    await expect(chair.getByRole('group', { name: '到会情况' }).first()).toContainText('实到 28');
    await expect(chair.getByText('符合规定人数').first()).toBeVisible();
    await press(chair, '开会');
    await expect(office.getByText('会议进行中').first()).toBeVisible();
  });

  await test.step('the prepared speakers are called one after the other and heard of everywhere', async () => {
    await goToStage(chair, '调研说明');
    await press(chair, '请下一位发言');
    await expectSpeaking(phone, '卫委员');
    await goToStage(chair, '重点发言');
    for (const name of keynotes) {
      await press(chair, '请下一位发言');
      for (const page of [chair, phone]) await expectSpeaking(page, name);
      await expectInHall(screen, name);
    }
    await press(chair, '结束发言');
    await expect(floorOf(phone)).toContainText('现在没有人发言');
    await expect(speechClock(screen)).toBeHidden();
  });

  await test.step('two members ask for the floor; the clock is paused, extended and ended', async () => {
    await goToStage(chair, '自由发言');
    await press(phone, '申请发言');
    await expect(phone.getByText('您在名单中')).toBeVisible();
    await askForFloor(desk, '能耗指标如何前置保障', '市发展和改革委员会');
    await press(phone, '撤回申请');
    await expect(phone.getByRole('button', { name: '申请发言', exact: true })).toBeVisible();
    await press(chair, '请下一位发言');
    await expectInHall(screen, '黄委员');
    await press(chair, '暂停计时');
    await expect(screen.getByText('计时已暂停')).toBeVisible();
    await press(chair, '继续计时');
    await expect(screen.getByText('计时已暂停')).toBeHidden();
    await press(chair, '加时1分钟');
    await expect(speechClock(phone)).toHaveText(/^0?3:/);
    await press(chair, '关闭名单');
    await expect(phone.getByRole('button', { name: '申请发言', exact: true })).toBeDisabled();
    await press(chair, '重新开放名单');
    await press(chair, '结束发言');
    await expect(speechClock(screen)).toBeHidden();
  });

  await test.step('the department answers later in writing', async () => {
    await department.getByLabel('书面答复期限').fill('2030-06-10');
    await press(department, '会后书面答复');
    for (const page of [department, desk]) await expect(page.getByText(/2030年6月10日前书面答复/).first()).toBeVisible();
  });

  await test.step('nine recommendations are voted one by one', async () => {
    await goToStage(chair, '表决');
    for (const [at, figures] of outcomes.entries()) {
      const number = at + 1;
      const verdict = figures[0] > 16 ? '通过' : '未通过 · 转继续研究';
      await press(chair, '开始表决');
      await expect(phone.getByRole('region', { name: '表决票' })).toContainText(`建议 ${number}`);
      await expect(screen.getByRole('main')).toContainText(/已表决 ?0 ?\/ 28/);
      if (number === 9) await cast(phone, '反对');
      await cast(phone, '赞成');
      await cast(desk, '赞成');
      await voteQuietly(quiet, `m${number}`, choicesOf(figures));
      await expect(screen.getByRole('main')).toContainText(new RegExp(`已表决 ?${28 - figures[3]} ?/ 28`));
      await press(chair, '结束表决');
      await press(chair, '公布结果');
      for (const page of [phone, screen]) await expectResult(page, number, figures, verdict);
    }
  });

  await test.step('the meeting is concluded', async () => {
    await goToStage(chair, '小结');
    await press(chair, '散会');
    const dialog = chair.getByRole('dialog');
    await expect(dialog.getByText(/还没有答复/).first()).toBeVisible();
    await dialog.getByRole('button', { name: '散会', exact: true }).click();
    for (const page of [phone, desk, screen, department])
      await expect(page.getByText(/会议已结束|会议已散会|感谢您的参与/).first()).toBeVisible();
  });
});

async function askForFloor(page: Page, topic: string, department: string): Promise<void> {
  await press(page, '写明话题再申请');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('发言题目（可不填）').fill(topic);
  await dialog.getByLabel(department).check();
  await dialog.getByRole('button', { name: '提交申请', exact: true }).click();
  await expect(page.getByText('您在名单中')).toBeVisible();
}
