// A ballot that is filled in and not handed in belongs to whoever fills it: nothing that others do, no lost line and no reload empties it.
import type { Locator, Page } from '@playwright/test';
import { checkIn, expectConnected, goToStage, press } from '../acts.ts';
import { expect, member, moderator, quietMembers, test } from '../cast.ts';
import { attending } from '../quiet-members.ts';

const motions = ['m1', 'm2', 'm3'] as const;

const choiceOn = (page: Page, number: number, word: string): Locator =>
  page.getByRole('group', { name: `建议 ${number}`, exact: true }).getByRole('button', { name: word });

test('a half-filled ballot', async ({ setUp }) => {
  const stage = await setUp();
  const phone = await member(stage, 1, { phone: true });
  await checkIn(phone);
  const quiet = await quietMembers(stage, attending(28, 1));
  for (const one of quiet) await one.checkIn();
  const chair = await moderator(stage);
  await press(chair, '开会');
  await goToStage(chair, '表决');
  for (const number of [2, 3]) await chair.getByRole('checkbox', { name: `选择建议${number}`, exact: true }).check();
  await press(chair, '开始表决');

  await choiceOn(phone, 1, '赞成').click();
  await choiceOn(phone, 3, '弃权').click();
  /** Two lines chosen, one still empty, none handed in. */
  const expectUntouched = async (): Promise<void> => {
    await expect(choiceOn(phone, 1, '赞成')).toHaveAttribute('aria-pressed', 'true');
    await expect(choiceOn(phone, 3, '弃权')).toHaveAttribute('aria-pressed', 'true');
    for (const word of ['赞成', '反对', '弃权']) await expect(choiceOn(phone, 2, word)).toHaveAttribute('aria-pressed', 'false');
    await expect(phone.getByRole('button', { name: '确认提交 2 项', exact: true })).toBeEnabled();
  };
  await expectUntouched();

  await test.step('while everybody else votes, and votes again', async () => {
    for (const choice of ['oppose', 'approve'] as const)
      for (const motionId of motions) await Promise.all(quiet.map((one) => one.vote(motionId, choice)));
    await expect(chair.getByText('27 / 28', { exact: true }).first()).toBeVisible();
    await expectUntouched();
  });

  await test.step('while the member reads something else', async () => {
    await press(phone, '材料');
    await press(phone, '返回现场');
    await expectUntouched();
  });

  await test.step('while the server is killed and comes back', async () => {
    await stage.kill9();
    await expect(phone.getByText('已连接', { exact: true })).toBeHidden();
    await stage.restart();
    await expectConnected(phone);
    await Promise.all(quiet.map((one) => one.vote('m1', 'abstain')));
    await expectUntouched();
  });

  await test.step('while the page is loaded anew', async () => {
    await phone.reload();
    await expectConnected(phone);
    await expectUntouched();
  });

  await test.step('and what is handed in is what was chosen', async () => {
    await press(phone, '确认提交 2 项');
    await expect(phone.getByText('赞成 · 结束前可以更改')).toBeVisible();
    await expect(phone.getByText('弃权 · 结束前可以更改')).toBeVisible();
    // One line stays empty: the chair would be asked back while the reloaded phone still counts as away.
    await expect(chair.getByText('28 / 28', { exact: true })).toHaveCount(2);
    await expect(chair.getByText('设备未连接', { exact: true })).toHaveCount(0);
    await press(chair, '结束表决');
    await expect(chair.getByRole('region', { name: '表决结果' }).first()).toBeVisible();
  });
});
