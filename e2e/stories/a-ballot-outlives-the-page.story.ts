// A ballot that was handed in is never dropped: not by a closed tab, not by a killed server; and whoever came too late is told so.
import { checkIn, expectConnected, expectCounted, goToStage, press } from '../acts.ts';
import { expect, member, moderator, quietMembers, test } from '../cast.ts';
import { attending } from '../quiet-members.ts';

test('a ballot outlives the page', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  let phone = await member(stage, 1, { phone: true });
  await checkIn(phone);
  for (const one of await quietMembers(stage, attending(18, 1))) await one.checkIn();
  await press(chair, '开会');
  await goToStage(chair, '表决');
  await press(chair, '开始表决');
  await expect(phone.getByRole('region', { name: '表决票' })).toBeVisible();
  const { origin } = new URL(phone.url());
  const kept = (): Promise<number> =>
    phone.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('xieshang.ballot.')).length);

  await test.step('the tab is closed before the vote is on its way; the next tab sends it', async () => {
    const context = phone.context();
    await context.setOffline(true);
    await expect(phone.getByText(/网络已断开/).first()).toBeVisible();
    await press(phone, '赞成');
    await press(phone, '确认提交');
    await expect(phone.getByText('正在提交 赞成…')).toBeVisible();
    expect(await kept()).toBe(1);
    await phone.close();
    await context.setOffline(false);
    phone = await context.newPage();
    await phone.goto(`${origin}/meeting/demo`);
    await expectCounted(phone, '赞成');
    await expect(chair.getByText('1 / 18').first()).toBeVisible();
    expect(await kept()).toBe(0);
  });

  await test.step('the server is killed as the vote is sent; it counts once it is back', async () => {
    await stage.kill9();
    await press(phone, '反对');
    await press(phone, '确认提交');
    await expect(phone.getByText('正在提交 反对…')).toBeVisible();
    await phone.reload({ waitUntil: 'commit' }).catch(() => undefined);
    await stage.restart();
    await phone.goto(`${origin}/meeting/demo`);
    await expectCounted(phone, '反对');
    await expect(chair.getByText('1 / 18').first()).toBeVisible();
  });

  await test.step('a choice that comes after the close is not counted, and says so, also on the next page', async () => {
    const context = phone.context();
    await context.setOffline(true);
    await expect(phone.getByText(/网络已断开/).first()).toBeVisible();
    await press(phone, '弃权');
    await press(phone, '确认提交');
    await expectConnected(chair);
    // While the office still sees the others as out of reach after the restart, ending asks back.
    await expect(chair.getByText('还没有按的 17 人', { exact: true })).toBeVisible();
    await expect(chair.getByText('设备未连接', { exact: true })).toHaveCount(0);
    await press(chair, '结束表决');
    await expect(chair.getByRole('button', { name: '公布结果', exact: true })).toBeVisible();
    await phone.close();
    await context.setOffline(false);
    phone = await context.newPage();
    await phone.goto(`${origin}/meeting/demo`);
    await expect(phone.getByText('建议 1：您选的“弃权”没有计入')).toBeVisible();
    await expect(phone.getByText('送到服务器时，表决已经结束。')).toBeVisible();
    await press(phone, '知道了');
    await expect(phone.getByText('建议 1：您选的“弃权”没有计入')).toBeHidden();
    expect(await kept()).toBe(0);
  });

  await test.step('of a repeated vote it does not count either: it was filled in for the round before', async () => {
    await press(chair, '公布结果');
    await expect(chair.getByRole('button', { name: '公布结果', exact: true })).toBeHidden();
    await press(chair, '再次表决');
    await chair.getByRole('dialog').getByLabel('理由').fill('重新清点');
    await chair.getByRole('dialog').getByRole('button', { name: '开始再次表决', exact: true }).click();
    await expect(phone.getByText('第 2 轮')).toBeVisible();
    await expect(phone.getByText('请选择后按“确认提交”')).toBeVisible();
    await expect(chair.getByText('0 / 18').first()).toBeVisible();
  });
});
