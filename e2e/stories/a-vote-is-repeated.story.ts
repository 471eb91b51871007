// Votes that need a second look: by another rule, after an objection, all at once; and what stands when the meeting is over.
import type { Page } from '@playwright/test';
import { cast, checkIn, expectConnected, expectResult, goToStage, press } from '../acts.ts';
import { departmentRep, expect, member, moderator, quietMembers, test } from '../cast.ts';
import { attending, type QuietMember } from '../quiet-members.ts';

/** With the member in front of us, who approves: 16-5-6-1 of 28. */
async function sixteenOf28(quiet: readonly QuietMember[], motionId: string): Promise<void> {
  const choices = [...Array<'approve'>(15).fill('approve'), ...Array<'oppose'>(5).fill('oppose'), ...Array<'abstain'>(6).fill('abstain')];
  await Promise.all(choices.map(async (choice, at) => quiet[at]?.vote(motionId, choice)));
}

const inDialog = (page: Page, name: string): Promise<void> => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

test('a vote is repeated', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const phone = await member(stage, 2, { phone: true });
  const department = await departmentRep(stage, 2);
  const quiet = await quietMembers(stage, attending(28, 2));
  await checkIn(phone);
  for (const one of quiet) await one.checkIn();
  await press(chair, '开会');
  await goToStage(chair, '重点发言');
  await chair.getByRole('button', { name: '请其发言：李委员' }).click();
  await goToStage(chair, '表决');

  await test.step('16 of 28 fails on 应到', async () => {
    await chair.getByRole('checkbox', { name: '选择建议1', exact: true }).uncheck();
    await chair.getByRole('checkbox', { name: '选择建议9', exact: true }).check();
    await press(chair, '开始表决');
    await expect(chair.getByText('还没有按的 28 人', { exact: true })).toBeVisible();
    await cast(phone, '赞成');
    await sixteenOf28(quiet, 'm9');
    await expect(chair.getByText('27 / 28', { exact: true })).toBeVisible();
    await press(chair, '结束表决');
    await press(chair, '公布结果');
    await expectResult(phone, 9, [16, 5, 6, 1], '未通过 · 转继续研究');
    await expect(chair.getByRole('button', { name: '公布结果', exact: true })).toBeHidden();
  });

  await test.step('the same passes on 实到, and both rounds stand with their rule', async () => {
    await press(chair, '更改表决规则');
    await chair.getByRole('dialog').getByLabel('基数').selectOption({ label: '实到' });
    await chair.getByRole('dialog').getByLabel('理由').fill('按本委惯例以实到为基数');
    await inDialog(chair, '更改');
    await chair.getByRole('button', { name: /^建议9 / }).click();
    await press(chair, '再次表决');
    await chair.getByRole('dialog').getByLabel('理由').fill('表决规则已更改');
    await inDialog(chair, '开始再次表决');
    await cast(phone, '赞成');
    await sixteenOf28(quiet, 'm9');
    await expect(chair.getByText('27 / 28', { exact: true })).toBeVisible();
    await press(chair, '结束表决');
    await press(chair, '公布结果');
    await expectResult(phone, 9, [16, 5, 6, 1], '通过');
    const results = chair.getByRole('region', { name: '表决结果' });
    await expect(results.getByText('第 1 轮：未通过')).toBeVisible();
    await expect(results.getByText(/应到 32.*须赞成 ≥ 17/)).toBeVisible();
    await expect(results.getByText(/实到 28.*须赞成 ≥ 15/)).toBeVisible();
  });

  await test.step('an objection ends the acclamation and is named to the moderator', async () => {
    await press(chair, '关闭');
    await press(chair, '鼓掌通过');
    await press(chair, '开始鼓掌通过');
    await press(phone, '我有不同意见');
    await inDialog(phone, '我有不同意见');
    await expect(chair.getByText('李委员提出异议，须计票表决。')).toBeVisible();
    await expect(chair.getByRole('button', { name: '鼓掌通过', exact: true })).toBeHidden();
  });

  await test.step('the whole list is one ballot, and a half-filled one outlives pushes and a lost line', async () => {
    await press(chair, '全选未表决的');
    await press(chair, '开始表决');
    const ballot = phone.getByRole('region', { name: '表决票' });
    const approve = ballot.getByRole('button', { name: '赞成', exact: true });
    for (const n of [0, 1, 2]) await approve.nth(n).click();
    await quiet[0]?.vote('m1', 'oppose');
    await phone.context().setOffline(true);
    await expect(phone.getByText('已连接', { exact: true })).toBeHidden({ timeout: 30_000 });
    await phone.context().setOffline(false);
    await expectConnected(phone, 30_000);
    await expect(ballot.getByText('已选 赞成，尚未提交')).toHaveCount(3);
    for (const n of [3, 4, 5, 6, 7]) await approve.nth(n).click();
    await phone.getByRole('button', { name: /^确认提交/ }).click();
    await expect(ballot.getByText('赞成 · 结束前可以更改')).toHaveCount(8);
    await phone.reload();
    await expect(ballot.getByText('赞成 · 结束前可以更改')).toHaveCount(8);
    // While the office still sees the phone as out of reach, ending asks back.
    await expect(chair.getByText('还没有按的 27 人', { exact: true })).toBeVisible();
    await press(chair, '结束表决');
    await press(chair, '公布结果');
  });

  await test.step('after the end nothing is left to press, and what is owed is said', async () => {
    await press(chair, '散会');
    await expect(
      chair
        .getByRole('dialog')
        .getByText(/还没有答复/)
        .first(),
    ).toBeVisible();
    await inDialog(chair, '散会');
    await expect(chair.getByText('会议已散会')).toBeVisible();
    await expect(chair.getByText('会上未答复')).toBeVisible();
    await expect(chair.getByRole('button', { name: /^(请答复|代录)/ })).toHaveCount(0);
    await expect(department.getByText('会上未答复')).toBeVisible();
    await expect(department.getByRole('button', { name: '采纳', exact: true })).toHaveCount(0);
  });
});
